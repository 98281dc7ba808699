//! The notes in the margin beside the marks.

use std::ops::Range;

use taskdef_core::annotated::{Part, Row};
use taskdef_core::report::Report;
use taskdef_core::rule::Rule;
use taskdef_core::rules::{EMPTY_LIST, EMPTY_OBJECT, NULL_VALUE};

use super::mark::Mark;

/// A note beside neighbouring rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The rows.
    pub rows: Range<usize>,
    /// The rules that it names, and how often each applies.
    pub rules: Vec<(&'static Rule, usize)>,
}

/// One note for each mark; neighbouring rows that are null or empty share one.
pub(super) fn notes(rows: &[Row], marks: &[Mark], report: &Report) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut open = false;
    for mark in marks {
        let rule = mark.subject.details(report).rule;
        let says_nothing = [&NULL_VALUE, &EMPTY_LIST, &EMPTY_OBJECT].contains(&rule);
        let quiet = says_nothing && rows[mark.row].part == Part::Leaf;
        match notes.last_mut() {
            Some(last) if open && quiet && last.rows.end == mark.row => {
                last.rows.end += 1;
                match last.rules.iter_mut().find(|(known, _)| *known == rule) {
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
