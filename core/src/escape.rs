//! Text that is safe to show in a terminal, a log or a page.

use std::borrow::Cow;

/// Escapes control and bidirectional characters, so that a text is safe to print in a terminal.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if !text.chars().any(hidden) {
        return Cow::Borrowed(text);
    }
    let escaped = text.chars().map(|c| match c {
        '\t' => " ".to_owned(),
        c if hidden(c) => format!("\\u{{{:x}}}", u32::from(c)),
        c => c.to_string(),
    });
    Cow::Owned(escaped.collect())
}
