//! The fix of a finding as edits of the pasted text.

use super::builder::ReportBuilder;
use super::{Fix, TextEdit};
use crate::finding::RawFinding;
use crate::patch::{self, Plan};

impl ReportBuilder<'_> {
    /// The fix of the pasted text for a finding.
    pub(super) fn fix_of(&self, finding: &RawFinding) -> Option<Fix> {
        let plan = finding.plan.as_ref().filter(|_| self.options.fixes)?;
        self.fix(plan)
    }

    /// The edits of a plan; `None` if it can't be carried out.
    pub(super) fn fix(&self, plan: &Plan) -> Option<Fix> {
        let document = self.document;
        let replacements =
            patch::replacements(document.source, &document.pasted_tree, &plan.steps)?;
        let edits = replacements.into_iter().map(|replacement| TextEdit {
            start: self.lines.position(replacement.range.start as u32),
            end: self.lines.position(replacement.range.end as u32),
            text: replacement.text.clone(),
            replacement,
        });
        Some(Fix {
            title: plan.title.text(self.options.lang),
            safe: plan.safe,
            contains_values: plan.contains_values() && !self.options.show_values,
            edits: edits.collect(),
        })
    }
}
