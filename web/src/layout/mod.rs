//! How the lesson is laid out: which rows carry a mark, which share a note, and which are folded.

mod checks;
mod folds;
mod mark;
mod notes;

use taskdef_core::annotated::Row;
use taskdef_core::report::{Finding, Report};

pub use checks::{Check, Place, shown_class};
pub use folds::Fold;
pub use mark::{Filter, Mark, MarkDetails, MarkSubject};
pub use notes::Note;

use checks::checks;
use folds::folds;
use mark::mark;
use notes::notes;

/// The layout of a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The marks, in the order of their rows.
    pub marks: Vec<Mark>,
    /// What is to be checked, by its kind.
    pub checks: Vec<Check>,
    /// The notes, in the order of their rows.
    pub notes: Vec<Note>,
    /// The rows that are folded away at first, in order; none lies within another.
    pub folds: Vec<Fold>,
}

impl Layout {
    /// Lays out the rows of a report; findings that were `accepted` carry no mark.
    #[must_use]
    pub fn new(rows: &[Row], report: &Report, accepted: impl Fn(&Finding) -> bool) -> Self {
        let checks = checks(rows, report, &accepted);
        let mark = |(at, row): (usize, &Row)| mark(at, row, report, &accepted);
        let marks: Vec<Mark> = rows.iter().enumerate().filter_map(mark).collect();
        let notes = notes(rows, &marks, report);
        let folds = folds(rows, &marks);
        Layout {
            marks,
            checks,
            notes,
            folds,
        }
    }

    /// How many findings of the list are to be checked.
    #[must_use]
    pub fn to_check(&self) -> usize {
        self.checks.iter().map(|check| check.places.len()).sum()
    }

    /// How many marks a filter selects.
    #[must_use]
    pub fn count(&self, filter: Filter) -> usize {
        self.marks
            .iter()
            .filter(|mark| mark.filter == filter)
            .count()
    }

    /// The mark of a row.
    #[must_use]
    pub fn mark(&self, row: usize) -> Option<&Mark> {
        let at = self.marks.partition_point(|mark| mark.row < row);
        self.marks.get(at).filter(|mark| mark.row == row)
    }

    /// The fold that a row is in.
    #[must_use]
    pub fn fold(&self, row: usize) -> Option<&Fold> {
        let at = self.folds.partition_point(|fold| fold.rows.end <= row);
        self.folds.get(at).filter(|fold| fold.rows.contains(&row))
    }

    /// The next row with a mark of a filter, or the previous if `back`, wrapping around at the end.
    /// Without a row to start from, the first or the last.
    #[must_use]
    pub fn step(&self, from: Option<usize>, filter: Filter, back: bool) -> Option<usize> {
        let rows: Vec<usize> = (self.marks.iter())
            .filter(|mark| mark.filter == filter)
            .map(|mark| mark.row)
            .collect();
        let from = from.unwrap_or(if back { 0 } else { usize::MAX });
        if back {
            let before = rows.iter().rev().find(|&&row| row < from);
            before.or(rows.last()).copied()
        } else {
            let after = rows.iter().find(|&&row| row > from && from != usize::MAX);
            after.or(rows.first()).copied()
        }
    }

    /// The position of a mark among those of its filter, from 1, and how many there are.
    #[must_use]
    pub fn place(&self, mark: &Mark) -> (usize, usize) {
        let same = self
            .marks
            .iter()
            .filter(|other| other.filter == mark.filter);
        let before = same.clone().filter(|other| other.row <= mark.row);
        (before.count(), same.count())
    }
}
