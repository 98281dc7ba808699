//! A button that copies a text and shows the outcome.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Copied};
use crate::words::Words;

/// A button that copies a text, and the outcome of the last copy.
#[derive(Debug)]
pub(crate) struct CopyButton<'a> {
    /// Its id.
    pub(crate) id: &'static str,
    /// Its label.
    pub(crate) label: &'static str,
    /// The text that it copies.
    pub(crate) text: String,
    /// How many things are still to check.
    pub(crate) left: usize,
    /// The outcome of the last copy by any button.
    pub(crate) last: Option<Copied>,
    /// Receives the outcome of a copy.
    pub(crate) dispatch: &'a Callback<Action>,
}

impl CopyButton<'_> {
    /// Renders it.
    pub(crate) fn show(self, words: &Words) -> Html {
        let (by, text, dispatch) = (self.id, self.text, self.dispatch.clone());
        let on_click = Callback::from(move |_: MouseEvent| {
            let (text, dispatch) = (text.clone(), dispatch.clone());
            spawn_local(async move {
                let done = browser::copy(&text).await;
                dispatch.emit(Action::Copied(Copied { by, done }));
            });
        });
        let said = match self.last {
            Some(Copied { by, done: true }) if by == self.id => (words.copied)(self.left),
            Some(Copied { by, .. }) if by == self.id => words.not_copied.to_owned(),
            _ => String::new(),
        };
        html! {
            <>
                <button type="button" id={self.id} class="main" onclick={on_click}>{self.label}</button>
                <span class="said" role="status">{said}</span>
            </>
        }
    }
}
