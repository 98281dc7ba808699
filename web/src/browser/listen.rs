//! Events of the whole page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, KeyboardEvent};
use yew::Callback;

/// Fields for text: a paste goes into them, and they undo what was typed there.
const FIELDS: &str = "textarea, input:not([type=radio], [type=file])";

/// The paste box, as long as nothing was typed that it could undo itself.
const UNTYPED: &str = "#paste:not([data-typed])";

fn is_in(event: &Event, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(selector).unwrap_or_default())
}

/// Listens outside of fields for text, as long as the page is open: for pasted texts, undo and redo.
pub(crate) fn listen(paste: Callback<String>, undo: Callback<()>, redo: Callback<()>) {
    let on_paste = EventListener::new(&document(), "paste", move |event| {
        let text = event.dyn_ref().and_then(pasted);
        if let Some(text) = text.filter(|_| !is_in(event, FIELDS)) {
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
            let typed = is_in(event, FIELDS) && !is_in(event, UNTYPED);
            if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || typed {
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

/// The text that is pasted, if there is one.
pub(crate) fn pasted(event: &ClipboardEvent) -> Option<String> {
    let data = event.clipboard_data()?;
    let text = data.get_data("text/plain").ok();
    text.filter(|text| !text.is_empty())
}

/// Has the browser ask before it leaves the page, until the result is dropped.
pub(crate) fn ask_before_leaving() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| {
        event.prevent_default();
        // What older browsers want besides.
        let _ = Reflect::set(event, &"returnValue".into(), &true.into());
    })
}
