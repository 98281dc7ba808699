//! What AWS said: what it means, the lines of the paste that it is about, and what to do.

use std::rc::Rc;

use taskdef_core::aws_error::SaidBy;
use taskdef_core::explain::{KnownError, known_errors};
use taskdef_core::report::Located;
use taskdef_core::rule::Class;
use taskdef_core::{Lang, places_of_error};
use yew::prelude::*;

use crate::browser;
use crate::course::Place;
use crate::history::Snapshot;
use crate::state::{Action, Analysis, Shared, Tab};
use crate::widgets::{mark, sign, with_code};
use crate::words::{LearnWords, Words, learn};

/// The properties of [`Said`].
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) words: &'static Words,
    pub(super) lang: Lang,
    /// What AWS said, as somebody pasted it.
    pub(super) told: Rc<str>,
    /// The current paste.
    pub(super) pasted: Snapshot,
    /// Its lines, if it can be converted.
    pub(super) analysis: Option<Shared<Analysis>>,
    /// Receives where to go.
    pub(super) dispatch: Callback<Action>,
}

/// The answer. A component, since the paste is checked for it, and typing elsewhere changes nothing.
#[component]
pub(super) fn Said(props: &Props) -> Html {
    let said = learn(props.lang);
    let is_empty = props.told.trim().is_empty();
    let known = if is_empty {
        Vec::new()
    } else {
        known_errors(&props.told)
    };
    let outcome = match known.len() {
        _ if is_empty => String::new(),
        0 => said.told_nothing.to_owned(),
        count => (said.told_found)(count),
    };
    html! {
        <section class="told" aria-label={said.told}>
            <p role="status" id="told-outcome" class="quiet">{outcome}</p>
            if !known.is_empty() {
                <ol>{ for known.into_iter().map(|error| answer(props, said, error)) }</ol>
            }
        </section>
    }
}

/// An error that is known.
fn answer(props: &Props, said: &LearnWords, error: KnownError) -> Html {
    let (words, lang) = (props.words, props.lang);
    let (place, cure, by) = match error {
        KnownError::Rule(rule) => (Place::Rule(rule), rule.words(lang).plain_cure, None),
        KnownError::Other(other) => (
            Place::Error(other),
            other.words(lang).plain_cure,
            Some(other.said_by),
        ),
    };
    let address = place.address();
    let rules = error.rules();
    let rules = rules.iter().filter(|_| by.is_some());
    html! {
        <li data-mark={mark(Class::Error)}>
            <h2>{sign(Class::Error)}{error.title(lang)}</h2>
            if let Some(by) = by {
                <p class="quiet">{SaidBy::title(by, lang)}</p>
            }
            <p>{with_code(error.meaning(lang))}</p>
            <h3>{words.what_to_do}</h3>
            <p>{with_code(cure)}</p>
            <h3>{said.in_yours}</h3>
            {lines(props, said, error)}
            <p class="links">
                <a href={format!("#{address}")} translate="no">{error.id()}</a>
                { for rules.map(|id| html! { <a href={format!("#rule={id}")} translate="no">{*id}</a> }) }
            </p>
        </li>
    }
}

/// The lines of the paste that an error is about, each a button that goes there.
fn lines(props: &Props, said: &LearnWords, error: KnownError) -> Html {
    if props.pasted.is_blank() {
        return html! { <p class="quiet">{said.no_paste}</p> };
    }
    let pasted = props.pasted.pasted().ok();
    let places = pasted.and_then(|pasted| places_of_error(error, &props.told, &pasted).ok());
    let Some(places) = places else {
        return html! { <p class="quiet">{said.unread_paste}</p> };
    };
    if places.is_empty() {
        return html! { <p class="quiet">{said.no_line}</p> };
    }
    let line = |place: &Located| {
        html! {
            <li>
                <button type="button" class="to-line" onclick={go_to(props, place)}>{(props.words.line)(place.position.line)}</button>
                {" "}<code translate="no">{place.dotted.clone()}</code>
            </li>
        }
    };
    html! { <ul class="places">{ for places.iter().map(line) }</ul> }
}

/// Goes to a place of the paste: to its line, if that is marked, else to the text itself.
fn go_to(props: &Props, place: &Located) -> Callback<MouseEvent> {
    let dispatch = props.dispatch.clone();
    let row = props
        .analysis
        .as_ref()
        .and_then(|analysis| row_of(analysis, &place.at));
    let text = &props.pasted.text;
    let before = text
        .split_inclusive('\n')
        .take(place.position.line as usize - 1);
    let before: usize = before.map(|line| line.encode_utf16().count()).sum();
    let at = before + place.position.column_utf16 as usize - 1;
    Callback::from(move |_| {
        if let Some(row) = row {
            dispatch.emit(Action::Choose(Some(row)));
            browser::focus(&format!("#row-{row}"));
        } else {
            browser::put_cursor("#paste", at);
        }
        dispatch.emit(Action::ShowTab(Tab::Convert));
    })
}

/// The marked row of the value at a JSON pointer into the paste.
fn row_of(analysis: &Analysis, at: &str) -> Option<usize> {
    let report = &analysis.conversion().report;
    let rows = &analysis.lesson.rows;
    let marks = analysis.layout.marks.iter().map(|mark| mark.row);
    let is_there = |row: &usize| {
        let found = rows[*row]
            .findings
            .iter()
            .map(|&one| report.findings[one].at.as_deref());
        let changed = rows[*row]
            .change
            .map(|one| report.changes[one].at.as_deref());
        found.chain(changed).any(|pointer| pointer == Some(at))
    };
    marks.into_iter().find(is_there)
}
