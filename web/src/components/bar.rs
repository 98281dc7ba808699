//! The bar that stays in sight: how many lines are marked as what, and the two ways to take the
//! result away.

use yew::prelude::*;

use super::lesson::CHOSEN;
use crate::browser;
use crate::sheet::Chip;
use crate::state::{Action, Shared, State, Taught};
use crate::takeaway::NAMES;
use crate::widgets::{CopyButton, sign};
use crate::words::Words;
use taskdef_core::rules::Class;

/// The bar.
pub fn bar(
    words: &'static Words,
    state: &State,
    taught: &Shared<Taught>,
    dispatch: &Callback<Action>,
) -> Html {
    let shared = taught.clone();
    let on_download = Callback::from(move |_: MouseEvent| {
        browser::download(NAMES[0], shared.conversion().result.as_bytes());
    });
    let copy = CopyButton {
        id: "copy",
        label: words.copy,
        text: taught.conversion().result.clone(),
        left: taught.sheet.count(Chip::ToCheck),
        last: state.copy,
        dispatch,
    };
    html! {
        <div class="bar" inert={state.current().is_none()}>
            <div class="chips" role="group" aria-label={words.marks}>
                { for Chip::ALL.into_iter().map(|chip| chip_button(words, state, taught, chip, dispatch)) }
            </div>
            {copy.show(words)}
            <button type="button" id="download" onclick={on_download}>{words.download}</button>
        </div>
    }
}

fn chip_button(
    words: &Words,
    state: &State,
    taught: &Taught,
    chip: Chip,
    dispatch: &Callback<Action>,
) -> Html {
    let count = taught.sheet.count(chip);
    if count == 0 {
        return html! {};
    }
    let (class, word) = match chip {
        Chip::ToCheck => (Class::Warning, words.chip_to_check),
        Chip::Removed => (Class::Removed, words.removed),
        Chip::Fixed => (Class::Repaired, words.fixed),
        Chip::Edited => (Class::Edited, words.edited),
    };
    let on_click = dispatch.reform(move |_: MouseEvent| {
        browser::reveal(CHOSEN);
        Action::Chip(chip)
    });
    html! {
        <button type="button" data-chip={chip.id()} onclick={on_click}
            aria-pressed={(state.look.chip == Some(chip)).to_string()}>
            {sign(class)}{word}{" "}<b>{count}</b>
        </button>
    }
}
