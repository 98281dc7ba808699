//! What is typed and chosen in fields.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser;

/// What a text field holds after an input.
pub(crate) fn field_value(event: &InputEvent) -> String {
    match event.target_dyn_into::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => event.target_unchecked_into::<HtmlInputElement>().value(),
    }
}

/// Tells what a text field holds once its key is painted: a key does not wait for the conversion of
/// the whole text. Of a text that takes long to convert, keys that follow at once come first.
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

/// The least length of a text whose conversion would be felt at the next key, in bytes.
const SLOW: usize = 16_000;

/// How long after a key no other one follows at once, in milliseconds.
const PAUSE: i32 = 40;

/// What is chosen in a menu.
pub(crate) fn menu_value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}
