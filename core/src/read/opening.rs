//! Where a document opens: a brace or bracket that begins JSON, on a line of its own, or after a
//! prompt, a command, an assignment or a label.

use super::lines::is_prompt;
use super::marks::colour_length;
use super::scan::{Scanner, is_space};
use super::string::opens_string;

/// What follows an opening brace or bracket, white space aside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A quote, plain or escaped.
    Quote,
    /// A name and a colon.
    Name,
    /// A comment, an omission, or a character or tag of HTML.
    Other,
    Opening,
    Closing,
    /// What JSON does not have there.
    Nothing,
}

impl Scanner<'_> {
    /// The byte at which a document opens between byte `from` and the end of its line.
    pub(super) fn opening(&self, from: usize) -> Option<usize> {
        let line = self.text[from..].lines().next().unwrap_or_default();
        let begins = space_length(line);
        let found = line.match_indices(['{', '[']).find(|&(at, bracket)| {
            let next = self.next(from + at + 1);
            if at <= begins {
                return match bracket {
                    "{" if is_macro(&line[at..]) => false,
                    "{" => next != Next::Opening,
                    _ => !matches!(next, Next::Nothing | Next::Name) && !is_prompt(line),
                };
            }
            let before = &line[..at];
            let opens = match (bracket, next) {
                ("{", Next::Quote | Next::Other) | ("[", Next::Opening) => true,
                ("{", Next::Name) => {
                    before.trim_end().ends_with(['=', '(', ':'])
                        || line[at + 1..].trim_start().is_empty()
                }
                _ => false,
            };
            opens && follows_label(before)
        });
        found.map(|(at, _)| from + at)
    }

    /// What comes next after byte `from`, on this line or on a later one.
    fn next(&self, mut from: usize) -> Next {
        loop {
            from += space_length(&self.text[from..]);
            if !self.text[from..].starts_with('\n') {
                return kind(&self.text[from..]);
            }
            from = self.marks.after(from + 1);
        }
    }
}

fn kind(text: &str) -> Next {
    match text.chars().next() {
        Some(c) if opens_string(c) || c == '\\' => Next::Quote,
        Some('{' | '[') => Next::Opening,
        Some('}' | ']') => Next::Closing,
        Some('#' | '/' | '.' | '…' | '&' | '<') => Next::Other,
        Some(_) if is_name(text) => Next::Name,
        _ => Next::Nothing,
    }
}

/// Whether a name and a colon begin here.
fn is_name(text: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '.');
    let rest = text.trim_start_matches(part);
    rest.len() < text.len() && rest.trim_start_matches(is_space).starts_with([':', '：'])
}

/// Whether a wiki's mark of a block begins here: `{code:json}`, `{noformat}`.
pub(super) fn is_macro(text: &str) -> bool {
    text.starts_with("{code") || text.starts_with("{noformat}")
}

/// Whether a document may open after this part of a line.
fn follows_label(before: &str) -> bool {
    before.ends_with(|c: char| !c.is_ascii() || "'\"`=(:> \t".contains(c))
}

/// The length of the white space and the terminal's colours at the start of a line.
fn space_length(line: &str) -> usize {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(|c| c != '\n' && is_space(c));
        match colour_length(rest) {
            0 => return line.len() - rest.len(),
            length => rest = &rest[length..],
        }
    }
}
