//! The only module that talks to the browser.

mod files;
mod listen;
mod preferences;

use gloo::utils::{document, window};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

pub(crate) use files::{bytes, copy, download};
pub(crate) use listen::{clear_address, follow_address, listen};
pub(crate) use preferences::{apply, preferred_lang, preferred_theme, remember};

/// The element with this id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Acts on an element after the next paint, when the current event's changes are in the document.
fn after_paint(selector: &str, act: impl FnOnce(HtmlElement) + 'static) {
    let selector = selector.to_owned();
    spawn_local(async move {
        next_paint().await;
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into().ok()) {
            act(element);
        }
    });
}

/// Focuses an element after the next paint, and opens the `<details>` that it is in.
pub(crate) fn focus(selector: &str) {
    after_paint(selector, |element| {
        if let Ok(Some(closed)) = element.closest("details:not([open])") {
            let _ = closed.set_attribute("open", "");
        }
        let _ = element.focus();
    });
}

/// Removes the focus from an element after the next paint; the paste box collapses then.
pub(crate) fn blur(selector: &str) {
    after_paint(selector, |element| {
        let _ = element.blur();
    });
}

/// Scrolls an element into view after the next paint.
pub(crate) fn reveal(selector: &str) {
    after_paint(selector, |element| {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
    });
}

/// Puts the cursor into a text area, `at` UTF-16 code units from its start.
pub(crate) fn put_cursor(selector: &str, at: usize) {
    after_paint(selector, move |element| {
        let _ = element.focus();
        let at = u32::try_from(at).unwrap_or_default();
        let Ok(area) = element.dyn_into::<HtmlTextAreaElement>() else {
            return;
        };
        let _ = area.set_selection_range(at, at);
        // A browser scrolls to the cursor when a person moves it, but not when a script does.
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

/// The id of an event's target.
pub(crate) fn target_id(event: &Event) -> String {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.map(|target| target.id()).unwrap_or_default()
}

/// Waits until the next frame is painted. A hidden page paints none, so there it does not wait.
pub(crate) async fn next_paint() {
    if document().hidden() {
        return;
    }
    let frame = Promise::new(&mut |begun, _| {
        let _ = window().request_animation_frame(&begun);
    });
    let _ = JsFuture::from(frame).await;
    // The callback runs at the start of the frame; the next task runs after it is painted.
    wait(0).await;
}

/// Waits `milliseconds`.
pub(crate) async fn wait(milliseconds: i32) {
    let over = Promise::new(&mut |over, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}
