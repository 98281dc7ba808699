//! JSON strings: from tokens to characters and back.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a token is a string with its quotes.
#[must_use]
pub(crate) fn is_string_token(token: &str) -> bool {
    token.len() >= 2 && token.starts_with('"') && token.ends_with('"')
}

/// The characters of a string token (quotes included). A lone surrogate becomes U+FFFD; a text that
/// is not a string token is returned unchanged.
#[must_use]
pub(crate) fn unquote(token: &str) -> Cow<'_, str> {
    if !is_string_token(token) {
        return Cow::Borrowed(token);
    }
    let inner = &token[1..token.len() - 1];
    // Keys are short: a plain loop is faster than the search that `find` sets up.
    match inner.bytes().position(|byte| byte == b'\\') {
        None => Cow::Borrowed(inner),
        Some(first) => Cow::Owned(unescape(inner, first)),
    }
}

fn unescape(inner: &str, first: usize) -> String {
    let mut out = String::with_capacity(inner.len());
    out.push_str(&inner[..first]);
    let mut chars = inner[first..].chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => out.push(unicode_escape(&mut chars)),
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

fn unicode_escape(chars: &mut std::str::Chars<'_>) -> char {
    let high = four_hex(chars);
    if (0xD800..0xDC00).contains(&high) {
        let mut ahead = chars.clone();
        if ahead.next() == Some('\\') && ahead.next() == Some('u') {
            let low = four_hex(&mut ahead);
            if (0xDC00..0xE000).contains(&low) {
                *chars = ahead;
                let scalar = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                return char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn four_hex(chars: &mut std::str::Chars<'_>) -> u32 {
    chars
        .by_ref()
        .take(4)
        .fold(0, |value, c| value * 16 + c.to_digit(16).unwrap_or(0))
}

/// Writes characters as a JSON string token.
pub(crate) fn quote(characters: &str, out: &mut String) {
    out.push('"');
    for c in characters.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::{quote, unquote};

    #[test]
    fn unquotes_every_escape() {
        assert_eq!(
            unquote(r#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00z""#),
            "a\"\\/\u{8}\u{c}\n\r\té😀z"
        );
        assert_eq!(unquote(r#""\ud83dx""#), "\u{fffd}x");
    }

    #[test]
    fn quotes_what_it_unquotes() {
        let text = "a\"b\\c\n\u{1}é😀";
        let mut token = String::new();
        quote(text, &mut token);
        assert_eq!(unquote(&token), text);
    }
}
