//! The list of what is to be checked: one entry for each kind, with its places.

use taskdef_core::annotated::Row;
use taskdef_core::report::{Finding, Report};
use taskdef_core::rule::{Class, Rule, Severity};

/// Findings of one rule that are to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The rule.
    pub rule: &'static Rule,
    /// The class that its icon shows.
    pub class: Class,
    /// Its places, in the order of the report; at least one.
    pub places: Vec<Place>,
}

/// A place to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The finding, an index into the report.
    pub finding: usize,
    /// The row that shows it.
    pub row: usize,
}

/// The findings that were not accepted, by their rules: errors first, then what else prevents
/// registration, else as in the text.
pub(super) fn checks(
    rows: &[Row],
    report: &Report,
    accepted: &impl Fn(&Finding) -> bool,
) -> Vec<Check> {
    let mut shown_at = vec![None; report.findings.len()];
    for (at, row) in rows.iter().enumerate() {
        for &finding in &row.findings {
            shown_at[finding].get_or_insert(at);
        }
    }
    let mut checks: Vec<Check> = Vec::new();
    for (finding, row) in shown_at.into_iter().enumerate() {
        let told = &report.findings[finding];
        let Some(row) = row.filter(|_| !accepted(told)) else {
            continue;
        };
        let place = Place { finding, row };
        match checks.iter_mut().find(|check| check.rule == told.about) {
            Some(check) => check.places.push(place),
            None => checks.push(Check {
                rule: told.about,
                class: shown_class(told.severity),
                places: vec![place],
            }),
        }
    }
    let blocks = |place: &Place| report.findings[place.finding].blocks();
    checks.sort_by_key(|check| {
        (
            check.class != Class::Error,
            !check.places.iter().any(blocks),
        )
    });
    checks
}

/// The class that a finding's icon shows: its severity, as every report names it.
#[must_use]
pub fn shown_class(severity: Severity) -> Class {
    match severity {
        Severity::Error => Class::Error,
        Severity::Warning | Severity::Advice => Class::Warning,
    }
}
