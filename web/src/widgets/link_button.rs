//! A button that copies the address of a place in the page.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Copied};
use crate::words::Words;

/// A button that copies the address of a place in the page.
#[derive(Debug)]
pub(crate) struct LinkButton<'a> {
    /// What the outcome of a copy is named by.
    pub(crate) id: &'static str,
    /// The place, as it follows `#` in the address.
    pub(crate) place: &'a str,
    /// Its label.
    pub(crate) label: &'static str,
    /// What the label is about, for those who hear it.
    pub(crate) of: &'static str,
    /// The outcome of the last copy on the page.
    pub(crate) copied: Option<Copied>,
    /// Receives the outcome of a copy.
    pub(crate) dispatch: &'a Callback<Action>,
}

impl LinkButton<'_> {
    /// Renders it, with what its last copy has come to.
    pub(crate) fn show(self, words: &Words) -> Html {
        let (by, place, dispatch) = (self.id, self.place.to_owned(), self.dispatch.clone());
        let on_click = Callback::from(move |_: MouseEvent| {
            let (link, dispatch) = (browser::link(&place), dispatch.clone());
            spawn_local(async move {
                let done = browser::copy(&link).await;
                dispatch.emit(Action::Copied(Copied { by, at: None, done }));
            });
        });
        let said = self.copied.filter(|last| last.by == by);
        let said = said.map(|last| {
            if last.done {
                words.link_copied
            } else {
                words.link_not_copied
            }
        });
        html! {
            <>
                <button type="button" class="link" data-link={self.place.to_owned()} onclick={on_click}>
                    {self.label}<span class="off-screen">{" "}{self.of}</span>
                </button>
                <span class="said" role="status">{said}</span>
            </>
        }
    }
}
