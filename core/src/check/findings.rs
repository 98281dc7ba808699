//! Where a rule of `check` reports its findings.

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
    /// Creates the findings of a rule, which are added to `found`.
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

    /// Reports a finding at a node of the result or of the paste. Nodes among its message's
    /// arguments must be of the same tree.
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
