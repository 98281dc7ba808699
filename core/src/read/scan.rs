//! The scanner of the lenient reader: white space, comments, quotes of every kind, words.

use super::mending::Mending;
use super::problem::{Fault, Problem};
use crate::rule::Rule;
use crate::rules;

/// A position in a text, and the mendings made on the way to it.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) mendings: Vec<Mending>,
}

/// Whether this character begins a string; typographic quotes do, too.
pub(super) fn opens_string(c: char) -> bool {
    closers(c).is_some()
}

/// The characters that close a string opened by `open`.
fn closers(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '\'' => Some(&['\'']),
        '“' | '”' | '„' | '＂' => Some(&['”', '“', '"', '＂']),
        '‘' | '’' => Some(&['’', '‘', '\'']),
        _ => None,
    }
}

fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{2060}'
    ) || (c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r'))
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Scanner {
            text,
            at: 0,
            mendings: Vec::new(),
        }
    }

    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn fail<T>(&self, problem: Problem) -> Result<T, Fault> {
        Err(Fault::new(self.at, problem))
    }

    pub(super) fn mend(&mut self, rule: &'static Rule, at: usize) {
        self.mendings.push(Mending::new(rule, at));
    }

    /// Skips white space and comments.
    pub(super) fn space(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.rest();
            match rest.chars().next() {
                Some(' ' | '\t' | '\n' | '\r') => self.at += 1,
                Some('#') => self.line_comment(),
                Some('/') if rest.starts_with("//") => self.line_comment(),
                Some('/') if rest.starts_with("/*") => {
                    let Some(length) = rest.find("*/") else {
                        return self.fail(Problem::UnclosedComment);
                    };
                    self.mend(&rules::COMMENT, self.at);
                    self.at += length + 2;
                }
                Some('…' | '⋮') => return self.fail(Problem::Excerpt),
                Some('.') if rest.starts_with("...") => return self.fail(Problem::Excerpt),
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

    /// Reads a comma and returns its byte.
    pub(super) fn take_comma(&mut self) -> usize {
        self.at += 1;
        self.at - 1
    }

    /// Reads a string in any kind of quotes. Returns its JSON token if that differs from the text,
    /// and `None` if the text itself is valid JSON.
    pub(super) fn string(&mut self) -> Result<Option<String>, Fault> {
        let opened = self.at;
        let Some(open) = self.peek() else {
            return self.fail(Problem::ExpectedValue);
        };
        let closers = closers(open).unwrap_or_default();
        let mut token = String::from('"');
        let mut as_it_stands = open == '"';
        match open {
            '"' => {}
            '\'' => self.mend(&rules::SINGLE_QUOTES, opened),
            _ => self.mend(&rules::CURLY_QUOTES, opened),
        }
        self.at += open.len_utf8();
        loop {
            let Some(c) = self.peek() else {
                return Err(Fault::new(opened, Problem::UnclosedString));
            };
            match c {
                c if closers.contains(&c) => {
                    self.at += c.len_utf8();
                    token.push('"');
                    return Ok((!as_it_stands).then_some(token));
                }
                '\n' | '\r' => return Err(Fault::new(opened, Problem::UnclosedString)),
                '\\' => as_it_stands &= self.escape(&mut token)?,
                '\t' => {
                    self.mend(&rules::CONTROL_CHARACTER, self.at);
                    as_it_stands = false;
                    token.push_str("\\t");
                    self.at += 1;
                }
                c if c < ' ' => return self.fail(Problem::ControlCharacter),
                c => {
                    if c == '"' {
                        token.push('\\');
                    }
                    token.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    /// Reads an escape. Returns whether it is valid JSON.
    fn escape(&mut self, token: &mut String) -> Result<bool, Fault> {
        let rest = self.rest().as_bytes();
        let length = match rest.get(1) {
            Some(b'\'') => {
                self.mend(&rules::SINGLE_QUOTES, self.at);
                token.push('\'');
                self.at += 2;
                return Ok(false);
            }
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') if rest.len() >= 6 && rest[2..6].iter().all(u8::is_ascii_hexdigit) => 6,
            Some(b'(') => return self.fail(Problem::JqTemplate),
            _ => return self.fail(Problem::BadEscape),
        };
        token.push_str(&self.text[self.at..self.at + length]);
        self.at += length;
        Ok(true)
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
        let key = match self.peek() {
            Some(c) if opens_string(c) => self.string().is_ok(),
            _ => {
                let length = self.identifier_length();
                self.at += length;
                length > 0
            }
        };
        let follows = key && self.space().is_ok() && self.peek() == Some(':');
        self.at = at;
        self.mendings.truncate(mended);
        follows
    }

    /// The length of the `{{NAME}}` that begins here; 0 if there is none.
    pub(super) fn template_length(&self) -> usize {
        let Some(inner) = self.rest().strip_prefix("{{") else {
            return 0;
        };
        match inner.find("}}") {
            Some(length) if !inner[..length].contains(['"', '\'', ':', '{', '\n']) => length + 4,
            _ => 0,
        }
    }

    /// The word that begins here, up to white space or JSON punctuation. A `${…}`, `{{…}}` or `<…>`
    /// inside it is never split.
    pub(super) fn word(&self) -> &'a str {
        let mut ahead = Scanner::new(self.text);
        ahead.at = self.at;
        while let Some(c) = ahead.peek() {
            let rest = ahead.rest();
            let line = rest.lines().next().unwrap_or_default();
            let through = |close: char| line.find(close).map(|at| at + close.len_utf8());
            let length = match c {
                '$' if rest.starts_with("${") => through('}'),
                '<' => through('>').or(Some(1)),
                '{' => Some(ahead.template_length()).filter(|&length| length > 0),
                ',' | '}' | ']' | '[' | '"' | '\'' => None,
                ':' if ahead.at == self.at => None,
                c if c.is_whitespace() || is_odd_space(c) => None,
                c => Some(c.len_utf8()),
            };
            match length {
                Some(length) => ahead.at += length,
                None => break,
            }
        }
        &self.text[self.at..ahead.at]
    }
}
