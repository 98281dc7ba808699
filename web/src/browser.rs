//! The only file that talks to the browser.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::storage::{LocalStorage, Storage as _};
use gloo::utils::{document, window};
use js_sys::{Array, Promise, Reflect};
use taskdef_core::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, Element, Event, HtmlAnchorElement, HtmlElement,
    HtmlTextAreaElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition, Url,
};
use yew::Callback;

use crate::state::Theme;
use crate::words::words;

/// The element of this id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Does something with an element, once what is being done is shown.
fn later(selector: &str, act: impl FnOnce(HtmlElement) + 'static) {
    let selector = selector.to_owned();
    spawn_local(async move {
        painted().await;
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into().ok()) {
            act(element);
        }
    });
}

/// Gives an element the focus, once what is being done is shown; what it is folded away in opens.
pub(crate) fn focus(selector: &str) {
    later(selector, |element| {
        if let Ok(Some(closed)) = element.closest("details:not([open])") {
            let _ = closed.set_attribute("open", "");
        }
        let _ = element.focus();
    });
}

/// Takes the focus from an element, so that it folds up.
pub(crate) fn let_go(selector: &str) {
    later(selector, |element| {
        let _ = element.blur();
    });
}

/// Brings an element into sight, if it is out of it.
pub(crate) fn reveal(selector: &str) {
    later(selector, |element| {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
    });
}

/// Puts the cursor into a text area, before this character of its text in UTF-16.
pub(crate) fn put_cursor(selector: &str, at: usize) {
    later(selector, move |element| {
        let _ = element.focus();
        let at = u32::try_from(at).unwrap_or_default();
        let Ok(area) = element.dyn_into::<HtmlTextAreaElement>() else {
            return;
        };
        let _ = area.set_selection_range(at, at);
        // A browser scrolls to where a person moves the cursor, not to where a script does.
        let line = area
            .value()
            .chars()
            .take(at as usize)
            .filter(|&c| c == '\n')
            .count();
        let lines = area.value().lines().count().max(1);
        let lines = i32::try_from(lines).unwrap_or(1);
        let line = i32::try_from(line).unwrap_or_default();
        area.set_scroll_top(area.scroll_height() / lines * (line - 2).max(0));
    });
}

/// The id of the element that an event is about.
pub(crate) fn target_id(event: &Event) -> String {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.map(|target| target.id()).unwrap_or_default()
}

/// Whether a person writes there.
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

/// Listens, as long as the page is there, to what is done anywhere outside of its fields: to pasted
/// texts, and to undo and redo.
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

/// Tells the rule that the address names, now and whenever it is another one: `#rule=null-value`.
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

/// Takes the rule out of the address.
pub(crate) fn clear_address() {
    let path = window().location().pathname().unwrap_or_default();
    if let (Ok(history), Ok(hash)) = (window().history(), window().location().hash())
        && !hash.is_empty()
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}

/// The language chosen before, or the browser's: `look.js` told it to the document.
pub(crate) fn preferred_lang() -> Lang {
    match root_attribute("lang").as_deref() {
        Some("ja") => Lang::Ja,
        _ => Lang::En,
    }
}

/// The colours chosen before.
pub(crate) fn preferred_theme() -> Theme {
    Theme::of(&root_attribute("data-theme").unwrap_or_default())
}

fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Tells the document its language and colours.
pub(crate) fn apply(lang: Lang, theme: Theme) {
    let words = words(lang);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", words.code);
        let _ = root.set_attribute("data-theme", theme.id());
    }
    document().set_title(&format!("taskdef – {}", words.tagline));
}

/// Remembers a choice; a browser that stores nothing is fine.
pub(crate) fn remember(key: &str, value: &str) {
    let _ = LocalStorage::raw().set_item(key, value);
}

/// Waits until the frame that shows the latest event is painted; a page that is out of sight paints
/// none.
pub(crate) async fn painted() {
    if document().hidden() {
        return;
    }
    let frame = Promise::new(&mut |begun, _| {
        let _ = window().request_animation_frame(&begun);
    });
    let _ = JsFuture::from(frame).await;
    // The frame begins with its callbacks; a task comes when it has ended.
    wait(0).await;
}

/// Waits so many milliseconds.
pub(crate) async fn wait(milliseconds: i32) {
    let over = Promise::new(&mut |over, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}

/// A file's bytes, as they are.
pub(crate) async fn bytes(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Copies a text: by the clipboard where there is one, else (on plain http) by a selection.
pub(crate) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| !clipboard.is_undefined()) {
        let written = navigator.clipboard().write_text(text);
        if JsFuture::from(written).await.is_ok() {
            return true;
        }
    }
    copy_by_selection(text).unwrap_or(false)
}

fn copy_by_selection(text: &str) -> Option<bool> {
    let body = document().body()?;
    let focused = document().active_element();
    let area = document().create_element("textarea").ok()?;
    let area: HtmlTextAreaElement = area.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true);
    area.set_class_name("off-screen");
    body.append_child(&area).ok()?;
    area.select();
    // The old call has no type in web-sys that is not retired; it is all that plain http has.
    let copied = Reflect::get(&document(), &"execCommand".into())
        .ok()
        .and_then(|call| call.dyn_into::<js_sys::Function>().ok())
        .and_then(|call| call.call1(&document(), &"copy".into()).ok())
        .and_then(|copied| copied.as_bool());
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    copied
}

/// Offers a file to download.
pub(crate) fn download(name: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url).ok()
}
