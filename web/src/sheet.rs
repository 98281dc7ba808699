//! How the lesson is laid out: which rows carry a mark, which share a note, and which are folded.

use std::ops::Range;

use taskdef_core::lesson::{Fate, Part, Row};
use taskdef_core::report::{Finding, Report, Severity};
use taskdef_core::rules::{Class, EMPTY_LIST, EMPTY_OBJECT, NULL_VALUE, PLACEHOLDER, Rule};

/// More containers than these are shown one a line.
const MANY_CONTAINERS: usize = 20;
/// Kept rows that are worth a fold.
const FOLD: usize = 4;
/// Rows inside of something removed that are worth a fold.
const FOLD_REMOVED: usize = 5;

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
        let folds = with_containers(rows, &marks, folds(rows, &marks));
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

fn mark(
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

/// Neighbours that are null or empty share a note; every other mark has its own.
fn notes(rows: &[Row], marks: &[Mark], report: &Report) -> Vec<Note> {
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

/// Long runs of rows that tell nothing: not beside a mark, and not around one.
fn folds(rows: &[Row], marks: &[Mark]) -> Vec<Fold> {
    let mut shown = vec![false; rows.len()];
    let mut marked = marks.iter().map(|mark| mark.row).peekable();
    // Whatever opens around a mark.
    let mut open: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if marked.next_if_eq(&at).is_some() {
            let around = open.iter().rev().take_while(|&&row| !shown[row]);
            let around: Vec<usize> = around.copied().collect();
            for row in around {
                shown[row] = true;
            }
        }
        match row.part {
            Part::Open => open.push(at),
            Part::Close => drop(open.pop()),
            Part::Leaf => {}
        }
    }
    for mark in marks {
        let beside = mark.row.saturating_sub(1)..rows.len().min(mark.row + 2);
        shown[beside].fill(true);
    }
    let is_inside = |row: &Row| row.fate == Fate::Removed && row.change.is_none();
    let mut folds = Vec::new();
    let mut from = 0;
    while from < rows.len() {
        let removed = is_inside(&rows[from]);
        let alike = |at: usize| {
            is_inside(&rows[at]) == removed && (removed || !shown[at]) && rows[at].line.is_some()
        };
        let mut to = from;
        while to < rows.len() && alike(to) {
            to += 1;
        }
        // What closes the removed block stays in sight, as what opens it does.
        let end = if removed { to.saturating_sub(1) } else { to };
        let least = if removed { FOLD_REMOVED } else { FOLD };
        if end.saturating_sub(from) >= least {
            folds.push(Fold {
                rows: from..end,
                container: None,
            });
        }
        from = to.max(from + 1);
    }
    folds
}

/// Folds whole containers, if there are many.
fn with_containers(rows: &[Row], marks: &[Mark], folds: Vec<Fold>) -> Vec<Fold> {
    let containers = containers(rows);
    if containers.len() <= MANY_CONTAINERS {
        return folds;
    }
    let quiet = containers.into_iter().filter(|range| {
        let from = marks.partition_point(|mark| mark.row < range.start);
        let own = marks[from..].iter().take_while(|mark| mark.row < range.end);
        own.clone().all(|mark| mark.chip != Chip::ToCheck)
    });
    let mut whole: Vec<Fold> = quiet
        .map(|range| Fold {
            container: Some(name(rows, &range)),
            rows: range,
        })
        .collect();
    let within = |fold: &Fold| {
        let place = whole.partition_point(|one| one.rows.end <= fold.rows.start);
        let next = whole.get(place);
        next.is_some_and(|one| one.rows.start < fold.rows.end)
    };
    let outside: Vec<Fold> = folds.into_iter().filter(|fold| !within(fold)).collect();
    whole.extend(outside);
    whole.sort_unstable_by_key(|fold| fold.rows.start);
    whole
}

/// The rows of each container.
fn containers(rows: &[Row]) -> Vec<Range<usize>> {
    let is_list = |row: &Row| row.part == Part::Open && row.key == "\"containerDefinitions\"";
    let Some(list) = rows.iter().position(is_list) else {
        return Vec::new();
    };
    let depth = rows[list].depth + 1;
    let own = rows[list + 1..].iter().take_while(|row| row.depth >= depth);
    let own = own.enumerate().map(|(at, row)| (at + list + 1, row));
    let mut open = None;
    let mut found = Vec::new();
    for (at, row) in own.filter(|(_, row)| row.depth == depth) {
        match row.part {
            Part::Open => open = Some(at),
            Part::Close => found.extend(open.take().map(|open| open..at + 1)),
            Part::Leaf => {}
        }
    }
    found
}

fn name(rows: &[Row], container: &Range<usize>) -> String {
    let depth = rows[container.start].depth + 1;
    let mut own = rows[container.clone()].iter();
    let name = own.find(|row| row.depth == depth && row.key == "\"name\"");
    name.map(|row| row.before.clone()).unwrap_or_default()
}
