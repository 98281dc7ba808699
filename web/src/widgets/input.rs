//! The values of form fields.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser;

/// The text of a field after an input event.
pub(crate) fn field_value(event: &InputEvent) -> String {
    match event.target_dyn_into::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => event.target_unchecked_into::<HtmlInputElement>().value(),
    }
}

/// Passes on the text of a field after the next paint, so that a key shows before its conversion
/// runs. A long text is passed on only if no other key follows within [`PAUSE`].
pub(crate) fn after_key(tell: Callback<String>) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        let tell = tell.clone();
        spawn_local(async move {
            browser::next_paint().await;
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

/// From this length on, in bytes, the conversion of a text would delay the next key noticeably.
const SLOW: usize = 16_000;

/// How long a long text waits for another key, in milliseconds.
const PAUSE: i32 = 40;

/// The value chosen in a menu.
pub(crate) fn menu_value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}
