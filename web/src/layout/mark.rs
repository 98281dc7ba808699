//! Which rows carry a mark, and what a mark is about.

use taskdef_core::annotated::{Row, RowStatus};
use taskdef_core::report::{Finding, Report};
use taskdef_core::rule::{Class, Rule};

use super::checks::shown_class;

/// The kinds of marks that can be counted and stepped through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// To be checked before it is registered.
    ToCheck,
    /// Left out of the result.
    Removed,
    /// Repaired, or moved to where it belongs.
    Fixed,
    /// Changed by an edit.
    Edited,
}

impl Filter {
    /// Every filter, in the order of the bar.
    pub const ALL: [Filter; 4] = [
        Filter::ToCheck,
        Filter::Removed,
        Filter::Fixed,
        Filter::Edited,
    ];

    /// Its name in the document, in `data-chip`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Filter::ToCheck => "to-check",
            Filter::Removed => "removed",
            Filter::Fixed => "fixed",
            Filter::Edited => "edited",
        }
    }
}

/// A row that carries a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The row.
    pub row: usize,
    /// The filter that selects it.
    pub filter: Filter,
    /// The class that its icon shows.
    pub class: Class,
    /// The change or finding that it marks.
    pub subject: MarkSubject,
}

/// The change or finding that a mark is about, as an index into the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkSubject {
    /// A change.
    Change(usize),
    /// A finding.
    Finding(usize),
}

impl MarkSubject {
    /// What the report says about it.
    #[must_use]
    pub fn details(self, report: &Report) -> MarkDetails<'_> {
        match self {
            MarkSubject::Change(place) => {
                let change = &report.changes[place];
                MarkDetails {
                    rule: change.about,
                    message: &change.message,
                    to: change.to.as_deref(),
                    finding: None,
                }
            }
            MarkSubject::Finding(place) => {
                let finding = &report.findings[place];
                MarkDetails {
                    rule: finding.about,
                    message: &finding.message,
                    to: finding.to.as_deref(),
                    finding: Some((place, finding)),
                }
            }
        }
    }
}

/// What the report says about a mark's change or finding.
#[derive(Debug, Clone, Copy)]
pub struct MarkDetails<'a> {
    /// Its rule.
    pub rule: &'static Rule,
    /// One line about it.
    pub message: &'a str,
    /// The JSON pointer into the result; [`None`] for what is left out.
    pub to: Option<&'a str>,
    /// If it is a finding: its index into the report, and the finding.
    pub finding: Option<(usize, &'a Finding)>,
}

/// The mark of a row that has one.
pub(super) fn mark(
    at: usize,
    row: &Row,
    report: &Report,
    accepted: &impl Fn(&Finding) -> bool,
) -> Option<Mark> {
    let found = row.findings.iter().copied();
    let found = found.filter(|&place| !accepted(&report.findings[place]));
    // The most severe counts, and of equals the first.
    let worst = found.rev().max_by_key(|&place| {
        (
            report.findings[place].severity,
            report.findings[place].blocks(),
        )
    });
    if let Some(place) = worst {
        let finding = &report.findings[place];
        return Some(Mark {
            row: at,
            filter: Filter::ToCheck,
            class: shown_class(finding.severity),
            subject: MarkSubject::Finding(place),
        });
    }
    let place = row.change?;
    let (filter, class) = match row.status {
        RowStatus::Removed => (Filter::Removed, Class::Removed),
        RowStatus::Moved => (Filter::Fixed, Class::Moved),
        RowStatus::Repaired | RowStatus::Wrapper | RowStatus::Kept => {
            (Filter::Fixed, Class::Repaired)
        }
        RowStatus::Edited | RowStatus::Added => (Filter::Edited, Class::Edited),
    };
    Some(Mark {
        row: at,
        filter,
        class,
        subject: MarkSubject::Change(place),
    })
}
