//! The tables, each in the order of the rules' ids. They are made while taskdef is compiled.

use crate::check;
use crate::lang::{Lang, Localized};
use crate::rule::{Example, PackedWords, Rule, Written};
use crate::rules;

/// The words of every rule in one language.
#[derive(Debug)]
pub struct RuleWords([PackedWords; COUNT]);

/// The words in English.
pub static ENGLISH: RuleWords = RuleWords::new(Lang::En);

/// The words in Japanese.
pub static JAPANESE: RuleWords = RuleWords::new(Lang::Ja);

impl RuleWords {
    const fn new(lang: Lang) -> Self {
        let mut words = [PackedWords::NONE; COUNT];
        let mut at = 0;
        while at < COUNT {
            let Localized { en, ja } = SORTED[at].1;
            words[at] = match lang {
                Lang::En => en,
                Lang::Ja => ja,
            };
            at += 1;
        }
        RuleWords(words)
    }

    /// The words at a place.
    pub(super) fn at(&self, place: usize) -> Option<PackedWords> {
        self.0.get(place).copied()
    }
}

static IDS: [&str; COUNT] = {
    let mut ids = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        ids[at] = SORTED[at].0;
        at += 1;
    }
    ids
};

static EXAMPLES: [Example; COUNT] = {
    let mut examples = [Example::NONE; COUNT];
    let mut at = 0;
    while at < COUNT {
        examples[at] = SORTED[at].2;
        at += 1;
    }
    examples
};

/// A rule's place in every table.
pub(super) fn place(rule: &Rule) -> Option<usize> {
    IDS.binary_search(&rule.id).ok()
}

/// The example at a place.
pub(super) fn example(place: usize) -> &'static Example {
    EXAMPLES.get(place).unwrap_or(&Example::NONE)
}

/// What is written about each rule, in the order of the documentation.
#[cfg(test)]
pub(super) fn written() -> impl Iterator<Item = &'static Written> {
    rules::WRITTEN.iter().chain(check::WRITTEN)
}

const COUNT: usize = rules::WRITTEN.len() + check::WRITTEN.len();

/// What is written about each rule.
#[expect(
    clippy::large_const_arrays,
    reason = "read at compile time alone: no program has it"
)]
const SORTED: [Written; COUNT] = {
    let mut sorted = [rules::WRITTEN[0]; COUNT];
    let mut count = 0;
    while count < COUNT {
        let next = if count < rules::WRITTEN.len() {
            rules::WRITTEN[count]
        } else {
            check::WRITTEN[count - rules::WRITTEN.len()]
        };
        let mut at = count;
        while at > 0 && is_before(next.0, sorted[at - 1].0) {
            sorted[at] = sorted[at - 1];
            at -= 1;
        }
        sorted[at] = next;
        count += 1;
    }
    sorted
};

/// Whether an id stands before another, as `Ord` for `str` has it.
const fn is_before(id: &str, other: &str) -> bool {
    let (id, other) = (id.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < id.len() && at < other.len() && id[at] == other[at] {
        at += 1;
    }
    at < other.len() && (at == id.len() || id[at] < other[at])
}
