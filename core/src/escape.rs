//! Text that is safe to show in a terminal, a log or a page.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

/// Escapes hidden characters, so that what is printed is what is seen, and the start of what a CI
/// system that reads a log would take for a command.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let start = text.len() - text.trim_start().len();
    let risky = |at: usize, c: char| {
        is_hidden(c) || (at == start && text[at..].starts_with("::")) || is_command(&text[at..])
    };
    rewrite(text, &risky, |out, c| match c {
        '\t' => out.push(' '),
        c => {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
    })
}

/// The same for a text of several lines, each of which a log shows as one.
#[must_use]
pub fn escape_lines(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(escape).collect();
    lines.join("\n")
}

/// A report as JSON on one line. What [`escape`] would escape is written as `\uXXXX`.
#[must_use]
pub fn report_json(report: &impl Serialize) -> String {
    let json = serde_json::to_string(report).unwrap_or_default();
    escape_json(&json).into_owned()
}

/// Escapes the strings in a JSON text; they stay equal.
fn escape_json(json: &str) -> Cow<'_, str> {
    let risky = |at: usize, c: char| is_hidden(c) || is_command(&json[at..]);
    rewrite(json, &risky, |out, c| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    })
}

/// Rewrites the characters that are risky at their place.
fn rewrite<'t>(
    text: &'t str,
    risky: &dyn Fn(usize, char) -> bool,
    write: fn(&mut String, char),
) -> Cow<'t, str> {
    if !text.char_indices().any(|(at, c)| risky(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        if risky(at, c) {
            write(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Whether a character shows nothing of itself, or changes how others are shown: of Unicode's
/// properties, `Cc`, `Zl`, `Zp`, `Default_Ignorable_Code_Point`, and the marks of interlinear
/// annotations. This takes the joiners and variation selectors of emoji and Japanese names too: they
/// can hide any number of bytes behind one that is seen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a command begins here that is found anywhere in a line: `##[…]` of GitHub's runner,
/// `##vso[…]` of Azure Pipelines, `##teamcity[…]`. A `::…::` is one at the start of a line only.
fn is_command(text: &str) -> bool {
    let name = text.strip_prefix("##");
    name.is_some_and(|name| {
        let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        rest.starts_with('[')
    })
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_json, is_hidden};

    #[test]
    fn shows_what_hides() {
        for (text, shown) in [
            ("app", "app"),
            ("アプリ é 🚀 \u{a0}", "アプリ é 🚀 \u{a0}"),
            ("a\tb\n", "a b\\u{a}"),
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("a\u{202e}b\u{61c}", "a\\u{202e}b\\u{61c}"),
            ("e\u{ad}\u{e0041}", "e\\u{ad}\\u{e0041}"),
            ("⚠\u{fe0f}", "⚠\\u{fe0f}"),
        ] {
            assert_eq!(escape(text), shown);
            assert_eq!(escape(shown), shown);
        }
    }

    #[test]
    fn the_neighbours_of_hidden_characters_are_seen() {
        for c in "\u{20}\u{7e}\u{a0}\u{ac}\u{ae}\u{34e}\u{350}\u{61b}\u{61d}\u{115e}\u{1161}\u{17b3}\
            \u{17b6}\u{180a}\u{1810}\u{200a}\u{2010}\u{2027}\u{202f}\u{205f}\u{2070}\u{3163}\u{3165}\
            \u{fdff}\u{fe10}\u{fefe}\u{ff9f}\u{ffa1}\u{ffef}\u{fffc}\u{1bc9f}\u{1bca4}\u{1d172}\
            \u{1d17b}\u{dffff}\u{e1000}"
            .chars()
        {
            assert!(!is_hidden(c), "{c:?}");
        }
        for c in "\0\u{1f}\u{7f}\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}\
            \u{180f}\u{200b}\u{200f}\u{2028}\u{202e}\u{2060}\u{206f}\u{3164}\u{fe00}\u{fe0f}\u{feff}\
            \u{ffa0}\u{fff0}\u{fffb}\u{1bca0}\u{1bca3}\u{1d173}\u{1d17a}\u{e0000}\u{e0fff}"
            .chars()
        {
            assert!(is_hidden(c), "{c:?}");
        }
    }

    #[test]
    fn no_text_is_a_command_of_a_ci_system() {
        for (text, shown) in [
            ("::add-mask::x", "\\u{3a}:add-mask::x"),
            (" \u{3000}::error::", " \u{3000}\\u{3a}:error::"),
            ("a ::error::x", "a ::error::x"),
            (":latest", ":latest"),
            ("a ##[add-mask]x", "a \\u{23}#[add-mask]x"),
            ("###[error]", "#\\u{23}#[error]"),
            ("##vso[task.setvariable]", "\\u{23}#vso[task.setvariable]"),
            ("##teamcity[x]", "\\u{23}#teamcity[x]"),
            ("## heading [1]", "## heading [1]"),
        ] {
            assert_eq!(escape(text), shown);
            assert_eq!(escape(shown), shown);
        }
    }

    #[test]
    fn json_stays_equal() {
        for (json, shown) in [
            ("{\"a\": \"b##\"}", "{\"a\": \"b##\"}"),
            ("\"\u{202e}\u{9b}\"", "\"\\u202e\\u009b\""),
            ("\"\u{e0041}\"", "\"\\udb40\\udc41\""),
            ("\"\\\\##[group]\"", "\"\\\\\\u0023#[group]\""),
            ("\"::error::\"", "\"::error::\""),
        ] {
            assert_eq!(escape_json(json), shown);
            let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).ok();
            assert!(value(json).is_some());
            assert_eq!(value(json), value(shown));
        }
    }
}
