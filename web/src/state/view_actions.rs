//! The actions that change nothing but what is in sight.

use super::{Action, State};
use crate::layout::Filter;

impl State {
    /// Changes nothing but what is in sight.
    pub(super) fn apply_view_action(&mut self, action: Action) {
        let ui = &mut self.ui;
        let Some(analysis) = &self.last else {
            match action {
                Action::Tab(tab) => ui.tab = tab,
                Action::Rule(rule) => ui.show_rule(rule.as_deref()),
                _ => {}
            }
            return;
        };
        let layout = &analysis.layout;
        match action {
            Action::Choose(None) => ui.chosen = None,
            Action::Choose(Some(row)) => ui.choose(row, layout),
            Action::Filter(filter) => {
                if let Some(row) = layout.step(None, filter, false) {
                    ui.choose(row, layout);
                }
            }
            Action::Step { back } => {
                let filter = ui.filter.unwrap_or(Filter::ToCheck);
                if let Some(row) = layout.step(ui.chosen, filter, back) {
                    ui.choose(row, layout);
                }
            }
            Action::Fold(first) => toggle(&mut ui.open, first),
            Action::FoldAll => ui.all = !ui.all,
            Action::Reveal(row) => toggle(&mut ui.revealed, row),
            Action::Values => ui.values = !ui.values,
            Action::Panel(panel) => ui.panel = panel,
            Action::ShowFile(file) => ui.file = file,
            Action::Tab(tab) => ui.tab = tab,
            Action::Rule(rule) => ui.show_rule(rule.as_deref()),
            Action::Tour(step) => ui.show_step(step, analysis),
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
