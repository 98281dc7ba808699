//! Which rows carry a mark, and what stands in the margin beside them.

use taskdef_core::annotated::{Part, Row, RowStatus};
use taskdef_core::report::{Finding, Report, Severity};
use taskdef_core::rule::Class;
use taskdef_core::rules::{EMPTY_LIST, EMPTY_OBJECT, NULL_VALUE, PLACEHOLDER};

use super::{Chip, Mark, Note, Told};

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
    let (chip, class) = match row.status {
        RowStatus::Removed => (Chip::Removed, Class::Removed),
        RowStatus::Moved => (Chip::Fixed, Class::Moved),
        RowStatus::Repaired | RowStatus::Wrapper | RowStatus::Kept => {
            (Chip::Fixed, Class::Repaired)
        }
        RowStatus::Edited | RowStatus::Added => (Chip::Edited, Class::Edited),
    };
    Some(Mark {
        row: at,
        chip,
        class,
        told: Told::Change(place),
    })
}

/// Neighbours that are null or empty share a note; every other mark has its own.
pub(super) fn notes(rows: &[Row], marks: &[Mark], report: &Report) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut open = false;
    for mark in marks {
        let rule = match mark.told {
            Told::Change(place) => report.changes[place].about,
            Told::Finding(place) => report.findings[place].about,
        };
        let says_nothing = [&NULL_VALUE, &EMPTY_LIST, &EMPTY_OBJECT].contains(&rule);
        let quiet = says_nothing && rows[mark.row].part == Part::Leaf;
        match notes.last_mut() {
            Some(last) if open && quiet && last.rows.end == mark.row => {
                last.rows.end += 1;
                match last.rules.iter_mut().find(|(told, _)| *told == rule) {
                    Some((_, times)) => *times += 1,
                    None => last.rules.push((rule, 1)),
                }
            }
            _ => notes.push(Note {
                rows: mark.row..mark.row + 1,
                rules: vec![(rule, 1)],
            }),
        }
        open = quiet;
    }
    notes
}
