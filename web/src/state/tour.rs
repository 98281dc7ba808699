//! The guided tour through the article's example, to the changed job that runs: what each step shows. Its
//! words are [`Words::tour_steps`](crate::words::Words::tour_steps).

use taskdef_core::rule::Rule;
use taskdef_core::rules::{NULL_VALUE, PLACEHOLDER, READ_ONLY_FIELD};

use super::{Analysis, Panel, UiState};
use crate::words::TOUR;

/// What a step shows.
#[derive(Debug, Clone, Copy)]
pub enum Shows {
    /// Nothing in particular.
    Nothing,
    /// The first line that is marked by this rule; of several, the one with this key, if there is one.
    Line(&'static Rule, &'static str),
    /// This panel, and this file in it, an index into [`NAMES`](crate::downloads::NAMES).
    Panel(Panel, usize),
    /// The step of "What now" with this id.
    Now(&'static str),
}

/// The tour.
pub static STEPS: [Shows; TOUR] = [
    Shows::Nothing,
    Shows::Line(&READ_ONLY_FIELD, "\"revision\""),
    Shows::Line(&NULL_VALUE, ""),
    Shows::Line(&PLACEHOLDER, ""),
    Shows::Panel(Panel::Edit, 0),
    Shows::Panel(Panel::Downloads, 1),
    Shows::Now("starter"),
    Shows::Now("run"),
    Shows::Now("see"),
    Shows::Now("back"),
];

/// The id of the step of "What now" that a step of the tour shows, if it does.
#[must_use]
pub fn step_of_way(step: usize) -> Option<&'static str> {
    match STEPS.get(step) {
        Some(Shows::Now(id)) => Some(id),
        _ => None,
    }
}

impl UiState {
    /// Goes to a step of the tour and shows what belongs to it; [`None`] ends the tour.
    pub(crate) fn show_step(&mut self, step: Option<usize>, analysis: &Analysis) {
        self.tour = step;
        self.chosen = None;
        match step.and_then(|step| STEPS.get(step)).copied() {
            Some(Shows::Line(rule, key)) => {
                let marks = analysis.layout.marks.iter();
                let rows = marks
                    .filter(|mark| analysis.details(mark).rule == rule)
                    .map(|mark| mark.row);
                let rows: Vec<usize> = rows.collect();
                let named = |row: &&usize| analysis.lesson.rows[**row].key == key;
                if let Some(&row) = rows.iter().find(named).or(rows.first()) {
                    self.choose(row, &analysis.layout);
                }
            }
            Some(Shows::Panel(panel, file)) => {
                self.panel = panel;
                self.file = file;
            }
            Some(Shows::Nothing | Shows::Now(_)) | None => {}
        }
    }
}
