//! What stands where the second part of the page is needed, until that is there.

use yew::prelude::*;

use crate::state::State;
use crate::words::Words;

/// That it is being loaded, or could not be.
pub fn loading(words: &Words, state: &State) -> Html {
    let says = if state.is_late {
        words.not_loaded
    } else {
        words.loading
    };
    html! { <p class="quiet" role="status">{says}</p> }
}
