//! Runs the rules of `check` over a sanitized definition.

mod cycles;
mod definition;
mod efs;
mod findings;
mod owners;
mod ports;
mod rules;
mod users;
mod values;
mod windows;

use definition::Definition;
use findings::Findings;

use crate::document::Document;
use crate::notes::FindingLog;
use crate::rule::Severity;
pub(crate) use rules::{ALSO, CHECKS, EVIDENCE, WRITTEN};

/// Adds the findings of every rule to the log, including advice if `advice` is set.
pub(crate) fn run(document: &Document<'_>, advice: bool, log: &mut FindingLog) {
    let known = log.told().len();
    let definition = Definition::new(document);
    for check in CHECKS {
        if advice || check.rule.class.severity() != Some(Severity::Advice) {
            (check.check)(&definition, &mut Findings::new(&check.rule, document, log));
        }
    }
    for finding in &mut log.told_mut()[known..] {
        // A fix would change the pasted value, which the edit replaces anyway.
        if finding
            .plan
            .as_ref()
            .is_some_and(|plan| definition.is_edited(plan))
        {
            finding.plan = None;
        }
    }
}
