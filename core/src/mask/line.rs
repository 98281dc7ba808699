//! The part of a line around a place in it, with everything masked but punctuation and known keys.
//!
//! A text that does not parse has no structure to go by: after a lost quote, what looks like a key
//! may be a value. So a key is shown only if it is a name of AWS's.

use serde::Serialize;

use super::MASK;
use crate::escape::escape;
use crate::model;
use crate::position::{boundary_after, boundary_before};

/// Part of a line of the paste, masked.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The masked part.
    pub text: String,
    /// The column in it at which reading stopped, from 1, in scalar values.
    pub column: u32,
}

/// The most characters that are shown.
const LONGEST: usize = 160;

/// The most bytes that are looked at on each side of the place.
const AROUND: usize = 4 * LONGEST;

/// What is neither a key nor a value.
const PUNCTUATION: &str = "{}[]:,\"'";

/// Masks a line of a text that does not parse around a byte of it.
#[must_use]
pub(crate) fn line(line: &str, at: usize) -> Line {
    line_with(line, at, |_, word| model::is_name(word))
}

/// Masks a line around a byte of it. `is_key` says whether the word at a byte of the line, which a
/// colon follows, may be shown.
#[must_use]
pub(crate) fn line_with(line: &str, at: usize, is_key: impl Fn(usize, &str) -> bool) -> Line {
    let at = at.min(line.len());
    let start = boundary_before(line, at.saturating_sub(AROUND));
    let end = boundary_after(line, at + AROUND);
    let mut text = String::new();
    let mut caret = 0;
    let mut from = start;
    while from < end {
        if from == at {
            caret = text.chars().count();
        }
        let to = run_end(&line[..end], from);
        // What the place divides is two runs, so that the caret stands between them.
        let to = if from < at { to.min(at) } else { to };
        let run = &line[from..to];
        if run.starts_with(|c: char| c.is_whitespace() || PUNCTUATION.contains(c)) {
            text.push_str(&escape(run));
        } else if before_colon(&line[to..end]) && is_key(from, run) {
            text.push_str(run);
        } else {
            text.push_str(MASK);
        }
        from = to;
    }
    if at >= end {
        caret = text.chars().count();
    }
    let skip = caret.saturating_sub(LONGEST / 2);
    Line {
        text: text.chars().skip(skip).take(LONGEST).collect(),
        column: (caret - skip) as u32 + 1,
    }
}

/// The end of the run that begins at a byte: white space, one mark, or anything else without the
/// white space after it.
fn run_end(line: &str, from: usize) -> usize {
    let rest = &line[from..];
    let length = match rest.chars().next() {
        Some(c) if c.is_whitespace() => rest.len() - rest.trim_start().len(),
        Some(c) if PUNCTUATION.contains(c) => c.len_utf8(),
        _ => {
            let run = rest.find(|c| PUNCTUATION.contains(c)).unwrap_or(rest.len());
            rest[..run].trim_end().len()
        }
    };
    from + length
}

/// Whether a colon follows a word, after the quote that closes it.
fn before_colon(rest: &str) -> bool {
    let rest = rest.strip_prefix(['"', '\'']).unwrap_or(rest);
    rest.trim_start().starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, line};

    #[test]
    fn masks_a_broken_line_and_keeps_the_caret() {
        let broken = r#"  "value": "hunter2"x", "name": PASS"#;
        let masked = line(broken, 20);
        assert_eq!(masked.text, r#"  "value": "****"****", "name": ****"#);
        assert_eq!(masked.column, 18);
    }

    #[test]
    fn shows_only_keys_that_are_names_of_aws() {
        for (broken, masked) in [
            (
                r#""command":["run","--password","hunter2" : "x"]"#,
                r#""command":["****","****","****" : "****"]"#,
            ),
            (
                r#""value": "a, "hunter2": "b""#,
                r#""value": "****, "****": "****""#,
            ),
            ("cpu: 5, hunter2: 6", "cpu: ****, ****: ****"),
            ("'image': 'hunter2 x'", "'image': '****'"),
            ("\"family\": \u{202e}", "\"family\": ****"),
        ] {
            assert_eq!(line(broken, 0).text, masked);
        }
    }

    #[test]
    fn shows_only_what_is_near() {
        let broken = format!("{}é]x{}", "\"a\",".repeat(4_000), " ".repeat(90_000));
        for at in [0, 3, 15_999, 16_000, 16_002, 16_003, 16_004, broken.len()] {
            let masked = line(&broken, at);
            assert!(masked.text.chars().count() <= LONGEST, "{at}");
            assert!(masked.column as usize <= LONGEST / 2 + 1, "{at}");
        }
        let cut = line(&broken, 16_003);
        let before: String = cut.text.chars().take(cut.column as usize - 1).collect();
        assert!(before.ends_with("\"****\",****]"), "{before}");
    }
}
