//! The scanner of the lenient reader: white space, comments, punctuation, words.

use super::MOST;
use super::call::call_length;
use super::marks::{Marks, colour_length};
use super::mending::Mending;
use super::problem::{Fault, Problem};
use crate::rule::Rule;
use crate::rules;

/// A position in a text, and the mendings made on the way to it.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// What is read as white space at the start of a line.
    pub(super) marks: Marks,
    /// The character before the document, which a shell's quotes may enclose.
    pub(super) quote: Option<char>,
    pub(super) mendings: Vec<Mending>,
}

/// The longest placeholder, in characters.
const LONGEST: usize = 256;

/// What stands for lines that were left out.
const OMISSIONS: [&str; 3] = ["...", "…", "⋮"];

/// What an omission says: a program that cuts its output counts what it left out.
fn omission(text: &str) -> Problem {
    let count = text.trim_start_matches(['.', '…', ' ']);
    let counted = count.trim_start_matches(|c: char| c.is_ascii_digit());
    if counted.len() < count.len() && counted.starts_with(" more ") {
        Problem::Cut
    } else {
        Problem::Excerpt
    }
}

/// The mark for which a full-width one stands.
fn plain(c: char) -> char {
    match c {
        '｛' => '{',
        '｝' => '}',
        '［' => '[',
        '］' => ']',
        '：' => ':',
        '，' | '、' => ',',
        c => c,
    }
}

/// Whether this is white space, of JSON or not.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r') || is_odd_space(c)
}

fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{2060}'
    ) || (c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r'))
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, marks: Marks) -> Self {
        Scanner {
            text,
            at: 0,
            marks,
            quote: None,
            mendings: Vec::new(),
        }
    }

    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn next_char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The next character; a full-width mark as the plain one that it stands for.
    pub(super) fn peek(&self) -> Option<char> {
        self.next_char().map(plain)
    }

    /// Moves behind a brace, a bracket, a colon or a comma.
    pub(super) fn take(&mut self) {
        let length = self.next_char().map_or(0, char::len_utf8);
        if length > 1 {
            self.mend(&rules::ODD_SPACE, self.at);
        }
        self.at += length;
    }

    pub(super) fn fail<T>(&self, problem: Problem) -> Result<T, Fault> {
        Err(Fault::new(self.at, problem))
    }

    pub(super) fn mend(&mut self, rule: &'static Rule, at: usize) {
        self.mendings.push(Mending::new(rule, at));
    }

    /// Fails if so much was mended that this can be no task definition.
    pub(super) fn is_mendable(&self) -> Result<(), Fault> {
        if self.mendings.len() + self.marks.len() > MOST {
            return self.fail(Problem::TooManyValues);
        }
        Ok(())
    }

    /// Skips white space and comments.
    pub(super) fn space(&mut self) -> Result<(), Fault> {
        loop {
            self.is_mendable()?;
            let rest = self.rest();
            match rest.chars().next() {
                Some('\n') => self.at = self.marks.after(self.at + 1),
                Some(' ' | '\t' | '\r') => self.at += 1,
                Some('\u{1b}' | '^' | '[') if colour_length(rest) > 0 => self.colour(),
                Some('#') if self.octopus_length() == 0 => self.line_comment(),
                Some('/') if rest.starts_with("//") => self.line_comment(),
                Some('/') if rest.starts_with("/*") => {
                    let Some(length) = rest.find("*/") else {
                        return self.fail(Problem::UnclosedComment);
                    };
                    self.mend(&rules::COMMENT, self.at);
                    self.at += length + 2;
                }
                Some('.' | '…' | '⋮') if OMISSIONS.iter().any(|mark| rest.starts_with(mark)) => {
                    return self.fail(omission(rest));
                }
                Some(c) if is_odd_space(c) => {
                    self.mend(&rules::ODD_SPACE, self.at);
                    let run = rest.find(|c| !is_odd_space(c)).unwrap_or(rest.len());
                    self.at += run;
                }
                _ => return Ok(()),
            }
        }
    }

    fn line_comment(&mut self) {
        self.mend(&rules::COMMENT, self.at);
        let rest = self.rest();
        self.at += rest.find('\n').unwrap_or(rest.len());
    }

    /// Reads the code of a terminal's colour.
    pub(super) fn colour(&mut self) {
        self.mend(&rules::SURROUNDING_TEXT, self.at);
        self.at += colour_length(self.rest());
    }

    /// Reads a comma and returns its byte.
    pub(super) fn take_comma(&mut self) -> usize {
        let at = self.at;
        self.take();
        at
    }

    /// The length of the unquoted key that begins here; 0 if there is none.
    pub(super) fn identifier_length(&self) -> usize {
        let rest = self.rest();
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '.')))
            .unwrap_or(rest.len())
    }

    /// Whether a key and a colon follow. Does not advance.
    pub(super) fn key_follows(&mut self) -> bool {
        let (at, mended) = (self.at, self.mendings.len());
        let key = if self.finds_string() {
            self.string().is_ok()
        } else {
            let length = self.identifier_length();
            self.at += length;
            length > 0
        };
        let follows = key && self.space().is_ok() && self.peek() == Some(':');
        self.at = at;
        self.mendings.truncate(mended);
        follows
    }

    /// The length of the `{{NAME}}` that begins here; 0 if there is none.
    pub(super) fn template_length(&self) -> usize {
        let Some(length) = self.through('}').filter(|_| self.rest().starts_with("{{")) else {
            return 0;
        };
        let inner = &self.rest()[2..length - 1];
        let closed = self.rest()[length..].starts_with('}');
        if closed && !inner.contains(['"', '\'', ':', '{']) {
            length + 1
        } else {
            0
        }
    }

    /// The length of Octopus Deploy's `#{NAME}` that begins here; 0 if there is none.
    fn octopus_length(&self) -> usize {
        let name = self.rest().strip_prefix("#{").unwrap_or_default();
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | ' ');
        let end = name.char_indices().take(LONGEST).find(|&(_, c)| !part(c));
        end.filter(|&(at, c)| at > 0 && c == '}')
            .map_or(0, |(at, _)| at + 3)
    }

    /// The length up to and with this character, if it stands on this line, and near.
    pub(super) fn through(&self, close: char) -> Option<usize> {
        let mut near = self.rest().char_indices().take(LONGEST);
        let end = near.find(|&(_, c)| c == close || c == '\n');
        end.filter(|&(_, c)| c == close)
            .map(|(at, c)| at + c.len_utf8())
    }

    /// The length of the word that begins here, up to white space or JSON punctuation. A `${…}`,
    /// `{{…}}`, `#{…}`, `<…>` or a call inside it is never split.
    pub(super) fn word_length(&mut self) -> usize {
        let start = self.at;
        self.at += call_length(self.rest());
        while let Some(c) = self.next_char() {
            let rest = self.rest();
            let length = match c {
                '$' if rest.starts_with("${") => self.through('}'),
                '<' => self.through('>').or(Some(1)),
                '#' if self.octopus_length() > 0 => Some(self.octopus_length()),
                '{' => Some(self.template_length()).filter(|&length| length > 0),
                '^' if colour_length(rest) > 0 => None,
                '\u{1b}' | '"' | '\'' => None,
                c if matches!(plain(c), ',' | '{' | '}' | ']' | '[') => None,
                ':' if self.at == start => None,
                '：' => None,
                c if c.is_whitespace() || is_odd_space(c) => None,
                c => Some(c.len_utf8()),
            };
            match length {
                Some(length) => self.at += length,
                None => break,
            }
        }
        let length = self.at - start;
        self.at = start;
        length
    }
}
