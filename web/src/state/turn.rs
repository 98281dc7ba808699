//! The actions that change nothing but what is in sight.

use super::{Action, State};
use crate::layout::Filter;

impl State {
    /// Changes nothing but what is in sight.
    pub(super) fn turn(&mut self, action: Action) {
        let look = &mut self.look;
        let Some(taught) = &self.last else {
            match action {
                Action::View(view) => look.view = view,
                Action::Rule(rule) => look.learn(rule.as_deref()),
                _ => {}
            }
            return;
        };
        let layout = &taught.layout;
        match action {
            Action::Choose(None) => look.chosen = None,
            Action::Choose(Some(row)) => look.choose(row, layout),
            Action::Filter(filter) => {
                if let Some(row) = layout.step(None, filter, false) {
                    look.choose(row, layout);
                }
            }
            Action::Step { back } => {
                let filter = look.filter.unwrap_or(Filter::ToCheck);
                if let Some(row) = layout.step(look.chosen, filter, back) {
                    look.choose(row, layout);
                }
            }
            Action::Fold(first) => toggle(&mut look.open, first),
            Action::FoldAll => look.all = !look.all,
            Action::Reveal(row) => toggle(&mut look.revealed, row),
            Action::Values => look.values = !look.values,
            Action::Panel(panel) => look.panel = panel,
            Action::TakeAway(file) => look.file = file,
            Action::View(view) => look.view = view,
            Action::Rule(rule) => look.learn(rule.as_deref()),
            Action::Tour(step) => look.go(step, taught),
            // Everything else is for `reduce`.
            _ => {}
        }
    }
}

/// Puts a row into a set, or takes it out if it is there.
fn toggle(rows: &mut Vec<usize>, row: usize) {
    match rows.iter().position(|known| *known == row) {
        Some(place) => {
            rows.swap_remove(place);
        }
        None => rows.push(row),
    }
}
