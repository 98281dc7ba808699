//! Keyboard shortcuts while the lesson has the focus.

use taskdef_core::annotated::Part;
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Analysis, Shared, UiState};
use crate::widgets::{field_of, go_to};

/// The key code of a key that an input method handles. Some browsers send it without `isComposing`.
const OF_INPUT_METHOD: u32 = 229;

/// Prefixes of the ids of the buttons of rows and folds; the index of the row follows.
pub(super) const ROW: &str = "row-";
pub(super) const FOLD: &str = "fold-";

/// The row that an event is about: that of its target, or of the line around it.
pub(super) fn row_of(event: &Event) -> Option<usize> {
    let id = browser::id_near(event, ".row", "[id^=\"row-\"]")?;
    id.strip_prefix(ROW)?.parse().ok()
}

/// Arrow keys move between lines and folds, N and P to the next and previous mark of the filter,
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
            key @ ("Enter" | " ")
                if is_on(&event, ROW) && (key == " " || row_of(&event) != ui.chosen) =>
            {
                row_of(&event).map(|row| Action::Choose(Some(row)))
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
            browser::focus("#lesson [tabindex=\"0\"]");
        }
    })
}

/// A place that the arrow keys can move to.
enum Stop {
    /// A row.
    Row(usize),
    /// The fold that begins with this row; it comes before the row.
    Fold(usize),
}

/// The stop after or before the one that has the focus. Rows in a closed fold are skipped, and brackets that
/// close.
fn near(event: &KeyboardEvent, ui: &UiState, analysis: &Analysis, down: bool) -> Option<Stop> {
    let id = browser::target_id(event);
    let number = |kind: &str| id.strip_prefix(kind)?.parse::<usize>().ok();
    let rows = &analysis.lesson.rows;
    let stop = |place: usize| {
        // Each row has two places: that of a fold that begins there, and its own.
        let at = place / 2;
        let fold = analysis.layout.fold(at);
        if place.is_multiple_of(2) {
            let begins = fold.is_some_and(|fold| fold.rows.start == at);
            begins.then_some(Stop::Fold(at))
        } else {
            let is_seen = fold.is_none_or(|fold| ui.is_open(fold));
            (is_seen && rows[at].part != Part::Close).then_some(Stop::Row(at))
        }
    };
    let here = number(FOLD).map(|row| 2 * row);
    let here = here.or(number(ROW).or(ui.chosen).map(|row| 2 * row + 1));
    let places = 2 * rows.len();
    match here {
        Some(here) if !down => (0..here.min(places)).rev().find_map(stop),
        here => (here.map_or(0, |here| here + 1)..places).find_map(stop),
    }
}

/// Whether a button of this kind has the focus.
fn is_on(event: &KeyboardEvent, kind: &str) -> bool {
    browser::target_id(event).starts_with(kind)
}
