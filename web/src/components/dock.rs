//! The bar at the bottom of a small window: what else there is besides the lines, each one press
//! away.

use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Analysis, Panel, State};
use crate::widgets::{CopyButton, said};
use crate::words::Words;

/// The bar.
pub fn dock(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    dispatch: &Callback<Action>,
) -> Html {
    let [checks, edit, files, now, copy] = words.dock;
    let left = analysis.to_check();
    let open = state.ui.all_checks;
    let on_checks = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            browser::focus("#verdict");
            if !open {
                dispatch.emit(Action::ToggleChecks);
            }
        })
    };
    let panel = |panel: Panel| {
        dispatch.reform(move |_: MouseEvent| {
            browser::focus(&format!("#{}", panel.id()));
            Action::ShowPanel(panel)
        })
    };
    let on_now = Callback::from(|_: MouseEvent| browser::focus("#now-title"));
    let copy = CopyButton {
        id: "dock-copy",
        at: None,
        label: copy,
        text: analysis.conversion().result.clone(),
        left,
        dispatch,
    };
    html! {
        <div class="dock" role="group" aria-label={words.shortcuts} inert={state.current().is_none()}>
            <button type="button" id="dock-checks" onclick={on_checks}>{checks}{" "}<b>{left}</b></button>
            <button type="button" id="dock-edit" onclick={panel(Panel::Edit)}>{edit}</button>
            <button type="button" id="dock-files" onclick={panel(Panel::Downloads)}>{files}</button>
            <button type="button" id="dock-now" onclick={on_now}>{now}</button>
            {copy.show()}
            {said(words, state.copy, &["dock-copy"], left, String::new())}
        </div>
    }
}
