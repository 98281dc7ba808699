//! Where a rule tells what it found.

use super::task::Task;
use crate::finding::RawFinding;
use crate::rule::Rule;
use crate::tree::{NONE, View};

/// The findings of one rule.
pub(crate) struct Hits<'a> {
    rule: &'static Rule,
    result: &'a crate::tree::Tree,
    findings: &'a mut Vec<RawFinding>,
}

impl<'a> Hits<'a> {
    pub(super) fn of(
        rule: &'static Rule,
        task: &Task<'a>,
        findings: &'a mut Vec<RawFinding>,
    ) -> Self {
        Hits {
            rule,
            result: task.view().tree,
            findings,
        }
    }

    /// Notes that the rule is met at a value, of the result or of the paste; the values that fill
    /// the message's holes are of the same tree.
    pub(crate) fn at(&mut self, view: View<'_>) -> &mut RawFinding {
        let finding = if std::ptr::eq(view.tree, self.result) {
            RawFinding::new(self.rule, view.node().origin, view.id)
        } else {
            RawFinding::new(self.rule, view.id, NONE)
        };
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}
