//! The edits as a command line, for a shell or a buildspec.

use yew::prelude::*;

use crate::downloads::command;
use crate::state::{Action, State};
use crate::widgets::{CopyButton, said};
use crate::words::Words;

/// The command that makes the same edits.
pub(super) fn commands(words: &Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let command = command(&state.history.now.edits, state.ui.show_values);
    let copy = CopyButton {
        id: "copy-same",
        at: None,
        label: words.copy_file,
        text: command.clone(),
        left: 0,
        dispatch,
    };
    html! {
        <section class="same" aria-labelledby="same-title">
            <div class="file-head">
                <h3 id="same-title">{words.same_edits}</h3>
                <button type="button" id="show-values" aria-pressed={state.ui.show_values.to_string()}
                    onclick={dispatch.reform(|_: MouseEvent| Action::ToggleValues)}>{words.show_values}</button>
                {copy.show()}
                {said(words, state.copy, &["copy-same"], 0, String::new())}
            </div>
            <pre id="same" translate="no" tabindex="0" aria-labelledby="same-title">{command}</pre>
        </section>
    }
}
