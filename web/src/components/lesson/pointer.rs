//! The pointer on the lesson: one listener for all lines, of which there may be thousands.

use yew::prelude::*;

use super::keys::row_of;
use crate::state::{Action, UiState};

/// A press on a line, wherever, explains it; what else can be pressed there does what it says.
pub(super) fn on_click(dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(row) = row_of(&event) {
            dispatch.emit(Action::Choose(Some(row)));
        }
    })
}

/// The line under the pointer is explained while none is chosen.
pub(super) fn on_over(ui: &UiState, dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let (chosen, hovered, dispatch) = (ui.chosen, ui.hovered, dispatch.clone());
    Callback::from(move |event: MouseEvent| {
        let row = row_of(&event).filter(|_| chosen.is_none());
        if row != hovered {
            dispatch.emit(Action::Hover(row));
        }
    })
}

/// Nothing is under the pointer any more.
pub(super) fn on_leave(ui: &UiState, dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let (hovered, dispatch) = (ui.hovered, dispatch.clone());
    Callback::from(move |_: MouseEvent| {
        if hovered.is_some() {
            dispatch.emit(Action::Hover(None));
        }
    })
}
