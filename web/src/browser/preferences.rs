//! The language and the theme: reads what was chosen before, and applies them to the document.

use gloo::storage::{LocalStorage, Storage as _};
use gloo::utils::document;
use taskdef_core::Lang;

/// The language chosen before, or the browser's: `look.js` has set it on the document.
pub(crate) fn preferred_lang() -> Lang {
    match root_attribute("lang").as_deref() {
        Some("ja") => Lang::Ja,
        _ => Lang::En,
    }
}

/// The id of the theme chosen before, if there is one.
pub(crate) fn preferred_theme() -> Option<String> {
    root_attribute("data-theme")
}

fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Sets the document's language, the id of its theme, and its title.
pub(crate) fn apply(lang: &str, theme: &str, title: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang);
        let _ = root.set_attribute("data-theme", theme);
    }
    document().set_title(title);
}

/// Stores a choice, if the browser allows it.
pub(crate) fn remember(key: &str, value: &str) {
    let _ = LocalStorage::raw().set_item(key, value);
}
