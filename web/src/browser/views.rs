//! The views of the page as entries of the browser's history. An entry holds the name of its view
//! and nothing else, so that nothing of a paste is kept there.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::Callback;

/// An entry of the browser's history.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The place of the course that its address names: `rule=null-value`.
    pub(crate) place: Option<String>,
    /// The name of its view; [`None`] for an entry that the page has not written yet.
    pub(crate) view: Option<String>,
}

fn entry() -> Entry {
    let hash = window().location().hash().unwrap_or_default();
    let state = window().history().and_then(|history| history.state());
    let place = hash.strip_prefix('#').filter(|place| place.contains('='));
    Entry {
        place: place.map(str::to_owned),
        view: state.ok().and_then(|state| state.as_string()),
    }
}

/// Reports the current entry, now and whenever it is another one: after a link within the page, and
/// after the browser's buttons for back and forward.
pub(crate) fn follow_entries(tell: &Callback<Entry>) {
    tell.emit(entry());
    for event in ["popstate", "hashchange"] {
        let tell = tell.clone();
        let on_event = move |_: &Event| {
            let entry = entry();
            // The news of a link comes late: the page may have answered it, and may have gone on.
            if event == "popstate" || entry.place.is_some() {
                tell.emit(entry);
            }
        };
        EventListener::new(&window(), event, on_event).forget();
    }
}

/// The address of a place in the page, for others: nothing else of this page's address is in it.
pub(crate) fn link(place: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split(['?', '#']).next().unwrap_or_default();
    format!("{page}#{place}")
}

/// Adds an entry for a view, if the current entry is that of another one.
pub(crate) fn add_entry(view: &str, course: &str, first: &str) {
    let Ok(history) = window().history() else {
        return;
    };
    let now = entry();
    let shown = match (&now.place, &now.view) {
        (Some(_), _) => course,
        (None, Some(view)) => view,
        (None, None) => first,
    };
    let name = JsValue::from(view);
    // A page from a disk may change nothing of its address but what follows `#`.
    let address = window().location().href().unwrap_or_default();
    let address = address.split('#').next();
    let _ = if shown != view {
        history.push_state_with_url(&name, "", address)
    } else if now.view.is_none() {
        history.replace_state(&name, "")
    } else {
        Ok(())
    };
}
