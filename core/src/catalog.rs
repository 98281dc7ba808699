//! Every rule in one table: the changes that `convert` makes, and the findings that it and `check`
//! report.
//!
//! `explain`, the table of the guide, the page and the JSON report read this table and nothing else, so
//! they can't disagree.

use crate::check::{self, CHECKS};
use crate::evidence::Evidence;
use crate::rule::Rule;
use crate::rules::{self, CONVERSION};
use crate::suggest::suggest;

/// Every rule in the order of the documentation: those of the conversion, then those of `check`.
pub static RULES: &[&Rule] = &all::<{ CONVERSION.len() + CHECKS.len() }>();

const fn all<const N: usize>() -> [&'static Rule; N] {
    let mut rules = [CONVERSION[0]; N];
    let mut at = 1;
    while at < N {
        rules[at] = if at < CONVERSION.len() {
            CONVERSION[at]
        } else {
            &CHECKS[at - CONVERSION.len()].rule
        };
        at += 1;
    }
    rules
}

/// Whether a rule belongs to `check`: it is about what ECS makes of a well-formed definition.
#[must_use]
pub fn is_check(rule: &Rule) -> bool {
    !CONVERSION.iter().any(|known| known.id == rule.id)
}

/// Ids similar to an unknown one, best first.
#[must_use]
pub fn suggestions(id: &str) -> Vec<&'static str> {
    suggest(id, RULES.iter().map(|rule| rule.id))
}

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// What proves that a rule's findings are errors; empty if they are none.
#[must_use]
pub fn evidence(rule: &Rule) -> &'static [Evidence] {
    let mut all = rules::EVIDENCE.iter().chain(check::EVIDENCE);
    let own = all.find(|(id, _)| *id == rule.id);
    own.map_or(&[], |&(_, evidence)| evidence)
}

/// What others call a rule’s pattern: the ids of the controls and checks that [`CONTROLS`] lists.
///
/// [`CONTROLS`]: crate::controls::CONTROLS
#[must_use]
pub fn also(rule: &Rule) -> &'static [&'static str] {
    let own = check::ALSO.iter().find(|(id, _)| *id == rule.id);
    own.map_or(&[], |&(_, ids)| ids)
}
