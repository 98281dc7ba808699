//! The parts of the page, one a file: they show what they are given and tell what was done.

mod bar;
mod compare;
mod copy_button;
mod edit;
mod error_panel;
mod footer;
mod header;
mod learn;
mod lesson;
mod live;
mod paste_box;
mod reason;
mod sample;
mod sign;
mod take_away;
mod verdict;

pub use bar::bar;
pub use compare::compare;
pub use copy_button::CopyButton;
pub use edit::edit;
pub use error_panel::error_panel;
pub use footer::footer;
pub use header::header;
pub use learn::Learn;
pub use lesson::lesson;
pub use live::Live;
pub use paste_box::{convert, drop_zone, paste_box};
pub use reason::reason;
use reason::{field_of, go_to};
pub use sample::sample;
pub use sign::sign;
pub use take_away::take_away;
pub use verdict::verdict;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser;

/// The line whose reason is told.
const CHOSEN: &str = "#lesson [data-chosen]";

/// What a text field holds after an input.
fn field_value(event: &InputEvent) -> String {
    match event.target_dyn_into::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => event.target_unchecked_into::<HtmlInputElement>().value(),
    }
}

/// Tells what a text field holds once its key is painted: a key does not wait for the conversion of
/// the whole text. Of a text that takes long to convert, keys that follow at once come first.
fn after_key(tell: Callback<String>) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        let tell = tell.clone();
        spawn_local(async move {
            browser::painted().await;
            let value = field_value(&event);
            if value.len() >= SLOW {
                browser::wait(PAUSE).await;
                if field_value(&event) != value {
                    return;
                }
            }
            tell.emit(value);
        });
    })
}

/// The least length of a text whose conversion would be felt at the next key, in bytes.
const SLOW: usize = 16_000;

/// How long after a key no other one follows at once, in milliseconds.
const PAUSE: i32 = 40;

/// What is chosen in a menu.
fn menu_value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

/// A text of the core: what stands in backticks is code.
fn marked(text: &str) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| match at % 2 {
            0 => Html::from(part),
            _ => html! { <code translate="no">{part}</code> },
        })
        .collect()
}
