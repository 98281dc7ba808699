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

/// The element of this id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Does something with an element, once what is being done is shown.
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

/// Gives an element the focus, once what is being done is shown; what it is folded away in opens.
pub(crate) fn focus(selector: &str) {
    after_paint(selector, |element| {
        if let Ok(Some(closed)) = element.closest("details:not([open])") {
            let _ = closed.set_attribute("open", "");
        }
        let _ = element.focus();
    });
}

/// Takes the focus from an element, so that it folds up.
pub(crate) fn blur(selector: &str) {
    after_paint(selector, |element| {
        let _ = element.blur();
    });
}

/// Brings an element into sight, if it is out of it.
pub(crate) fn reveal(selector: &str) {
    after_paint(selector, |element| {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
    });
}

/// Puts the cursor into a text area, before this character of its text in UTF-16.
pub(crate) fn put_cursor(selector: &str, at: usize) {
    after_paint(selector, move |element| {
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

/// Waits until the frame that shows the latest event is painted; a page that is out of sight paints
/// none.
pub(crate) async fn next_paint() {
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
