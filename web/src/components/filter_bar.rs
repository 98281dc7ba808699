//! The bar that stays visible: a filter for each kind of mark with its count, and the buttons that
//! copy and download the result.

use yew::prelude::*;

use super::lesson::CHOSEN;
use crate::browser;
use crate::downloads::NAMES;
use crate::layout::Filter;
use crate::state::{Action, Analysis, Copied, Shared, State};
use crate::widgets::{CopyButton, said, sign};
use crate::words::Words;
use taskdef_core::rule::Class;

/// The bar.
pub fn filter_bar(
    words: &'static Words,
    state: &State,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Html {
    let shared = analysis.clone();
    let on_download = dispatch.reform(move |_: MouseEvent| {
        let done = browser::download(NAMES[0], shared.conversion().result.as_bytes()).is_some();
        Action::Copied(Copied {
            by: "download",
            at: None,
            done,
        })
    });
    let on_now = Callback::from(|_: MouseEvent| browser::focus("#now-title"));
    let left = analysis.to_check();
    let copy = CopyButton {
        id: "copy",
        at: None,
        label: words.copy,
        text: analysis.conversion().result.clone(),
        left,
        dispatch,
    };
    html! {
        <div class="bar" inert={state.current().is_none()}>
            <div class="chips" role="group" aria-label={words.marks}>
                { for Filter::ALL.into_iter().map(|filter| filter_button(words, state, analysis, filter, dispatch)) }
            </div>
            {said(words, state.copy, &["copy", "download"], left, (words.still_open)(left))}
            <button type="button" id="to-now" onclick={on_now}>{words.now}</button>
            {copy.show()}
            <button type="button" id="download" onclick={on_download}>{words.download}</button>
        </div>
    }
}

fn filter_button(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    filter: Filter,
    dispatch: &Callback<Action>,
) -> Html {
    let count = match filter {
        Filter::ToCheck => analysis.layout.to_check(),
        _ => analysis.layout.count(filter),
    };
    if count == 0 {
        return html! {};
    }
    let (class, word) = match filter {
        Filter::ToCheck => (Class::Warning, words.filter_to_check),
        Filter::Removed => (Class::Removed, words.removed),
        Filter::Fixed => (Class::Repaired, words.fixed),
        Filter::Edited => (Class::Edited, words.edited),
    };
    let on_click = dispatch.reform(move |_: MouseEvent| {
        browser::reveal(CHOSEN);
        Action::Filter(filter)
    });
    html! {
        <button type="button" data-chip={filter.id()} onclick={on_click}
            aria-pressed={(state.ui.filter == Some(filter)).to_string()}>
            {sign(class)}{word}{" "}<b>{count}</b>
        </button>
    }
}
