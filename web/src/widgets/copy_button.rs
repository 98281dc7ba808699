//! A button that copies a text, and what is said of the outcome.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Copied};
use crate::words::Words;

/// A button that copies a text.
#[derive(Debug)]
pub(crate) struct CopyButton<'a> {
    /// Its id.
    pub(crate) id: &'static str,
    /// Its number, if there are several with this id; the number is then a part of it.
    pub(crate) at: Option<usize>,
    /// Its label.
    pub(crate) label: &'static str,
    /// The text that it copies.
    pub(crate) text: String,
    /// How many things are still to check.
    pub(crate) left: usize,
    /// Receives the outcome of a copy.
    pub(crate) dispatch: &'a Callback<Action>,
}

impl CopyButton<'_> {
    /// Renders it.
    pub(crate) fn show(self) -> Html {
        let (by, at) = (self.id, self.at);
        let (text, dispatch) = (self.text, self.dispatch.clone());
        let on_click = Callback::from(move |_: MouseEvent| {
            let (text, dispatch) = (text.clone(), dispatch.clone());
            spawn_local(async move {
                let done = browser::copy(&text).await;
                dispatch.emit(Action::Copied(Copied { by, at, done }));
            });
        });
        // What is still open must not look as if it were done.
        let class = if self.left == 0 { "main" } else { "open" };
        let id = match at {
            None => AttrValue::Static(by),
            Some(at) => format!("{by}-{at}").into(),
        };
        html! {
            <button type="button" {id} {class} onclick={on_click}>{self.label}</button>
        }
    }
}

/// What the last copy or download by one of these buttons has come to, with how many things are
/// still to check; `before` is what is said before there was one.
pub(crate) fn said(
    words: &Words,
    last: Option<Copied>,
    ids: &[&str],
    left: usize,
    before: String,
) -> Html {
    let said = match last.filter(|last| ids.contains(&last.by)) {
        Some(Copied { done: false, .. }) => words.not_copied.to_owned(),
        Some(Copied { by, .. }) if by.starts_with("download") => (words.downloaded)(left),
        Some(_) => (words.copied)(left),
        None => before,
    };
    html! { <span class="said" role="status">{said}</span> }
}
