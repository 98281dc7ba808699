//! The two commands of a buildspec that use the result.

use taskdef_core::{Conversion, generate};
use yew::prelude::*;

use super::CopyButton;
use crate::state::{Action, Copied, Shared};
use crate::words::Words;

/// The two commands of a buildspec.
pub fn buildspec(
    words: &Words,
    conversion: &Shared<Conversion>,
    last: Option<Copied>,
    dispatch: &Callback<Action>,
) -> Html {
    let commands = |conversion: &Conversion| generate::commands(&conversion.outline);
    let copy = CopyButton {
        id: "copy-commands",
        label: words.copy_commands,
        conversion,
        text: commands,
        left: 0,
        last,
        dispatch,
    };
    html! {
        <section aria-labelledby="buildspec-title">
            <div class="result-head">
                <h2 id="buildspec-title">{words.buildspec}</h2>
                {copy.show(words)}
            </div>
            <p>{words.buildspec_text}</p>
            <pre id="commands" translate="no" tabindex="0" aria-labelledby="buildspec-title">{commands(conversion)}</pre>
        </section>
    }
}
