//! The groups of rules, each with an address.

use taskdef_core::explain::{CLASSES, class_id};
use taskdef_core::rule::{Class, Rule, Severity};

use crate::words::Words;

/// A group of rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Group {
    /// What almost every paste meets.
    First,
    /// What the current paste is about.
    Mine,
    /// Every rule.
    All,
    /// What is done about the pattern.
    Of(Class),
}

/// The rules to read first: why AWS refuses what the console shows.
const FIRST: [&str; 6] = [
    "read-only-field",
    "null-value",
    "number-for-string",
    "placeholder",
    "plaintext-secret",
    "fargate-size-pair",
];

impl Group {
    /// Every group, in the order of their buttons.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let first = [Group::First, Group::Mine, Group::All];
        first.into_iter().chain(CLASSES.map(Group::Of))
    }

    /// The group that an address names: `#group=error`.
    pub(super) fn named(id: &str) -> Option<Self> {
        Group::all().find(|group| group.id() == Some(id))
    }

    /// Its name in an address; [`None`] if it depends on what is pasted, which no address holds.
    pub(super) fn id(self) -> Option<&'static str> {
        match self {
            Group::First => Some("first"),
            Group::Mine => None,
            Group::All => Some("all"),
            Group::Of(Class::Security(Severity::Advice)) => Some("security-habits"),
            Group::Of(class) => Some(class_id(class)),
        }
    }

    /// Its name on the page.
    pub(super) fn name(self, words: &Words) -> &'static str {
        match self {
            Group::First => words.groups[0],
            Group::Mine => words.groups[1],
            Group::All => words.groups[2],
            Group::Of(class) => CLASSES
                .iter()
                .zip(words.classes)
                .find(|(one, _)| **one == class)
                .map_or("", |(_, name)| name),
        }
    }

    /// Whether a rule is in it; `mine` are the sorted ids of those that the current paste is about.
    pub(super) fn has(self, rule: &Rule, mine: &[&str]) -> bool {
        match self {
            Group::First => FIRST.contains(&rule.id),
            Group::Mine => mine.binary_search(&rule.id).is_ok(),
            Group::All => true,
            Group::Of(class) => rule.class == class,
        }
    }
}
