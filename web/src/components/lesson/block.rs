//! A block of neighbouring rows, rendered again only when something in it changed.

use std::ops::Range;

use taskdef_core::Lang;
use yew::prelude::*;

use super::row;
use crate::layout::{Fold, Mark, Note};
use crate::state::{Action, Analysis, Shared, UiState};
use crate::words::Words;

/// The properties of [`Block`].
#[derive(Properties)]
pub(super) struct Props {
    pub(super) words: &'static Words,
    pub(super) lang: Lang,
    pub(super) analysis: Shared<Analysis>,
    pub(super) dispatch: Callback<Action>,
    pub(super) range: Range<usize>,
    pub(super) chosen: Option<usize>,
    pub(super) stop: Option<usize>,
    pub(super) open: Vec<usize>,
    pub(super) revealed: Vec<usize>,
}

impl Props {
    fn rows(&self) -> &[taskdef_core::annotated::Row] {
        &self.analysis.lesson.rows[self.range.clone()]
    }

    fn marks(&self) -> &[Mark] {
        let marks = &self.analysis.layout.marks;
        let from = marks.partition_point(|mark| mark.row < self.range.start);
        let to = marks.partition_point(|mark| mark.row < self.range.end);
        &marks[from..to]
    }

    fn notes(&self) -> &[Note] {
        let notes = &self.analysis.layout.notes;
        let from = notes.partition_point(|note| note.rows.end <= self.range.start);
        let to = notes.partition_point(|note| note.rows.start < self.range.end);
        &notes[from..to]
    }

    fn folds(&self) -> &[Fold] {
        let folds = &self.analysis.layout.folds;
        let from = folds.partition_point(|fold| fold.rows.end <= self.range.start);
        let to = folds.partition_point(|fold| fold.rows.start < self.range.end);
        &folds[from..to]
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
            && self.range == other.range
            && self.chosen == other.chosen
            && self.stop == other.stop
            && self.open == other.open
            && self.revealed == other.revealed
            && (self.analysis == other.analysis
                || (self.rows() == other.rows()
                    && self.marks() == other.marks()
                    && self.notes() == other.notes()
                    && self.folds() == other.folds()))
    }
}

/// The open folds within a range of rows, by their first rows.
pub(super) fn open(ui: &UiState, analysis: &Analysis, range: &Range<usize>) -> Vec<usize> {
    let folds = analysis.layout.folds.iter();
    let near = folds.filter(|fold| fold.rows.start < range.end && fold.rows.end > range.start);
    let open = near.filter(|fold| ui.is_open(fold));
    open.map(|fold| fold.rows.start).collect()
}

/// A block of neighbouring rows.
#[component]
pub(super) fn Block(props: &Props) -> Html {
    let mut notes = props.notes().iter().peekable();
    let mut folds = props.folds().iter().peekable();
    let rows = props.range.clone().map(|at| {
        while notes.next_if(|note| note.rows.end <= at).is_some() {}
        while folds.next_if(|fold| fold.rows.end <= at).is_some() {}
        let fold = folds.peek().filter(|fold| fold.rows.contains(&at));
        let is_open = fold.is_some_and(|fold| props.open.contains(&fold.rows.start));
        let is_folded = fold.is_some() && !is_open;
        let is_stop = props.stop == Some(at);
        let row = row::Shown {
            words: props.words,
            lang: props.lang,
            analysis: &props.analysis,
            at,
            note: notes.peek().copied().filter(|note| note.rows.contains(&at)),
            is_chosen: props.chosen == Some(at),
            is_stop: is_stop && !is_folded,
            is_folded,
            is_revealed: props.revealed.contains(&at),
        };
        // A fold and its first row are not both stops.
        let is_stop = is_stop && is_folded;
        let is_made = is_open || fold.is_none_or(|fold| fold.container.is_none());
        html! {
            <>
                if let Some(fold) = fold.filter(|fold| fold.rows.start == at) {
                    {row::fold(props.words, &props.analysis.lesson.rows, fold, row.depth(), is_open, is_stop, &props.dispatch)}
                }
                if is_made {
                    {row.show(&props.dispatch)}
                }
            </>
        }
    });
    html! { <div class="block" role="presentation">{ for rows }</div> }
}
