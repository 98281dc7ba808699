//! Which rows are folded away at first.

use std::ops::Range;

use taskdef_core::annotated::{Part, Row, RowStatus};

use super::mark::{Filter, Mark};

/// With more containers than this, each that has nothing to check is folded to one line.
const MANY_CONTAINERS: usize = 20;
/// The least number of kept rows that are folded.
const FOLD: usize = 4;
/// The least number of rows inside of a removed value that are folded.
const FOLD_REMOVED: usize = 5;

/// Rows that are folded away at first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// The rows.
    pub rows: Range<usize>,
    /// The container's name as pasted, if the fold is a whole container. The rows of such a fold
    /// are rendered only when it is open.
    pub container: Option<String>,
}

/// Long runs of rows without marks and, among many containers, those with nothing to check.
pub(super) fn folds(rows: &[Row], marks: &[Mark]) -> Vec<Fold> {
    with_containers(rows, marks, long_runs(rows, marks))
}

/// Long runs of rows that are neither next to a mark nor enclose one.
fn long_runs(rows: &[Row], marks: &[Mark]) -> Vec<Fold> {
    let mut shown = vec![false; rows.len()];
    let mut marked = marks.iter().map(|mark| mark.row).peekable();
    // The lists and objects that are open at this row.
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
    let is_inside = |row: &Row| row.status == RowStatus::Removed && row.change.is_none();
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
        // The closing bracket of a removed value stays visible, as the opening one does.
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

/// Adds folds of whole containers, if there are many.
fn with_containers(rows: &[Row], marks: &[Mark], folds: Vec<Fold>) -> Vec<Fold> {
    let containers = containers(rows);
    if containers.len() <= MANY_CONTAINERS {
        return folds;
    }
    let quiet = containers.into_iter().filter(|range| {
        let from = marks.partition_point(|mark| mark.row < range.start);
        let own = marks[from..].iter().take_while(|mark| mark.row < range.end);
        own.clone().all(|mark| mark.filter != Filter::ToCheck)
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
