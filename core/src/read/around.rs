//! Text around a pasted document: a prompt or a command, a Markdown fence, a label.

use super::call::call_length;
use super::foreign;
use super::lines::line_starts;
use super::opening::is_macro;
use super::problem::{Fault, Problem};
use super::scan::Scanner;
use super::string::opens_string;
use crate::model::{IDENTIFYING, places_of};
use crate::rules;
use crate::tree::{Kind, NodeRef};

impl Scanner<'_> {
    /// Moves to the start of the document; text before it is reported as a mending.
    pub(super) fn leading_text(&mut self) -> Result<(), Fault> {
        self.at = self.marks.after(0);
        if self.rest().trim().is_empty() {
            return self.fail(Problem::Empty);
        }
        let mended = self.mendings.len();
        if self.space().is_ok() && self.peek() == Some('{') && !is_macro(self.rest()) {
            return Ok(());
        }
        self.mendings.truncate(mended);
        self.at = self.marks.after(0);
        let Some(begins) = self.first_opening() else {
            return self.no_document();
        };
        if self.has_text_before(begins) {
            self.missing_opening(begins)?;
            self.has_no_code(0, begins)?;
            self.mend(&rules::SURROUNDING_TEXT, 0);
            self.quote = self.text[..begins].chars().next_back();
            self.at = begins;
            return Ok(());
        }
        self.space()
    }

    /// The byte at which the document opens: the first that looks like JSON, else the first brace
    /// or bracket that begins a line.
    fn first_opening(&self) -> Option<usize> {
        let starts = || line_starts(self.text).map(|(at, _)| self.marks.after(at));
        starts().find_map(|at| self.opening(at)).or_else(|| {
            starts().find_map(|at| {
                let rest = self.text[at..].trim_start_matches([' ', '\t']);
                let begins = self.text.len() - rest.len();
                rest.starts_with(['{', '[']).then_some(begins)
            })
        })
    }

    /// Whether there is anything but white space and comments before byte `end`.
    fn has_text_before(&mut self, end: usize) -> bool {
        let (start, mended) = (self.at, self.mendings.len());
        let other = self.space().is_err() || self.at < end;
        self.mendings.truncate(mended);
        self.at = start;
        other
    }

    /// Fails if the text before byte `end` has lines of a document, but not its first: a closing
    /// bracket, or a member.
    fn missing_opening(&mut self, end: usize) -> Result<(), Fault> {
        self.space()?;
        let before = self.text.get(self.at..end).unwrap_or_default();
        let closes = matches!(self.peek(), Some('}' | ']'));
        let quoted = self.peek().is_some_and(opens_string);
        if closes || (quoted && self.key_follows()) || before.lines().any(is_member) {
            return match left_out_line(self.text) {
                Some(at) => Err(Fault::new(at, Problem::Excerpt)),
                None => self.fail(Problem::MissingOpening),
            };
        }
        Ok(())
    }

    /// Fails if a line of a range of the text belongs to a program that makes JSON: the document
    /// alone does not say what it makes.
    fn has_no_code(&self, from: usize, to: usize) -> Result<(), Fault> {
        let part = self.text.get(from..to).unwrap_or_default();
        let code = line_starts(part).find_map(|(at, line)| {
            foreign::code(line).map(|problem| Fault::new(from + at, problem))
        });
        code.map_or(Ok(()), Err)
    }

    /// Fails because no line begins a list or an object: a lone value, or not JSON.
    fn no_document(&mut self) -> Result<(), Fault> {
        self.missing_opening(self.end())?;
        match self.peek() {
            Some('`') => self.fail(Problem::NoJson),
            Some(c) if opens_string(c) => Ok(()),
            Some(_) if call_length(self.rest()) > 0 => self.fail(Problem::NoJson),
            Some(_) if self.word_length() == self.rest().trim_end().len() => Ok(()),
            _ => self.fail(Problem::NoJson),
        }
    }

    /// Fails if more JSON follows the document that began at byte `begins`; other text after it is
    /// a mending.
    pub(super) fn trailing_text(&mut self, begins: usize, root: NodeRef<'_>) -> Result<(), Fault> {
        let before = self.text.get(..begins).unwrap_or_default();
        let whole = is_whole(root);
        self.space()?;
        let end = self.at;
        if !whole && let Some(problem) = foreign::around(before, self.rest()) {
            return Err(Fault::new(0, problem));
        }
        let comma = self.peek() == Some(',');
        if comma {
            self.take();
            self.space()?;
        }
        self.has_no_code(self.at, self.end())?;
        let document = self.next_document();
        if self.goes_on(before, comma) || (comma && document.is_some() && !whole) {
            return if !whole && is_piece(root) {
                Err(Fault::new(begins, Problem::MissingOpening))
            } else {
                self.fail(Problem::TrailingText)
            };
        }
        if let Some(at) = document.or_else(|| self.later_document()) {
            return Err(Fault::new(at, Problem::SecondDocument));
        }
        if comma {
            self.mend(&rules::TRAILING_COMMA, end);
        }
        if !self.rest().is_empty() {
            self.mend(&rules::SURROUNDING_TEXT, self.at);
            self.at = self.end();
        }
        Ok(())
    }

    /// Whether more of the document follows its end: a member, or a bracket that closes nothing.
    fn goes_on(&mut self, before: &str, comma: bool) -> bool {
        match self.peek() {
            Some('}' | ']') => !encloses(before),
            Some(c) => (comma || opens_string(c)) && self.key_follows(),
            None => false,
        }
    }

    /// The byte of this line at which a document begins.
    fn next_document(&self) -> Option<usize> {
        let brace = self.peek() == Some('{') && !is_macro(self.rest());
        self.opening(self.at).or_else(|| brace.then_some(self.at))
    }

    /// The byte of a later line at which another document, or the rest of one, begins.
    fn later_document(&self) -> Option<usize> {
        let lines = line_starts(self.rest()).map(|(at, _)| self.marks.after(self.at + at));
        lines.into_iter().find_map(|at| {
            let line = self.text[at..].lines().next().unwrap_or_default();
            self.opening(at).or_else(|| is_member(line).then_some(at))
        })
    }
}

/// Whether a value is a task definition, or the answer that holds one.
fn is_whole(root: NodeRef<'_>) -> bool {
    let mut keys = IDENTIFYING.iter().chain(&["taskDefinition"]);
    keys.any(|key| root.member(key).is_some())
}

/// Whether a value is a part of a task definition: a list, or an object that begins with a name of
/// AWS's model.
fn is_piece(root: NodeRef<'_>) -> bool {
    let first = root.children().next();
    let known = |child: NodeRef<'_>| !places_of(&child.key()).is_empty();
    root.kind() == Kind::List || first.is_some_and(known)
}

/// Whether a line begins with a key in quotes and a colon.
fn is_member(line: &str) -> bool {
    let key = line.trim_start().strip_prefix('"');
    let after = key.and_then(|key| key.split_once('"'));
    after.is_some_and(|(_, after)| after.trim_start().starts_with(':'))
}

/// Whether a text before a document opens brackets that are closed after it, as a function does.
fn encloses(before: &str) -> bool {
    let count = |brackets: [char; 3]| before.matches(brackets).count();
    count(['{', '[', '(']) > count(['}', ']', ')'])
}

/// The byte of a line that marks omitted ones, such as `...`.
fn left_out_line(text: &str) -> Option<usize> {
    let mut lines = line_starts(text);
    lines.find_map(|(at, line)| {
        matches!(line.trim(), "…" | "..." | "⋮").then(|| at + line.len() - line.trim_start().len())
    })
}
