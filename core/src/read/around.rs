//! Text around a pasted document: a shell prompt, a Markdown fence, a label.

use super::problem::{Fault, Problem};
use super::scan::{Scanner, opens_string};
use crate::rules;

impl Scanner<'_> {
    /// Moves to the start of the document; text before it is reported as a mending.
    pub(super) fn leading_text(&mut self) -> Result<(), Fault> {
        if self.rest().trim().is_empty() {
            return self.fail(Problem::Empty);
        }
        let mended = self.mendings.len();
        if self.space().is_ok() && self.peek() == Some('{') {
            return Ok(());
        }
        self.mendings.truncate(mended);
        self.at = 0;
        let Some(begins) = line_starts(self.text).find_map(opens_document) else {
            return self.no_document();
        };
        if self.has_text_before(begins) {
            self.missing_opening()?;
            self.mend(&rules::SURROUNDING_TEXT, 0);
            self.at = begins;
            return Ok(());
        }
        self.space()
    }

    /// Whether there is anything but white space and comments before byte `end`.
    fn has_text_before(&mut self, end: usize) -> bool {
        let mended = self.mendings.len();
        let other = self.space().is_err() || self.at < end;
        self.mendings.truncate(mended);
        self.at = 0;
        other
    }

    /// Fails if the text begins with `"key":`: its opening brace is missing.
    fn missing_opening(&mut self) -> Result<(), Fault> {
        self.space()?;
        let quoted = self.peek().is_some_and(opens_string);
        if quoted && self.key_follows() {
            return match left_out_line(self.text) {
                Some(at) => Err(Fault::new(at, Problem::Excerpt)),
                None => self.fail(Problem::MissingOpening),
            };
        }
        Ok(())
    }

    /// Fails because no line begins a list or an object: a lone value, or not JSON.
    fn no_document(&mut self) -> Result<(), Fault> {
        self.missing_opening()?;
        match self.peek() {
            None => self.fail(Problem::Empty),
            Some(c) if opens_string(c) => Ok(()),
            Some(_) if is_yaml(self.text) => self.fail(Problem::Yaml),
            Some(_) if self.word().len() == self.rest().trim_end().len() => Ok(()),
            Some(_) => self.fail(Problem::NoJson),
        }
    }

    /// Fails if more JSON follows the document; other text after it is a mending.
    pub(super) fn trailing_text(&mut self) -> Result<(), Fault> {
        self.space()?;
        if self.peek() == Some(',') {
            self.mend(&rules::TRAILING_COMMA, self.at);
            self.at += 1;
            self.space()?;
        }
        let rest = self.rest();
        if rest.is_empty() {
            return Ok(());
        }
        let line = rest.lines().next().unwrap_or_default();
        if rest.starts_with("```") || is_prompt(line) || !rest.contains(['{', '}', '[', ']', '"']) {
            self.mend(&rules::SURROUNDING_TEXT, self.at);
            self.at = self.end();
            return Ok(());
        }
        self.fail(if rest.starts_with(['{', '[']) {
            Problem::SecondDocument
        } else {
            Problem::TrailingText
        })
    }
}

/// The lines with the byte offset of each.
fn line_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

/// The byte at which a document begins on the line at byte `at`: a brace or bracket that begins the
/// line and does not belong to a shell prompt, or that ends it after a label without quotes.
fn opens_document((at, line): (usize, &str)) -> Option<usize> {
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.starts_with('{') || (text.starts_with('[') && !is_prompt(line)) {
        return Some(at + line.len() - text.len());
    }
    let text = line.trim_end();
    let labelled = text.ends_with(['{', '[']) && !text.contains(['"', '\'', '#', '/']);
    labelled.then(|| at + text.len() - 1)
}

/// Whether a line looks like a shell prompt: `$ …`, `user@host:~$ …`, `[user@host ~]$ …`, `PS C:\>
/// …`.
fn is_prompt(line: &str) -> bool {
    let line = line.trim();
    let Some(mark) = line.find(['$', '%', '#', '>']) else {
        return false;
    };
    let after = &line[mark + 1..];
    let before = &line[..mark];
    (after.is_empty() || after.starts_with(' ')) && !before.contains(['{', '"', ','])
}

/// The byte of a line that marks omitted ones, such as `...`.
fn left_out_line(text: &str) -> Option<usize> {
    let mut lines = line_starts(text);
    lines.find_map(|(at, line)| {
        matches!(line.trim(), "…" | "..." | "⋮").then(|| at + line.len() - line.trim_start().len())
    })
}

/// Whether the first lines are `key: value` or `- value`.
fn is_yaml(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .take(3)
        .peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            let line = line.trim_start();
            line == "---"
                || line.starts_with("- ")
                || line.ends_with(':')
                || line
                    .split_once(": ")
                    .is_some_and(|(key, _)| !key.contains(' '))
        })
}
