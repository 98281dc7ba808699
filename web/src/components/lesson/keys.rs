//! Keyboard shortcuts while the lesson has the focus.

use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Analysis, Shared, UiState};
use crate::widgets::{field_of, go_to};

/// The key code of a key that an input method handles. Some browsers send it without `isComposing`.
const OF_INPUT_METHOD: u32 = 229;

/// Prefixes of the ids of the buttons of rows and folds; the index of the row follows.
pub(super) const ROW: &str = "row-";
pub(super) const FOLD: &str = "fold-";

/// Arrow keys move between marks and folds, N and P to the next and previous mark of the filter,
/// Enter moves to the reason, and E to the field that edits the line.
pub(super) fn on_key(
    ui: &UiState,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Callback<KeyboardEvent> {
    let (ui, analysis, dispatch) = (ui.clone(), analysis.clone(), dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_typed = event.is_composing() || event.key_code() == OF_INPUT_METHOD;
        if is_typed || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let marks = &analysis.layout.marks;
        let action = match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") => {
                match near(&event, &ui, &analysis, key == "ArrowDown") {
                    Some(Stop::Fold(row)) => {
                        event.prevent_default();
                        return browser::focus(&format!("#{FOLD}{row}"));
                    }
                    Some(Stop::Row(row)) => Some(Action::Choose(Some(row))),
                    None => None,
                }
            }
            "Home" => marks.first().map(|mark| Action::Choose(Some(mark.row))),
            "End" => marks.last().map(|mark| Action::Choose(Some(mark.row))),
            "n" | "N" => Some(Action::Step { back: false }),
            "p" | "P" => Some(Action::Step { back: true }),
            "Escape" => Some(Action::Choose(None)),
            "e" | "E" => {
                let mark = ui.chosen.and_then(|row| analysis.layout.mark(row));
                if let Some(field) = mark.and_then(|mark| field_of(mark, &analysis)) {
                    event.prevent_default();
                    dispatch.emit(go_to(&field));
                }
                return;
            }
            "Enter" if ui.chosen.is_some() && !is_on(&event, FOLD) => {
                event.prevent_default();
                return browser::focus("#why-title");
            }
            _ => None,
        };
        if let Some(action) = action {
            event.prevent_default();
            dispatch.emit(action);
            browser::focus("#lesson [tabindex=\"0\"].over");
        }
    })
}

/// A place that the arrow keys can move to.
enum Stop {
    /// A row with a mark.
    Row(usize),
    /// The fold that begins with this row.
    Fold(usize),
}

/// The stop after or before the one that has the focus. Rows in a closed fold are skipped.
fn near(event: &KeyboardEvent, ui: &UiState, analysis: &Analysis, down: bool) -> Option<Stop> {
    let id = browser::target_id(event);
    let number = |kind: &str| id.strip_prefix(kind)?.parse::<usize>().ok();
    // A fold comes before its first row.
    let at_row = number(ROW).or(ui.chosen).map(|row| (row, true));
    let here = number(FOLD).map(|row| (row, false)).or(at_row);
    let folds = &analysis.layout.folds;
    let is_seen = |row: usize| {
        let around = folds.iter().find(|fold| fold.rows.contains(&row));
        around.is_none_or(|fold| ui.is_open(fold))
    };
    let rows = analysis.layout.marks.iter().map(|mark| mark.row);
    let rows = rows.filter(|row| is_seen(*row)).map(|row| (row, true));
    let folds = folds.iter().map(|fold| (fold.rows.start, false));
    let mut stops: Vec<_> = rows.chain(folds).collect();
    stops.sort_unstable();
    let mut stops = stops.into_iter();
    let (row, is_row) = match here {
        None => stops.next(),
        Some(here) if down => stops.find(|stop| *stop > here),
        Some(here) => stops.rfind(|stop| *stop < here),
    }?;
    Some(if is_row {
        Stop::Row(row)
    } else {
        Stop::Fold(row)
    })
}

/// Whether a button of this kind has the focus.
fn is_on(event: &KeyboardEvent, kind: &str) -> bool {
    browser::target_id(event).starts_with(kind)
}
