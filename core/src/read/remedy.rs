//! The one small change after which a text that could not be read can be read, or read further.
//!
//! What has only one meaning the reader mends by itself. A remedy is for what has a likely one: it is
//! offered, and never made unasked.

use super::problem::{Fault, Problem};
use super::read;
use crate::position::boundary_before;
use crate::tree::Tree;

/// The longest text that is tried with changes, in bytes: four times what ECS takes.
const LONGEST: usize = 256 * 1024;

/// The most brackets that are closed at the end of a text; a task definition nests seven deep.
const MOST_CLOSED: usize = 16;

/// A change of a text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The text with the change.
    pub text: String,
    /// What the change is.
    pub mend: Mend,
}

/// What a change of a text is. Its texts are marks, keys and numbers, but no strings, which may be
/// secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// This is put in.
    Insert(String),
    /// This is taken out.
    Remove(String),
    /// The first is replaced by the second.
    Replace(String, String),
    /// What the text ends in the middle of is left out, and these brackets are closed.
    LeaveOut(String),
    /// The quotes inside of a string are escaped.
    EscapeQuotes,
}

/// The change that makes a text readable; else the only one that lets it be read furthest. [`None`]
/// if there is no such change, or the text can be read.
#[must_use]
pub fn remedy(text: &str) -> Option<Remedy> {
    if text.len() > LONGEST {
        return None;
    }
    let fault = fault_of(text)?;
    let mut best: Option<(usize, Remedy)> = None;
    let mut ties = false;
    for change in changes(text, fault) {
        let (reach, remedy) = change.made(text);
        let Some(reach) = reach else {
            return Some(remedy);
        };
        let known = best.as_ref().map_or(fault.at as usize, |(known, _)| *known);
        ties = best.is_some() && reach == known;
        if reach > known {
            best = Some((reach, remedy));
        }
    }
    best.filter(|_| !ties).map(|(_, remedy)| remedy)
}

fn fault_of(text: &str) -> Option<Fault> {
    read(text, &mut Tree::default()).err()
}

/// Replaces bytes of a text.
#[derive(Debug, Clone)]
struct Change {
    start: usize,
    end: usize,
    with: String,
    mend: Mend,
}

impl Change {
    fn insert(at: usize, with: &str) -> Self {
        Change {
            start: at,
            end: at,
            with: with.to_owned(),
            mend: Mend::Insert(with.to_owned()),
        }
    }

    /// Removes the character at a byte.
    fn remove(at: usize, c: char) -> Self {
        Change {
            start: at,
            end: at + c.len_utf8(),
            with: String::new(),
            mend: Mend::Remove(c.to_string()),
        }
    }

    /// Replaces the text at a byte.
    fn replace(at: usize, old: &str, new: &str) -> Self {
        Change {
            start: at,
            end: at + old.len(),
            with: new.to_owned(),
            mend: Mend::Replace(old.to_owned(), new.to_owned()),
        }
    }

    fn apply(&self, text: &str) -> String {
        [&text[..self.start], &self.with, &text[self.end..]].concat()
    }

    /// The byte of the old text up to which the new one can be read, [`None`] for all of it. A text
    /// that ends too early is not read any further by what is put in its middle.
    fn made(&self, text: &str) -> (Option<usize>, Remedy) {
        let made = self.apply(text);
        let reach = fault_of(&made).map(|fault| {
            let at = fault.at as usize;
            let ends = at == made.len() && !is_unclosed(fault.problem);
            let shifted = (at + self.end).saturating_sub(self.start + self.with.len());
            if ends { 0 } else { shifted }
        });
        let remedy = Remedy {
            text: made,
            mend: self.mend.clone(),
        };
        (reach, remedy)
    }
}

fn is_unclosed(problem: Problem) -> bool {
    matches!(
        problem,
        Problem::UnclosedObject { .. } | Problem::UnclosedList { .. }
    )
}

