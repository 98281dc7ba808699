//! The menu of the course: its groups, each a link, with how much is in it.

use taskdef_core::Lang;
use taskdef_core::aws_error;
use taskdef_core::explain::CLASSES;
use yew::prelude::*;

use crate::course::exercise::EXERCISES;
use crate::course::{Group, Place, Topic, glossary};
use crate::state::{Action, Answer, CourseStep};
use crate::words::{LearnWords, Words};

/// What the menu is made of.
pub(super) struct Menu<'a> {
    pub(super) words: &'static Words,
    pub(super) said: &'static LearnWords,
    pub(super) lang: Lang,
    /// The ids of the rules that the current paste is about.
    pub(super) mine: &'a [&'static str],
    /// The place that is shown; [`None`] while something is searched for.
    pub(super) shown: Option<&'a Place>,
    /// Whether it stands at the left; above the cards, what is long in it is folded away.
    pub(super) is_wide: bool,
    /// The answers to the exercises.
    pub(super) answers: &'a [Answer],
    /// Receives what happens here.
    pub(super) dispatch: &'a Callback<Action>,
}

impl Menu<'_> {
    /// Renders it.
    pub(super) fn show(&self) -> Html {
        let said = self.said;
        let first = [Group::First, Group::Mine, Group::Words, Group::Errors];
        let is_by_class = Group::by_class().any(|group| self.is_shown(&Place::Group(group)));
        html! {
            <nav class="course" aria-label={said.menu}>
                <ul>{ for first.map(|group| self.group(group)) }</ul>
                <h2>{said.exercises}</h2>
                <ul>{ for (0..EXERCISES.len()).map(|at| self.exercise(at)) }</ul>
                <details open={self.is_wide}>
                    <summary>{said.topics}</summary>
                    <ul>{ for Topic::all().map(|topic| self.group(Group::About(topic))) }</ul>
                </details>
                <details open={self.is_wide && is_by_class}>
                    <summary>{said.by_class}</summary>
                    <ul>{ for Group::by_class().map(|group| self.group(group)) }</ul>
                </details>
            </nav>
        }
    }

    /// Whether this place, or one in it, is shown.
    fn is_shown(&self, place: &Place) -> bool {
        self.shown.is_some_and(|shown| {
            shown == place || (place.group().is_some() && shown.group() == place.group())
        })
    }

    fn group(&self, group: Group) -> Html {
        let count = match group {
            Group::Words => glossary::all().count(),
            Group::Errors => aws_error::all().count(),
            group => group.rules(self.mine).len(),
        };
        let name = group_text(group, self.words, self.said, self.lang)[0];
        self.link(
            &Place::Group(group),
            html! { <>{name}{" "}<b>{count}</b></> },
        )
    }

    fn exercise(&self, at: usize) -> Html {
        let name = EXERCISES[at].title.text(self.lang);
        let is_begun = self.answers[at].text.is_some();
        let number = at + 1;
        self.link(
            &Place::Exercise(at),
            html! { <><b>{number}</b>{" "}{name}if is_begun {{" …"}}</> },
        )
    }

    fn link(&self, place: &Place, says: Html) -> Html {
        // The link to the place that is shown already loads nothing, but ends a search as well.
        let on_click = self
            .dispatch
            .reform(|_: MouseEvent| Action::Course(CourseStep::Seek(String::new())));
        html! {
            <li><a href={format!("#{}", place.address())} onclick={on_click}
                aria-current={self.is_shown(place).then_some("true")}>{says}</a></li>
        }
    }
}

/// The name of a group, and what it is.
pub(super) fn group_text(
    group: Group,
    words: &Words,
    said: &LearnWords,
    lang: Lang,
) -> [&'static str; 2] {
    match group {
        Group::First => said.first,
        Group::Mine => said.mine,
        Group::Errors => said.errors,
        Group::Words => said.glossary,
        Group::All => said.all,
        Group::About(topic) => [topic.name.text(lang), ""],
        Group::Of(class) => {
            let place = CLASSES.iter().position(|one| *one == class);
            let name = place.and_then(|place| words.classes.get(place));
            [
                name.copied().unwrap_or_default(),
                taskdef_core::explain::class_title(class, lang),
            ]
        }
    }
}
