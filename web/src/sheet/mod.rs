//! How the lesson is laid out: which rows carry a mark, which share a note, and which are folded.

mod folds;
mod notes;

use std::ops::Range;

use taskdef_core::annotated::Row;
use taskdef_core::report::{Finding, Report};
use taskdef_core::rule::{Class, Rule};

use notes::{mark, notes};

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

/// A note beside neighbouring rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The rows.
    pub rows: Range<usize>,
    /// The rules that it tells, with how often.
    pub rules: Vec<(&'static Rule, usize)>,
}

/// The layout of a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The marks, in the order of their rows.
    pub marks: Vec<Mark>,
    /// The notes, in the order of their rows.
    pub notes: Vec<Note>,
    /// The rows that are folded away at first, in order; none lies within another.
    pub folds: Vec<Fold>,
}

/// Rows that are folded away at first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// The rows.
    pub rows: Range<usize>,
    /// Of a whole container, its name as pasted: among many, those that need no look are one line
    /// each, and their rows are made when they are opened.
    pub container: Option<String>,
}

impl Sheet {
    /// Lays out the rows of a report; findings that were `accepted` carry no mark.
    #[must_use]
    pub fn of(rows: &[Row], report: &Report, accepted: impl Fn(&Finding) -> bool) -> Self {
        let mark = |(at, row): (usize, &Row)| mark(at, row, report, &accepted);
        let marks: Vec<Mark> = rows.iter().enumerate().filter_map(mark).collect();
        let notes = notes(rows, &marks, report);
        let folds = folds::folds(rows, &marks);
        Sheet {
            marks,
            notes,
            folds,
        }
    }

    /// How many marks a chip counts.
    #[must_use]
    pub fn count(&self, chip: Chip) -> usize {
        self.marks.iter().filter(|mark| mark.chip == chip).count()
    }

    /// The mark of a row.
    #[must_use]
    pub fn mark(&self, row: usize) -> Option<&Mark> {
        let at = self.marks.partition_point(|mark| mark.row < row);
        self.marks.get(at).filter(|mark| mark.row == row)
    }

    /// The next row with a mark of a chip, going round at the end; without a row, the first.
    #[must_use]
    pub fn step(&self, from: Option<usize>, chip: Chip, back: bool) -> Option<usize> {
        let rows: Vec<usize> = (self.marks.iter())
            .filter(|mark| mark.chip == chip)
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

    /// The place of a row among the marks of its chip, from 1, and how many there are.
    #[must_use]
    pub fn place(&self, mark: &Mark) -> (usize, usize) {
        let same = self.marks.iter().filter(|other| other.chip == mark.chip);
        let before = same.clone().filter(|other| other.row <= mark.row);
        (before.count(), same.count())
    }
}
