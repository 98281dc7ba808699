//! Which rows carry a mark, and what a mark is about.

use taskdef_core::lesson::{Fate, Row};
use taskdef_core::report::{Finding, Report, Severity};
use taskdef_core::rules::{Class, PLACEHOLDER, Rule};

/// What a row is marked as, and how the rows are counted: each has its chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chip {
    /// To look at before it is registered.
    ToCheck,
    /// Left out.
    Removed,
    /// Put right, or moved to where it belongs.
    Fixed,
    /// Changed on request.
    Edited,
}

impl Chip {
    /// Every chip, in the order of the bar.
    pub const ALL: [Chip; 4] = [Chip::ToCheck, Chip::Removed, Chip::Fixed, Chip::Edited];

    /// Its name in the document.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Chip::ToCheck => "to-check",
            Chip::Removed => "removed",
            Chip::Fixed => "fixed",
            Chip::Edited => "edited",
        }
    }
}

/// A row that carries a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The row.
    pub row: usize,
    /// How it is counted.
    pub chip: Chip,
    /// What its sign shows.
    pub class: Class,
    /// What is told of it.
    pub told: Told,
}

/// What a mark tells, by its place in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A change.
    Change(usize),
    /// A finding.
    Finding(usize),
}

impl Told {
    /// What the report says of it.
    #[must_use]
    pub fn subject(self, report: &Report) -> Subject<'_> {
        match self {
            Told::Change(place) => {
                let change = &report.changes[place];
                Subject {
                    rule: change.about,
                    message: &change.message,
                    to: change.to.as_deref(),
                    finding: None,
                }
            }
            Told::Finding(place) => {
                let finding = &report.findings[place];
                Subject {
                    rule: finding.about,
                    message: &finding.message,
                    to: finding.to.as_deref(),
                    finding: Some((place, finding)),
                }
            }
        }
    }
}

/// What the report says of a mark's change or finding.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its rule.
    pub rule: &'static Rule,
    /// One line about it.
    pub message: &'a str,
    /// The JSON pointer into the result; nothing for what is left out.
    pub to: Option<&'a str>,
    /// The finding with its place in the report, if it is one.
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
    // The gravest counts, and of equals the first.
    let worst = found
        .rev()
        .max_by_key(|&place| report.findings[place].severity);
    if let Some(place) = worst {
        let finding = &report.findings[place];
        let is_error = finding.severity == Severity::Error || *finding.about == PLACEHOLDER;
        return Some(Mark {
            row: at,
            chip: Chip::ToCheck,
            class: if is_error {
                Class::Error
            } else {
                Class::Warning
            },
            told: Told::Finding(place),
        });
    }
    let place = row.change?;
    let (chip, class) = match row.fate {
        Fate::Removed => (Chip::Removed, Class::Removed),
        Fate::Moved => (Chip::Fixed, Class::Moved),
        Fate::Repaired | Fate::Wrapper | Fate::Kept => (Chip::Fixed, Class::Repaired),
        Fate::Edited | Fate::Added => (Chip::Edited, Class::Edited),
    };
    Some(Mark {
        row: at,
        chip,
        class,
        told: Told::Change(place),
    })
}
