//! Runs the rules of `check` over a sanitized definition.

mod cycles;
mod definition;
mod findings;
mod ports;
mod rules;
pub(crate) mod secret;
mod values;
mod windows;

use definition::Definition;
use findings::Findings;

use crate::document::Document;
use crate::finding::RawFinding;
use crate::rule::Class;
use crate::rules::PLACEHOLDER;
use crate::tree::NodeId;
pub(crate) use rules::{CHECKS, EVIDENCE};

/// The findings of every rule, including advice if `advice` is set.
pub(crate) fn run(document: &Document<'_>, advice: bool) -> Vec<RawFinding> {
    let mut findings: Vec<RawFinding> = Vec::new();
    let definition = Definition::new(document);
    for check in CHECKS {
        if advice || check.rule.class != Class::Advice {
            (check.check)(
                &definition,
                &mut Findings::new(&check.rule, &definition, &mut findings),
            );
        }
    }
    let open = unfilled(document);
    findings.retain(|finding| {
        finding.rule.class != Class::Error || open.binary_search(&finding.to).is_err()
    });
    for finding in &mut findings {
        // A fix would change the pasted value, which the edit replaces anyway.
        if finding
            .plan
            .as_ref()
            .is_some_and(|plan| definition.is_edited(plan))
        {
            finding.plan = None;
        }
    }
    findings
}

/// The values of the result that are still to be filled in: no rule can know what is wrong with
/// them.
fn unfilled(document: &Document<'_>) -> Vec<NodeId> {
    let findings = document.notes.findings.iter();
    let open = findings.filter(|finding| *finding.rule == PLACEHOLDER);
    let mut open: Vec<NodeId> = open.map(|finding| finding.to).collect();
    open.sort_unstable();
    open
}
