//! The form for what a deploy moves: the generated files are told of it.

use taskdef_core::generate::REGISTERS_ONLY;
use yew::prelude::*;

use crate::moved::{Moved, Set};
use crate::state::{Action, State};
use crate::widgets::{TextField, with_code};
use crate::words::Words;

/// A field: its id, what it holds, and how that is set.
type Field = (&'static str, fn(&Moved) -> &String, Set);

const FIELDS: [Field; 4] = [
    (
        "moved-cluster",
        |it| &it.cluster,
        |it, typed| it.cluster = typed,
    ),
    (
        "moved-services",
        |it| &it.services,
        |it, typed| it.services = typed,
    ),
    ("moved-rules", |it| &it.rules, |it, typed| it.rules = typed),
    (
        "moved-schedules",
        |it| &it.schedules,
        |it, typed| it.schedules = typed,
    ),
];

/// The form, folded away at first. Its heading says what is named.
pub fn moved_form(words: &'static Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let moved = &state.history.now.moved;
    let fields = FIELDS.iter().zip(words.moved_fields);
    html! {
        <details class="more" id="deploy-moves">
            <summary>{words.deploy_moves}{words.of}{told(words, moved)}</summary>
            <p class="quiet">{with_code(REGISTERS_ONLY.text(state.lang))}{" "}{words.name_moved}</p>
            { for fields.map(|(field, told)| shown(*field, told, moved, dispatch)) }
        </details>
    }
}

fn shown(
    (id, typed, set): Field,
    (label, hint): (&'static str, &'static str),
    moved: &Moved,
    dispatch: &Callback<Action>,
) -> Html {
    TextField {
        id: id.into(),
        label: label.into(),
        value: typed(moved).clone(),
        mark: None,
        hint: Some(hint.to_owned()),
        on_input: dispatch.reform(move |typed| Action::Moved(set, typed)),
    }
    .show()
}

/// What is named, in short.
fn told(words: &'static Words, moved: &Moved) -> String {
    let named = moved.names();
    if named.is_empty() {
        return words.moves_nothing.to_owned();
    }
    named.join(words.comma)
}
