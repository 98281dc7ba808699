//! Quoting for a POSIX shell.

use std::borrow::Cow;
use std::fmt::Write;

/// Quotes a text as one word of a POSIX shell; unchanged if it needs no quotes.
#[must_use]
pub fn quote(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:=@,+".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("'{}'", text.replace('\'', r"'\''")))
}

/// What follows the name of an option: a value that begins with a dash is joined to it.
pub(crate) fn value(text: &str) -> String {
    let between = if text.starts_with('-') { '=' } else { ' ' };
    format!("{between}{}", quote(text))
}

/// Quotes a text as one word of bash in ASCII, for files in which other characters would be lost.
pub(crate) fn quote_in_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return quote(text);
    }
    let mut word = String::from("$'");
    for c in text.chars() {
        if matches!(c, '\'' | '\\') {
            word.push('\\');
        }
        if c.is_ascii() {
            word.push(c);
        } else {
            let _ = write!(word, "\\U{:08x}", u32::from(c));
        }
    }
    word.push('\'');
    Cow::Owned(word)
}

#[cfg(test)]
mod tests {
    use super::{quote, quote_in_ascii};

    #[test]
    fn quotes_what_a_shell_would_read() {
        assert_eq!(quote("xxxx-dev-batch"), "xxxx-dev-batch");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("$(x) 'y'"), r"'$(x) '\''y'\'''");
        assert_eq!(quote("a\nb"), "'a\nb'");
        assert_eq!(quote_in_ascii("it's \\ 名"), r"$'it\'s \\ \U0000540d'");
    }
}
