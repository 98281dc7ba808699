//! Events of the whole page, and the rule that its address names.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Element, Event, KeyboardEvent};
use yew::Callback;

/// Whether an event's target is a form field.
fn is_field(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target
            .matches("textarea, input, select")
            .unwrap_or_default()
    })
}

/// Listens outside of form fields, as long as the page is open: for pasted texts, undo and redo.
pub(crate) fn listen(paste: Callback<String>, undo: Callback<()>, redo: Callback<()>) {
    let on_paste = EventListener::new(&document(), "paste", move |event| {
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.is_empty() && !is_field(event)) {
            paste.emit(text);
        }
    });
    let on_key = EventListener::new_with_options(
        &document(),
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_field(event) {
                return;
            }
            match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
                ("z", false) => undo.emit(()),
                ("z", true) | ("y", false) => redo.emit(()),
                _ => return,
            }
            event.prevent_default();
        },
    );
    on_paste.forget();
    on_key.forget();
}

/// Reports the rule that the address names, now and at each change: `#rule=null-value`.
pub(crate) fn follow_address(tell: Callback<Option<String>>) {
    let named = || {
        let hash = window().location().hash().unwrap_or_default();
        hash.strip_prefix("#rule=").map(str::to_owned)
    };
    if let Some(rule) = named() {
        tell.emit(Some(rule));
    }
    let on_hash = EventListener::new(&window(), "hashchange", move |_| tell.emit(named()));
    on_hash.forget();
}

/// Removes the rule from the address.
pub(crate) fn clear_address() {
    let path = window().location().pathname().unwrap_or_default();
    if let (Ok(history), Ok(hash)) = (window().history(), window().location().hash())
        && !hash.is_empty()
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}
