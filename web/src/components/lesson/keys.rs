//! The keys of the lesson, while it has the focus.

use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Look, Shared, Taught};

/// What an input method sends with a key that is its own, even where it says nothing of composing.
const OF_INPUT_METHOD: u32 = 229;

/// Arrows go from mark to mark, N and P within the chosen chip, Enter to the reason.
pub(super) fn on_key(
    look: &Look,
    taught: &Shared<Taught>,
    dispatch: &Callback<Action>,
) -> Callback<KeyboardEvent> {
    let (chosen, taught, dispatch) = (look.chosen, taught.clone(), dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_typed = event.is_composing() || event.key_code() == OF_INPUT_METHOD;
        if is_typed || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let rows: Vec<usize> = taught.sheet.marks.iter().map(|mark| mark.row).collect();
        let near = |down: bool| {
            let Some(chosen) = chosen else {
                return rows.first().copied();
            };
            if down {
                rows.iter().find(|&&row| row > chosen).copied()
            } else {
                rows.iter().rev().find(|&&row| row < chosen).copied()
            }
        };
        let action = match event.key().as_str() {
            "ArrowDown" => near(true).map(|row| Action::Choose(Some(row))),
            "ArrowUp" => near(false).map(|row| Action::Choose(Some(row))),
            "Home" => rows.first().map(|&row| Action::Choose(Some(row))),
            "End" => rows.last().map(|&row| Action::Choose(Some(row))),
            "n" | "N" => Some(Action::Step { back: false }),
            "p" | "P" => Some(Action::Step { back: true }),
            "Escape" => Some(Action::Choose(None)),
            "Enter" if chosen.is_some() => {
                event.prevent_default();
                return browser::focus("#why-title");
            }
            _ => None,
        };
        if let Some(action) = action {
            event.prevent_default();
            dispatch.emit(action);
            browser::focus("#lesson [tabindex=\"0\"].over");
        }
    })
}
