//! The language and the colours: what was chosen before, and what the document is told.

use gloo::storage::{LocalStorage, Storage as _};
use gloo::utils::document;
use taskdef_core::Lang;

use crate::state::Theme;
use crate::words::words;

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
