//! The actions that change only what is shown.

use std::rc::Rc;

use super::{Action, State, Tab};
use crate::layout::Filter;

impl State {
    /// Changes what is shown.
    pub(super) fn apply_view_action(&mut self, action: Action) {
        if matches!(action, Action::ShowPlace(_) | Action::Course(_)) {
            return self.learn(action);
        }
        // Who is there already goes back to its beginning; who comes back finds what was shown.
        if matches!(action, Action::ShowTab(Tab::Learn)) && self.ui.tab == Tab::Learn {
            Rc::make_mut(&mut self.course).place = None;
        }
        let ui = &mut self.ui;
        let Some(analysis) = &self.last else {
            if let Action::ShowTab(tab) = action {
                ui.show_tab(tab);
            }
            return;
        };
        let layout = &analysis.layout;
        match action {
            Action::Choose(None) => ui.chosen = None,
            Action::Choose(Some(row)) if row < analysis.lesson.rows.len() => ui.choose(row, layout),
            Action::Hover(row) => ui.hovered = row,
            Action::Check(place) => {
                ui.choose(place.row, layout);
                ui.about = Some(place.finding);
            }
            Action::ToggleChecks => ui.all_checks = !ui.all_checks,
            Action::ToggleFilling => ui.filling = !ui.filling,
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
            Action::ToggleFold(first) => toggle(&mut ui.open, first),
            Action::MoreRows => ui.more_rows += 1,
            Action::ToggleAllFolds => ui.all_open = !ui.all_open,
            Action::ToggleSecret(row) => toggle(&mut ui.revealed, row),
            Action::ToggleValues => ui.show_values = !ui.show_values,
            Action::ShowPanel(panel) => ui.panel = panel,
            Action::ShowField(field) => ui.show_field(&field),
            Action::ShowContainers(group) => ui.containers = group,
            Action::ShowFile(file) => ui.file = file,
            Action::ShowTab(tab) => ui.show_tab(tab),
            Action::ShowStep(step) => ui.show_step(step, analysis),
            // `reduce` handles all others.
            _ => {}
        }
    }
}

/// Adds a row to a set, or removes it if it is in it.
fn toggle(rows: &mut Vec<usize>, row: usize) {
    match rows.iter().position(|known| *known == row) {
        Some(place) => {
            rows.swap_remove(place);
        }
        None => rows.push(row),
    }
}
