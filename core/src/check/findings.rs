//! Where a rule of `check` reports its findings.

use crate::document::Document;
use crate::finding::RawFinding;
use crate::notes::FindingLog;
use crate::rule::{Class, Rule};
use crate::tree::{NONE, NodeId, NodeRef, Tree};

/// The findings of one rule.
pub(crate) struct Findings<'a> {
    rule: &'static Rule,
    result: &'a Tree,
    /// The values that are still to be filled in: nobody can know what is wrong with them.
    unfilled: &'a [NodeId],
    log: &'a mut FindingLog,
}

impl<'a> Findings<'a> {
    /// Creates the findings of a rule, which are added to `log`.
    pub(super) fn new(
        rule: &'static Rule,
        document: &'a Document<'_>,
        log: &'a mut FindingLog,
    ) -> Self {
        Findings {
            rule,
            result: &document.result_tree,
            unfilled: &document.notes.unfilled,
            log,
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
        let is_error = self.rule.class == Class::Error;
        if is_error && self.unfilled.binary_search(&finding.to).is_ok() {
            self.log.ignore(finding)
        } else {
            self.log.report(finding)
        }
    }
}
