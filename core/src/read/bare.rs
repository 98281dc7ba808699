//! Values without quotes: numbers, literals of JSON and of other languages, words.

use super::call::wrapped_number;
use super::foreign::is_control;
use super::lenient::{Reader, ValueContext};
use super::problem::{Fault, Problem};
use super::strict::number_length;
use crate::rules;
use crate::tree::{Kind, Token};

/// The literals, and how JSON writes them.
const LITERALS: [(&str, Kind, &str); 10] = [
    ("null", Kind::Null, "null"),
    ("None", Kind::Null, "null"),
    ("undefined", Kind::Null, "null"),
    ("NULL", Kind::Null, "null"),
    ("true", Kind::Boolean, "true"),
    ("True", Kind::Boolean, "true"),
    ("TRUE", Kind::Boolean, "true"),
    ("false", Kind::Boolean, "false"),
    ("False", Kind::Boolean, "false"),
    ("FALSE", Kind::Boolean, "false"),
];

fn literal(word: &str) -> Option<(Kind, &'static str)> {
    let mut known = LITERALS.iter();
    known
        .find(|(literal, ..)| *literal == word)
        .map(|&(_, kind, json)| (kind, json))
}

fn is_number(word: &str) -> bool {
    number_length(word.as_bytes()) == Some(word.len())
}

impl Reader<'_> {
    /// Reads `true`, a number, or a word that lacks quotes.
    pub(super) fn bare_value(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let start = self.scan.at;
        let length = self.scan.word_length();
        let word = before_comment(&self.scan.rest()[..length]);
        if let Some(problem) = problem(word) {
            return self.scan.fail(problem);
        }
        self.scan.at += word.len();
        let plain = Token::pasted(start as u32, self.scan.at as u32);
        let (kind, text) = if is_number(word) {
            (Kind::Number, plain)
        } else if let Some((kind, json)) = literal(word) {
            (
                kind,
                if json == word {
                    plain
                } else {
                    self.written(json, start)
                },
            )
        } else if let Some(number) = wrapped_number(word) {
            (Kind::Number, self.written(number, start))
        } else {
            self.mend(&rules::BARE_WORD, start);
            (Kind::String, self.quoted(start, self.scan.at))
        };
        self.push(context, kind, text, start);
        Ok(())
    }

    /// The token of a value that another language writes in another way.
    fn written(&mut self, json: &str, at: usize) -> Token {
        self.mend(&rules::PYTHON_LITERAL, at);
        self.tree.write(|out| out.push_str(json))
    }
}

/// Whether a text begins with a value of JSON in double braces, as AWS's documentation marks what
/// is to be replaced.
pub(super) fn is_to_replace(text: &str) -> bool {
    let inner = text
        .strip_prefix("{{")
        .and_then(|text| text.split_once("}}"));
    inner.is_some_and(|(inner, _)| {
        is_number(inner) || (inner.starts_with('[') && inner.ends_with(']')) || is_string(inner)
    })
}

fn is_string(text: &str) -> bool {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.is_some_and(|inner| !inner.contains('"'))
}

/// Why a word can be no value.
fn problem(word: &str) -> Option<Problem> {
    let has_letter = word.contains(|c: char| !c.is_ascii() || c.is_ascii_alphabetic());
    if word.is_empty() {
        Some(Problem::ExpectedValue)
    } else if is_control(word) {
        Some(Problem::Template)
    } else if !is_number(word) && !has_letter {
        Some(Problem::BadNumber)
    } else {
        None
    }
}

/// A number or literal without a comment that directly follows it.
fn before_comment(word: &str) -> &str {
    let head = word.split(['/', '#']).next().unwrap_or(word);
    let rest = &word[head.len()..];
    let comment = ["//", "/*", "#"].iter().any(|mark| rest.starts_with(mark));
    if comment && (literal(head).is_some() || is_number(head)) {
        head
    } else {
        word
    }
}