/// The changes that may be meant, most likely first.
fn changes(text: &str, fault: Fault) -> Vec<Change> {
    let at = boundary_before(text, (fault.at as usize).min(text.len()));
    let (before, rest) = text.split_at(at);
    let next = rest.chars().next();
    let after_last = before.trim_end().len();
    match fault.problem {
        Problem::UnclosedObject { .. } | Problem::UnclosedList { .. } => {
            let end = text.trim_end().len();
            let closed = Change::insert(end, &closing(&text[..end]));
            [closed]
                .into_iter()
                .chain(without_last(text, end))
                .collect()
        }
        Problem::ExpectedCommaOrBrace { .. } => separators(text, at, next, [']', '}']),
        Problem::ExpectedCommaOrBracket { .. } => separators(text, at, next, ['}', ']']),
        Problem::ExpectedKey { .. } => match next {
            Some(']') => mismatched(at, [']', '}']),
            _ => Vec::new(),
        },
        Problem::ExpectedColon if rest.is_empty() => without_last(text, at).into_iter().collect(),
        Problem::ExpectedColon if next == Some('=') => vec![Change::replace(at, "=", ":")],
        Problem::ExpectedColon => {
            let colon = Change::insert(after_last, ":");
            unclosed_key(before).into_iter().chain([colon]).collect()
        }
        Problem::UnclosedString => unclosed_string(text, at),
        Problem::UnopenedKey { meant } => {
            let word = rest.find(['"', '\'']).unwrap_or(0);
            let key = meant.unwrap_or(&rest[..word]);
            vec![if rest[..word] == *key {
                Change::insert(at, "\"")
            } else {
                Change::replace(at, &rest[..word], &format!("\"{key}"))
            }]
        }
        Problem::BadEscape => vec![Change::insert(at, "\\")],
        Problem::ControlCharacter => next
            .map(|c| Change::replace(at, &c.to_string(), &format!("\\u{:04x}", u32::from(c))))
            .into_iter()
            .collect(),
        Problem::BadNumber => number(at, rest).into_iter().collect(),
        Problem::MissingOpening => vec![Change::insert(0, "{")],
        Problem::TrailingText => {
            let bracket = before.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
            let last = bracket
                .chars()
                .next_back()
                .filter(|c| matches!(c, '}' | ']'));
            let early = last.map(|last| Change::remove(bracket.len() - 1, last));
            early.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// For a member or an element that is followed by neither a comma nor the closing bracket:
/// `brackets` are the wrong and the right one.
fn separators(text: &str, at: usize, next: Option<char>, brackets: [char; 2]) -> Vec<Change> {
    let before = &text[..at];
    let comma = Change::insert(before.trim_end().len(), ",");
    match next {
        Some(c) if c == brackets[0] => mismatched(at, brackets),
        Some(';') => vec![Change::replace(at, ";", ",")],
        Some(quote @ '"') => vec![comma, Change::remove(at, quote)],
        Some(_) => [comma].into_iter().chain(inner_quotes(text, at)).collect(),
        None => Vec::new(),
    }
}

/// For a closing bracket of the other kind: it is the wrong one, or the right one is missing.
fn mismatched(at: usize, brackets: [char; 2]) -> Vec<Change> {
    let [wrong, right] = brackets.map(String::from);
    vec![
        Change::replace(at, &wrong, &right),
        Change::insert(at, &right),
    ]
}

/// For a string that ended at a quote inside of it, right before `at`: escapes that quote and all
/// others before the last one of the line.
fn inner_quotes(text: &str, at: usize) -> Option<Change> {
    let start = text[..at].strip_suffix('"')?.len();
    let line = text[start..].lines().next().unwrap_or_default();
    let last = line.rfind('"').filter(|last| *last > 0)?;
    let escaped = line[..last].replace('"', "\\\"");
    Some(Change {
        start,
        end: start + last,
        with: escaped,
        mend: Mend::EscapeQuotes,
    })
}

/// For a key whose closing quote is missing, so that the string went on to that of its value.
fn unclosed_key(before: &str) -> Option<Change> {
    let inner = before.strip_suffix('"')?;
    let start = inner.rfind('"')? + 1;
    let name = inner[start..].trim_end().strip_suffix(':')?;
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    plain.then(|| Change::insert(start + name.len(), "\""))
}

/// For a string that is not closed on its line, which begins at `at`.
fn unclosed_string(text: &str, at: usize) -> Vec<Change> {
    let line = text[at..].lines().next().unwrap_or_default();
    let end = at + line.len();
    if text[end..].trim().is_empty() && !line.ends_with([',', '}', ']']) {
        return without_last(text, at).into_iter().collect();
    }
    let bare = |marks: &[char]| {
        let marks = |c: char| c.is_whitespace() || marks.contains(&c);
        at + line.trim_end_matches(marks).len()
    };
    let mut ends = vec![bare(&[',']), bare(&[',', '}', ']'])];
    ends.dedup();
    let closed = ends.into_iter().filter(|end| *end > at + 1);
    closed.map(|end| Change::insert(end, "\"")).collect()
}

/// For a number with a sign, a zero or a point that JSON does not have.
fn number(at: usize, rest: &str) -> Option<Change> {
    let length = rest
        .find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.'))
        .unwrap_or(rest.len());
    let word = &rest[..length];
    let digits = word.trim_start_matches(['+', '0']).trim_end_matches('.');
    let plain = match digits.chars().next() {
        None if word.contains('0') => "0".to_owned(),
        Some('.') => format!("0{digits}"),
        _ => digits.to_owned(),
    };
    (!plain.is_empty()).then(|| Change::replace(at, word, &plain))
}

/// The brackets that are open at the end of a text; empty if something else is missing there.
fn closing(text: &str) -> String {
    let mut closing = String::new();
    for _ in 0..MOST_CLOSED {
        match fault_of(&format!("{text}{closing}")).map(|fault| fault.problem) {
            Some(Problem::UnclosedObject { .. }) => closing.push('}'),
            Some(Problem::UnclosedList { .. }) => closing.push(']'),
            Some(_) => return String::new(),
            None => break,
        }
    }
    closing
}

/// For a text that ends inside of a member or an element: what is cut off is left out, as nobody
/// knows the rest of it, and what is open is closed. `at` is in it.
fn without_last(text: &str, at: usize) -> Option<Change> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let start = text[line..at].rfind([',', '{', '[']).map_or(line, |mark| {
        line + mark + usize::from(!text[line + mark..].starts_with(','))
    });
    let kept = text[..start].trim_end();
    let closing = closing(kept);
    (!closing.is_empty()).then(|| Change {
        start: kept.len(),
        end: text.len(),
        with: closing.clone(),
        mend: Mend::LeaveOut(closing),
    })
}

#[cfg(test)]
mod tests {
    use super::{Mend, remedy};

    fn made(text: &str) -> Option<String> {
        remedy(text).map(|made| made.text)
    }

    #[test]
    fn one_plain_mend_is_found() {
        for (text, mended) in [
            (r#"{"a": "1""b": 2}"#, r#"{"a": "1","b": 2}"#),
            (r#"{"a": ["x" "y"]}"#, r#"{"a": ["x", "y"]}"#),
            (r#"{"a": "1"", "b": 2}"#, r#"{"a": "1", "b": 2}"#),
            (r#"{"a": "1"; "b": 2}"#, r#"{"a": "1", "b": 2}"#),
            (r#"{"a" "b"}"#, r#"{"a": "b"}"#),
            (r#"{"a" = "b"}"#, r#"{"a" : "b"}"#),
            (
                "{\"cpu: \"256\",\n\"b\": 1}",
                "{\"cpu\": \"256\",\n\"b\": 1}",
            ),
            ("{\"a\": \"x,\n\"b\": 1}", "{\"a\": \"x\",\n\"b\": 1}"),
            (
                "{\"a\": {\"b\": \"x },\n\"c\": 1}",
                "{\"a\": {\"b\": \"x\" },\n\"c\": 1}",
            ),
            (r#"{"a": [{"b": 1"#, r#"{"a": [{"b": 1}]}"#),
            ("{\"a\": 1,\n", "{\"a\": 1,}\n"),
            ("{\"a\": 1,\n  \"b\": \"x", "{\"a\": 1,}"),
            ("{\"a\": 1,\n  \"b\":", "{\"a\": 1,}"),
            ("{\"a\": 1,\n  \"b", "{\"a\": 1,}"),
            (r#"{"a": ["x"}"#, r#"{"a": ["x"]}"#),
            (r#"{"a": ["x"}}"#, r#"{"a": ["x"]}"#),
            (
                r#"{"a": [{"b": 1], "c": 1}"#,
                r#"{"a": [{"b": 1}], "c": 1}"#,
            ),
            (
                "{\"family\": \"a\"}, \"cpu\": 1}",
                "{\"family\": \"a\", \"cpu\": 1}",
            ),
            (r#"{"a": "C:\q"}"#, r#"{"a": "C:\\q"}"#),
            ("{\"a\": \"\u{1}\"}", "{\"a\": \"\\u0001\"}"),
            (r#"{"a": 0512}"#, r#"{"a": 512}"#),
            (r#"{"a": +.5}"#, r#"{"a": 0.5}"#),
            (r#"{ecrets": []}"#, r#"{"secrets": []}"#),
            (
                "\"family\": \"a\", \"cpu\": 1}",
                "{\"family\": \"a\", \"cpu\": 1}",
            ),
            (
                "{\"a\": \"say \"hi\" to\",\n\"b\": 1}",
                "{\"a\": \"say \\\"hi\\\" to\",\n\"b\": 1}",
            ),
        ] {
            assert_eq!(made(text).as_deref(), Some(mended));
        }
    }

    #[test]
    fn what_it_is_called_holds_no_string() {
        for (text, mend) in [
            (r#"{"a": [{"b": 1"#, Mend::Insert("}]}".to_owned())),
            (r#"{"a": 1, "b": "hunter2"#, Mend::LeaveOut("}".to_owned())),
            (r#"{"a": "say "hi" to", "b": 1}"#, Mend::EscapeQuotes),
        ] {
            let made = remedy(text).map(|made| made.mend);
            assert!(made == Some(mend), "{text}: {made:?}");
        }
    }

    #[test]
    fn what_has_no_plain_mend_gets_none() {
        for text in [
            "",
            "hello",
            "{}",
            "{} {}",
            r#"{"a": ]}"#,
            "...",
            "{{ a }}",
            "{\"a\": /* x",
        ] {
            assert_eq!(made(text), None, "{text}");
        }
    }
}
