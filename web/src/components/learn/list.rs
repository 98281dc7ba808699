//! The cards of a group, or of what a search has found.

use std::rc::Rc;

use taskdef_core::Lang;
use taskdef_core::aws_error;
use taskdef_core::explain::{Topic as Explained, explain};
use yew::prelude::*;

use super::card::Cards;
use super::menu::group_text;
use super::{error, field, term};
use crate::course::{Found, Group, Place, found, glossary, left_out};
use crate::state::{Action, Copied, Seen};
use crate::widgets::{LinkButton, with_code};
use crate::words::{LearnWords, Words, learn};

/// What is listed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Listed {
    /// A group.
    Group(Group),
    /// What a search finds.
    Sought(Rc<str>),
    /// The fields that this path names.
    Field(String),
}

/// The properties of [`List`].
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) words: &'static Words,
    pub(super) lang: Lang,
    pub(super) listed: Listed,
    /// The id of the rule whose details are open.
    pub(super) open: Option<&'static str>,
    /// The ids of the rules that the current paste is about.
    pub(super) mine: Vec<&'static str>,
    /// The outcome of the last copy.
    pub(super) copied: Option<Copied>,
    /// Receives the outcome of a copy.
    pub(super) dispatch: Callback<Action>,
}

/// The heading and the cards. A component, since all rules are many, and typing elsewhere changes none.
#[component]
pub(super) fn List(props: &Props) -> Html {
    let (words, lang, said) = (props.words, props.lang, learn(props.lang));
    let (items, [title, hint]) = match &props.listed {
        Listed::Group(group) => (
            in_group(*group, &props.mine),
            group_text(*group, words, said, lang),
        ),
        Listed::Sought(sought) => (found(sought, lang), [said.found, ""]),
        Listed::Field(path) => (fields(path), [said.found, ""]),
    };
    let has_words = matches!(props.listed, Listed::Group(Group::Words));
    let cards = Cards {
        words,
        said,
        lang,
        seen: &Seen::default(),
        open: props.open,
        copied: props.copied,
        dispatch: &props.dispatch,
    };
    html! {
        <section aria-labelledby="learn-title">
            <h1 id="learn-title" tabindex="-1">{title}</h1>
            if !hint.is_empty() {
                <p class="hint">{hint}</p>
            }
            <p class="card-head">
                <span role="status" class="quiet" id="counted">{counted(said, &items)}</span>
                {link(props, said)}
            </p>
            {why_left_out(props, said)}
            if matches!(props.listed, Listed::Group(Group::Mine)) && items.is_empty() {
                <p>{said.nothing_mine}</p>
            }
            <div class="cards" data-words={has_words.then_some("")}>
                { for items.iter().map(|one| match one {
                    Found::Rule(rule) => cards.rule(rule),
                    Found::Error(error) => error::card(&cards, error),
                    Found::Field(field) => field::card(&cards, field),
                    Found::Word(word) => term::card(&cards, word),
                }) }
            </div>
        </section>
    }
}

fn in_group(group: Group, mine: &[&str]) -> Vec<Found> {
    match group {
        Group::Words => glossary::all().map(Found::Word).collect(),
        Group::Errors => aws_error::all().map(Found::Error).collect(),
        group => group.rules(mine).into_iter().map(Found::Rule).collect(),
    }
}

fn fields(path: &str) -> Vec<Found> {
    match explain(path) {
        Ok(Explained::Fields(fields)) => fields.into_iter().map(Found::from).collect(),
        _ => Vec::new(),
    }
}

/// How many of each kind are shown.
fn counted(said: &LearnWords, items: &[Found]) -> String {
    let count = |is: fn(&Found) -> bool| items.iter().filter(|one| is(one)).count();
    let counts = [
        (count(|one| matches!(one, Found::Word(_))), said.terms),
        (count(|one| matches!(one, Found::Rule(_))), said.rules),
        (count(|one| matches!(one, Found::Error(_))), said.aws_errors),
        (count(|one| matches!(one, Found::Field(_))), said.fields),
    ];
    let some = counts.iter().filter(|(count, _)| *count > 0);
    let some: Vec<String> = some.map(|(count, text)| text(*count)).collect();
    if some.is_empty() {
        return (said.rules)(0);
    }
    some.join(" · ")
}

/// A button that copies the link to a group. What depends on the paste has none.
fn link(props: &Props, said: &'static LearnWords) -> Html {
    let group = match props.listed {
        Listed::Group(group) if group != Group::Mine => group,
        _ => return html! {},
    };
    let link = LinkButton {
        id: "copy-group",
        place: &Place::Group(group).address(),
        label: said.copy_group_link,
        of: "",
        copied: props.copied,
        dispatch: &props.dispatch,
    };
    link.show(props.words)
}

/// Why no rule says what is asked for by the control that is searched for.
fn why_left_out(props: &Props, said: &LearnWords) -> Html {
    let Listed::Sought(sought) = &props.listed else {
        return html! {};
    };
    let control = left_out(sought).map(|(id, by, reason)| {
        let reason = reason.text().text(props.lang);
        html! { <p class="left-out">{(said.left_out)(id, by)}{" "}{with_code(reason)}</p> }
    });
    control.unwrap_or_default()
}
