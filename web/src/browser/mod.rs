//! The only module that talks to the browser.

mod early;
mod files;
mod listen;
mod preferences;
mod views;

use gloo::utils::{document, window};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, HtmlElement, HtmlTextAreaElement, IdleRequestOptions, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

pub(crate) use early::Early;
pub(crate) use files::{bytes, copy, decode, download};
pub(crate) use listen::{ask_before_leaving, listen, pasted};
pub(crate) use preferences::{apply, preferred_lang, preferred_theme, remember};
pub(crate) use views::{Entry, add_entry, follow_entries, link};

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

/// Scrolls an element into the middle of the window after the next paint.
pub(crate) fn reveal(selector: &str) {
    after_paint(selector, |element| {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Center);
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

/// Whether all of a text area's text is selected, so that a paste takes the place of all of it.
pub(crate) fn is_all_selected(area: &HtmlTextAreaElement) -> bool {
    let start = area.selection_start().ok().flatten();
    let end = area.selection_end().ok().flatten();
    (start, end) == (Some(0), Some(area.text_length()))
}

/// Notes on the paste box whether somebody has typed in it since it was written: then the browser
/// itself can undo that.
pub(crate) fn note_typing(area: &HtmlTextAreaElement, written: &str) {
    let _ = area.toggle_attribute_with_force("data-typed", area.value() != written);
}

/// Forgets that somebody has typed in the paste box, as it is written anew.
pub(crate) fn forget_typing() {
    let _ = element("paste").map(|area| area.remove_attribute("data-typed"));
}

/// Whether something is shown over the page that the Escape key closes.
pub(crate) fn has_popover_open() -> bool {
    let open = document().query_selector(":popover-open");
    open.is_ok_and(|open| open.is_some())
}

/// The width in pixels from which on the style sheet has the course's menu at the left.
const WIDE: f64 = 1000.0;

/// Whether the window is so wide.
pub(crate) fn is_wide() -> bool {
    let width = window().inner_width().ok();
    width
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width >= WIDE)
}

/// The id of an event's target.
pub(crate) fn target_id(event: &Event) -> String {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.map(|target| target.id()).unwrap_or_default()
}

/// The id of what `within` selects, in what `around` selects around an event's target. None where the event
/// is of a button that `within` does not select.
pub(crate) fn id_near(event: &Event, around: &str, within: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let button = target.closest("button").ok()?;
    if button.is_some_and(|button| !button.matches(within).unwrap_or(false)) {
        return None;
    }
    let around = target.closest(around).ok()??;
    let found = around.query_selector(within).ok()??;
    Some(found.id())
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

/// Waits until the page has nothing to do, where the browser tells, but a second at most.
pub(crate) async fn idle() {
    let idle = Promise::new(&mut |idle, _| {
        let options = IdleRequestOptions::new();
        options.set_timeout(1000);
        if window()
            .request_idle_callback_with_options(&idle, &options)
            .is_err()
        {
            let _ = window().set_timeout_with_callback(&idle);
        }
    });
    let _ = JsFuture::from(idle).await;
}

/// Waits `milliseconds`.
pub(crate) async fn wait(milliseconds: i32) {
    let over = Promise::new(&mut |over, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}
