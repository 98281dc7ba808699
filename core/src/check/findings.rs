//! Where a rule of `check` reports what it found.

use super::definition::Definition;
use crate::finding::RawFinding;
use crate::rule::Rule;
use crate::tree::{NONE, NodeRef, Tree};

/// The findings of one rule.
pub(crate) struct Findings<'a> {
    rule: &'static Rule,
    result: &'a Tree,
    found: &'a mut Vec<RawFinding>,
}

impl<'a> Findings<'a> {
    /// A reporter of this rule, which adds to `found`.
    pub(super) fn new(
        rule: &'static Rule,
        definition: &Definition<'a>,
        found: &'a mut Vec<RawFinding>,
    ) -> Self {
        Findings {
            rule,
            result: definition.view().tree,
            found,
        }
    }

    /// Reports a value of the result or of the paste; the nodes among the message's arguments are of
    /// the same tree.
    pub(crate) fn report(&mut self, view: NodeRef<'_>) -> &mut RawFinding {
        let finding = if std::ptr::eq(view.tree, self.result) {
            RawFinding::new(self.rule, view.node().origin, view.id)
        } else {
            RawFinding::new(self.rule, view.id, NONE)
        };
        self.found.push(finding);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}
