//! The part of a line around a place in it, with everything masked but punctuation and known keys.
//!
//! A text that does not parse has no structure to go by: after a lost quote, what looks like a key
//! may be a value. So a key is shown only if it is a name of AWS's.

use serde::Serialize;

use super::MASK;
use crate::escape::escape;
use crate::model;
use crate::position::{boundary_after, boundary_before};
use crate::secret;

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

/// A line around a byte of it as it is, for the person whose text it is. [`None`] if something on it
/// looks like a secret, also by a name on the line before or after it.
#[must_use]
pub(crate) fn own_line(line: &str, at: usize, beside: [&str; 2]) -> Option<Line> {
    let at = boundary_before(line, at.min(line.len()));
    let near = |line: &'_ str, at: usize| {
        let start = boundary_before(line, at.saturating_sub(AROUND));
        start..boundary_after(line, at + AROUND)
    };
    let shown = near(line, at);
    let part = &line[shown.clone()];
    let [previous, next] = beside;
    let previous = &previous[near(previous, previous.len())];
    let next = &next[near(next, 0)];
    let names: Vec<_> = [previous, part, next].into_iter().flat_map(words).collect();
    let values = words(part).into_iter();
    let mut values = values.filter(|(word, is_key)| !is_key && !model::is_name(word));
    let is_secret = secret::by_shape(part)
        || values.any(|(value, _)| {
            let mut others = names.iter().filter(|(name, _)| *name != value);
            others.any(|(name, _)| secret::by_name(name, value))
        });
    (!is_secret).then(|| {
        let caret = escape(&line[shown.start..at]).chars().count();
        cut(&escape(part), caret)
    })
}

/// The words of a part of a line, and whether a colon follows.
fn words(part: &str) -> Vec<(&str, bool)> {
    let mut words = Vec::new();
    let mut from = 0;
    while from < part.len() {
        let to = run_end(part, from);
        let run = &part[from..to];
        if !is_between(run) {
            words.push((run, before_colon(&part[to..])));
        }
        from = to;
    }
    words
}

/// Whether a run of characters is white space or punctuation.
fn is_between(run: &str) -> bool {
    run.starts_with(|c: char| c.is_whitespace() || PUNCTUATION.contains(c))
}

/// The part of a text around its caret that is shown.
fn cut(text: &str, caret: usize) -> Line {
    let skip = caret.saturating_sub(LONGEST / 2);
    Line {
        text: text.chars().skip(skip).take(LONGEST).collect(),
        column: (caret - skip) as u32 + 1,
    }
}

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
        if is_between(run) {
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
    cut(&text, caret)
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
    use super::{LONGEST, line, own_line};

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
    fn shows_the_own_line_unless_it_looks_like_a_secret() {
        for (line, beside, shown) in [
            (r#"  "cpu": "256" "memory" "512""#, ["", ""], true),
            (
                r#"  "cpu": "256" "memory" "512""#,
                [r#""image": "a:1","#, "}"],
                true,
            ),
            (r#""DB_PASSWORD": "tr0ub4dor&3" x"#, ["", ""], false),
            (
                r#""value": "tr0ub4dor&3" x"#,
                [r#""name": "DB_PASSWORD","#, ""],
                false,
            ),
            (
                r#""value": "tr0ub4dor&3" x"#,
                ["", r#""name": "DB_PASSWORD","#],
                false,
            ),
            (
                r#"{"name": "MODE" "value": "AKIAZQ3DRSTUVWXY2345"}"#,
                ["", ""],
                false,
            ),
            (
                r#"{"name": "DB_PASSWORD" "valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/a"}"#,
                ["", ""],
                true,
            ),
        ] {
            let own = own_line(line, 10, beside);
            assert_eq!(own.is_some(), shown, "{line} {own:?}");
            assert!(own.is_none_or(|own| own.text == line && own.column == 11));
        }
        let turned = own_line("\"a\u{202e}b\" x", 7, ["", ""]).map(|own| (own.text, own.column));
        assert_eq!(turned, Some((r#""a\u{202e}b" x"#.to_owned(), 13)));
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
