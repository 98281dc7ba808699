//! Runs the rules of `check` over a sanitized definition.

mod hits;
mod rules;
pub(crate) mod secret;
mod task;

use hits::Hits;
use task::Task;

use crate::document::Document;
use crate::finding::RawFinding;
use crate::rule::Class;
pub(crate) use rules::CHECKS;

/// The findings of every rule; `advice` says whether advice is wanted too.
pub(crate) fn run(document: &Document<'_>, advice: bool) -> Vec<RawFinding> {
    let mut findings: Vec<RawFinding> = Vec::new();
    let task = Task::of(document);
    for check in CHECKS {
        if advice || check.rule.class != Class::Advice {
            (check.find)(&task, &mut Hits::of(&check.rule, &task, &mut findings));
        }
    }
    for finding in &mut findings {
        // A value that was edited is not mended in the paste, where another one stands.
        if finding
            .plan
            .as_ref()
            .is_some_and(|plan| task.is_edited(plan))
        {
            finding.plan = None;
        }
    }
    findings
}
