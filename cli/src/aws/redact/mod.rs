//! No value of a document is in AWS's words, whatever they are about.
//!
//! AWS may repeat what it was sent, whole or in part: in a refusal, in what it says of one target of
//! many, in the reason of a task that stopped, in an event of a service. So a [`Redactor`] learns
//! each document as it is sent to AWS or comes from there, and what AWS says is shown only through
//! it. A part of eight characters that the words have in common with a value is masked, whatever
//! it was escaped with; a value of four to seven characters is masked as a word; a shorter one is
//! none that could be a secret. What may be shown anyway, such as a family's name, stays, as do
//! AWS's own words. Where a document can't be read, nobody knows its values, and AWS's words are
//! left out.

mod canonical;
mod harmless;
mod runs;
mod sources;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;
use std::ops::Range;

use taskdef_core::mask::MASK;
use taskdef_core::{Lang, Localized, Texts};

use super::operation::Operation;
use super::request::Request;
use canonical::canonical;
use runs::Runs;
pub(super) use words::{Words, in_each};

/// Stands for AWS's words where they can't be shown.
const LEFT_OUT: Localized = Localized {
    en: "AWS's words are left out, since they may repeat a value",
    ja: "AWS のメッセージは、値が含まれているかもしれないので表示しません",
};

/// The most bytes of AWS's words that are shown.
const LONGEST: usize = 4 << 10;

/// How deep JSON in a string of JSON is read.
const DEEPEST: u32 = 4;

/// What must not be shown of a text of AWS's.
#[derive(Default)]
pub(crate) struct Redactor {
    lang: Lang,
    hidden: Runs,
    harmless: Runs,
    /// What was learnt and is not in the two yet: most commands never have to mask anything.
    learnt: Vec<Texts>,
    /// A document could not be read.
    blind: bool,
    /// The user wants to see values.
    is_off: bool,
}

impl Redactor {
    /// One that knows the names of the region and of AWS's model.
    pub(super) fn new(region: &str, lang: Lang) -> Self {
        let mut shown: Vec<String> = harmless::texts().map(str::to_owned).collect();
        shown.push(region.to_owned());
        let hidden = Vec::new();
        Redactor {
            lang,
            learnt: vec![Texts { shown, hidden }],
            ..Redactor::default()
        }
    }

    /// Learns a request.
    pub(super) fn sent(&mut self, request: &Request) {
        self.learn(sources::sent(request));
    }

    /// Learns an answer.
    pub(super) fn answered(&mut self, operation: Operation, answer: &str) {
        self.learn(sources::answered(operation, answer));
    }

    fn learn(&mut self, texts: Option<Texts>) {
        match texts {
            Some(texts) => self.learnt.push(texts),
            None => self.blind = true,
        }
    }

    /// Lets values be shown, as the user asked for.
    pub(super) fn show_values(&mut self) {
        self.is_off = true;
    }

    /// AWS's words without the values, and not longer than anybody reads.
    pub(crate) fn redact(&mut self, words: &str) -> String {
        if self.blind && !self.is_off && !words.is_empty() {
            return LEFT_OUT.text(self.lang).to_owned();
        }
        self.mask(words)
    }

    /// Words that are not AWS's, without the values that are known.
    fn mask(&mut self, words: &str) -> String {
        // A value that is cut off here is found by what follows.
        let words = first(words, 2 * LONGEST);
        let mut shown = if self.is_off {
            words.to_owned()
        } else {
            self.remember();
            self.without_values(words)
        };
        if shown.len() > LONGEST {
            shown.truncate(first(&shown, LONGEST).len());
            shown.push('…');
        }
        shown
    }

    /// AWS's name of an error, which is all that is left where its words can't be shown.
    pub(super) fn redact_code(&mut self, code: &str) -> String {
        let is_name = |code: &str| {
            code.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
        };
        if self.blind && is_name(first(code, LONGEST)) {
            return code.to_owned();
        }
        self.redact(code)
    }

    /// Puts what was learnt where it is found.
    fn remember(&mut self) {
        for texts in std::mem::take(&mut self.learnt) {
            for text in &texts.shown {
                self.harmless.add(&characters(text));
            }
            for text in &texts.hidden {
                self.hide(text, DEEPEST);
            }
        }
    }

    /// Hides a value, its lines, and what is in it if it is JSON.
    fn hide(&mut self, value: &str, depth: u32) {
        for head in harmless::heads_of_arns(value) {
            self.harmless.add(&characters(head));
        }
        self.hidden.add(&characters(value));
        // A template of JSON is none: its strings stand between quotes all the same.
        let is_json = value.trim_start().starts_with(['{', '[', '"']);
        let texts = (is_json && depth > 0)
            .then(|| Texts::of_document(value, &[]))
            .flatten();
        let inner: Vec<&str> = match &texts {
            Some(texts) => texts.hidden.iter().map(String::as_str).collect(),
            None if is_json => value.split('"').collect(),
            None => value
                .split(['\n', '\r', char::REPLACEMENT_CHARACTER])
                .collect(),
        };
        for text in inner.into_iter().filter(|text| text.len() < value.len()) {
            if texts.is_some() {
                self.hide(text, depth - 1);
            } else {
                self.hidden.add(&characters(text));
            }
        }
    }

    fn without_values(&self, words: &str) -> String {
        if self.hidden.is_empty() {
            return words.to_owned();
        }
        let chars = canonical(words);
        let text: Vec<char> = chars.iter().map(|char| char.char).collect();
        let mut parts = self.hidden.found_in(&text, &self.harmless);
        parts.sort_unstable_by_key(|part| part.start);
        let mut shown = String::with_capacity(words.len());
        let mut masked = 0;
        for Range { start, end } in parts {
            // A space at an end of it says nothing, and parts it from what is next.
            let start = start + usize::from(text[start] == ' ');
            let end = end - usize::from(text[end - 1] == ' ');
            let (start, end) = (chars[start].start, chars[end - 1].end);
            // Parts that touch are one.
            if start > masked || masked == 0 {
                shown.push_str(&words[masked..start]);
                shown.push_str(MASK);
            }
            masked = masked.max(end);
        }
        shown.push_str(&words[masked..]);
        shown
    }
}

/// It may hold anything but what it hides.
impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

/// The characters of a text in the form in which it is compared.
fn characters(text: &str) -> Vec<char> {
    canonical(text).into_iter().map(|char| char.char).collect()
}

/// The first bytes of a text that are whole characters.
fn first(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
