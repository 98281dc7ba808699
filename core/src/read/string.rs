//! Strings in any kind of quotes.

use super::marks::colour_length;
use super::problem::{Fault, Problem};
use super::scan::Scanner;
use crate::rules;

/// Whether this character begins a string; typographic quotes and backticks do, too.
pub(super) fn opens_string(c: char) -> bool {
    closers(c).is_some()
}

/// The characters that close a string opened by `open`.
fn closers(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '\'' => Some(&['\'']),
        '`' => Some(&['`']),
        '“' | '”' | '„' | '＂' => Some(&['”', '“', '"', '＂']),
        '‘' | '’' => Some(&['’', '‘', '\'']),
        _ => None,
    }
}

impl Scanner<'_> {
    /// Whether a string begins here; moves behind Python's `u` or `b` before its quote.
    pub(super) fn finds_string(&mut self) -> bool {
        let mut next = self.rest().chars();
        let first = next.next();
        if matches!(first, Some('u' | 'b')) && matches!(next.next(), Some('\'' | '"')) {
            self.mend(&rules::SINGLE_QUOTES, self.at);
            self.at += 1;
            return true;
        }
        first.is_some_and(opens_string)
    }

    /// Reads a string in any kind of quotes. Returns its JSON token if that differs from the text,
    /// and `None` if the text itself is valid JSON.
    pub(super) fn string(&mut self) -> Result<Option<String>, Fault> {
        let opened = self.at;
        let Some(open) = self.next_char() else {
            return self.fail(Problem::ExpectedValue);
        };
        let closers = closers(open).unwrap_or_default();
        let mut token = String::from('"');
        let mut as_it_stands = open == '"';
        match open {
            '"' => {}
            '\'' | '`' => self.mend(&rules::SINGLE_QUOTES, opened),
            _ => self.mend(&rules::CURLY_QUOTES, opened),
        }
        self.at += open.len_utf8();
        loop {
            self.is_mendable()?;
            let Some(c) = self.next_char() else {
                return Err(Fault::new(opened, Problem::UnclosedString));
            };
            match c {
                c if closers.contains(&c) => {
                    self.at += c.len_utf8();
                    token.push('"');
                    return Ok((!as_it_stands).then_some(token));
                }
                '\n' | '\r' if open == '`' => self.line_break(&mut token),
                '\n' | '\r' => return Err(Fault::new(opened, Problem::UnclosedString)),
                '\'' if self.quote == Some('\'') => {
                    as_it_stands &= self.shell_quote(&mut token);
                }
                '$' if open == '`' && self.rest().starts_with("${") => {
                    self.interpolation(&mut token);
                }
                '\\' => as_it_stands &= self.escape(&mut token)?,
                '\t' => {
                    self.mend(&rules::CONTROL_CHARACTER, self.at);
                    as_it_stands = false;
                    token.push_str("\\t");
                    self.at += 1;
                }
                '\u{1b}' if colour_length(self.rest()) > 0 => {
                    as_it_stands = false;
                    self.colour();
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

    /// Reads a line break inside backticks.
    fn line_break(&mut self, token: &mut String) {
        if self.next_char() == Some('\n') {
            token.push_str("\\n");
            self.at = self.marks.after(self.at + 1);
        } else {
            self.at += 1;
        }
    }

    /// Reads `${…}` inside backticks; quotes and backticks in it belong to it.
    fn interpolation(&mut self, token: &mut String) {
        let plain = |&length: &usize| self.rest()[..length].chars().all(|c| c >= ' ');
        let length = self.through('}').filter(plain).unwrap_or(1);
        for c in self.rest()[..length].chars() {
            if matches!(c, '"' | '\\') {
                token.push('\\');
            }
            token.push(c);
        }
        self.at += length;
    }

    /// Reads a single quote in a document that a shell's single quotes enclose: `'\''` and
    /// `'"'"'` stand for the quote, `'$NAME'` for a variable. Returns whether it is just a quote.
    fn shell_quote(&mut self, token: &mut String) -> bool {
        let rest = self.rest();
        let quote = ["'\\''", "'\"'\"'"]
            .iter()
            .find(|quote| rest.starts_with(**quote));
        // A variable becomes a part of the token as it stands.
        let plain = |c: char| c >= ' ' && c != '"' && c != '\\';
        let variable = rest[1..].split_once('\'').filter(|(inner, _)| {
            let name = inner.trim_matches('"');
            name.starts_with('$') && name.chars().all(plain)
        });
        let length = match (quote, variable) {
            (Some(quote), _) => {
                token.push('\'');
                quote.len()
            }
            (None, Some((inner, _))) => {
                token.push_str(inner.trim_matches('"'));
                inner.len() + 2
            }
            (None, None) => {
                token.push('\'');
                self.at += 1;
                return true;
            }
        };
        self.mend(&rules::SINGLE_QUOTES, self.at);
        self.at += length;
        false
    }

    /// Reads an escape. Returns whether it is valid JSON.
    fn escape(&mut self, token: &mut String) -> Result<bool, Fault> {
        let rest = self.rest().as_bytes();
        let length = match rest.get(1) {
            Some(&quote @ (b'\'' | b'`' | b'$')) => {
                self.mend(&rules::SINGLE_QUOTES, self.at);
                token.push(char::from(quote));
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
}
