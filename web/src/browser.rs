//! The only file that talks to the browser.

use gloo::storage::{LocalStorage, Storage as _};
use gloo::utils::{document, window};
use js_sys::{Array, Promise, Reflect};
use taskdef_core::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, HtmlTextAreaElement, Url,
};

use crate::state::Theme;
use crate::words::words;

/// The element of this id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Gives an element the focus, once what is being done is shown.
pub(crate) fn focus(selector: &str) {
    let selector = selector.to_owned();
    spawn_local(async move {
        painted().await;
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// The language chosen before, or the browser's.
pub(crate) fn preferred_lang() -> Lang {
    let stored = LocalStorage::raw().get_item("lang").ok().flatten();
    let browsers = window().navigator().language();
    match stored.or(browsers) {
        Some(code) if code.starts_with("ja") => Lang::Ja,
        _ => Lang::En,
    }
}

/// The colours chosen before.
pub(crate) fn preferred_theme() -> Theme {
    let stored = LocalStorage::raw().get_item("theme").ok().flatten();
    Theme::of(&stored.unwrap_or_default())
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
    let task = Promise::new(&mut |begun, _| {
        let _ = window().set_timeout_with_callback(&begun);
    });
    let _ = JsFuture::from(task).await;
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

/// Offers a text as a file to download.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url).ok()
}
