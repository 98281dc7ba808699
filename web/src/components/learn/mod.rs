//! The tab with the course: what there is to learn, at the left where there is room, and what is chosen of
//! it, with a search and a box for what AWS said.

mod card;
mod difference;
mod error;
mod exercise;
mod field;
mod list;
mod menu;
mod said;
mod term;

use std::rc::Rc;

use taskdef_core::{Lang, escape};
use yew::prelude::*;

use crate::browser;
use crate::course::exercise::EXERCISES;
use crate::course::{Group, Place};
use crate::history::Snapshot;
use crate::state::{Action, Analysis, Copied, Course, CourseStep, Shared};
use crate::widgets::{after_key, with_code};
use crate::words::{LearnWords, Words, learn};

use list::{List, Listed};
use menu::Menu;
use said::Said;

/// The properties of [`Learn`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page's words.
    pub words: &'static Words,
    /// The language of the course.
    pub lang: Lang,
    /// What the person does in it.
    pub course: Rc<Course>,
    /// How often an address has led to a place of it.
    pub led: u32,
    /// The current paste.
    pub pasted: Snapshot,
    /// Its lines, if it can be converted.
    pub analysis: Option<Shared<Analysis>>,
    /// The ids of the rules that it is about.
    pub mine: Vec<&'static str>,
    /// The outcome of the last copy.
    pub copied: Option<Copied>,
    /// Receives what happens here.
    pub dispatch: Callback<Action>,
}

/// The course.
#[component]
pub fn Learn(props: &Props) -> Html {
    let said = learn(props.lang);
    let address = props.course.place.as_deref();
    let place = address.and_then(Place::parse);
    let selector = place.as_ref().and_then(Place::element);
    use_effect_with((props.led, selector), |(led, selector)| {
        if let Some(selector) = selector.as_ref().filter(|_| *led > 0) {
            browser::focus(selector);
        }
    });
    let is_wide = use_state_eq(|| false);
    {
        let is_wide = is_wide.clone();
        use_effect_with((), move |()| is_wide.set(browser::is_wide()));
    }
    let unknown = address.filter(|_| place.is_none());
    let is_search = !props.course.sought.trim().is_empty();
    let shown = place.unwrap_or(Place::Group(Group::First));
    let menu = Menu {
        words: props.words,
        said,
        lang: props.lang,
        mine: &props.mine,
        shown: Some(&shown).filter(|_| !is_search),
        is_wide: *is_wide,
        answers: &props.course.answers,
        dispatch: &props.dispatch,
    };
    html! {
        <div class="learn">
            {menu.show()}
            <div class="lessons">
                {tools(props, said)}
                if let Some(unknown) = unknown {
                    <p class="refused" role="alert">{(said.no_such)(&escape(name_in(unknown)))}</p>
                }
                <Said words={props.words} lang={props.lang} told={props.course.told.clone()} pasted={props.pasted.clone()}
                    analysis={props.analysis.clone()} dispatch={props.dispatch.clone()} />
                {chosen(props, said, &shown, is_search)}
                {invitation(props, said)}
            </div>
        </div>
    }
}

/// What an address names, without its kind.
fn name_in(address: &str) -> &str {
    address.split_once('=').map_or(address, |(_, name)| name)
}

/// The search, and the box for what AWS said.
fn tools(props: &Props, said: &'static LearnWords) -> Html {
    let step = |step: fn(String) -> CourseStep| {
        after_key(
            props
                .dispatch
                .reform(move |text| Action::Course(step(text))),
        )
    };
    html! {
        <div class="two tools">
            <div>
                <label for="search">{said.search}</label>
                <input type="search" id="search" value={props.course.sought.to_string()} oninput={step(CourseStep::Seek)}
                    aria-describedby="search-hint" spellcheck="false" autocomplete="off" autocapitalize="off" />
                <p class="quiet" id="search-hint">{with_code(said.search_hint)}</p>
            </div>
            <div>
                <label for="told">{said.told}</label>
                <textarea id="told" rows="2" value={props.course.told.to_string()} oninput={step(CourseStep::Tell)} placeholder={said.told_example}
                    aria-describedby="told-hint" spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
                <p class="quiet" id="told-hint">{said.told_hint}</p>
            </div>
        </div>
    }
}

/// What is found, or the place that is shown.
fn chosen(props: &Props, said: &'static LearnWords, shown: &Place, is_search: bool) -> Html {
    if let (Place::Exercise(at), false) = (shown, is_search) {
        let exercise = exercise::Shown {
            words: props.words,
            said,
            lang: props.lang,
            at: *at,
            exercise: &EXERCISES[*at],
            answer: &props.course.answers[*at],
            copied: props.copied,
            dispatch: &props.dispatch,
        };
        return exercise.show();
    }
    let listed = match shown {
        _ if is_search => Listed::Sought(Rc::clone(&props.course.sought)),
        Place::Field(path) => Listed::Field(path.clone()),
        place => Listed::Group(place.group().unwrap_or(Group::First)),
    };
    let open = match shown {
        Place::Rule(rule) => Some(rule.id),
        _ => None,
    };
    html! {
        <List words={props.words} lang={props.lang} {listed} {open} mine={props.mine.clone()}
            copied={props.copied} dispatch={props.dispatch.clone()} />
    }
}

/// An invitation to the tour.
fn invitation(props: &Props, said: &'static LearnWords) -> Html {
    let on_tour = props.dispatch.reform(|_: MouseEvent| {
        browser::focus("#why-title");
        Action::ShowStep(Some(0))
    });
    html! {
        <div class="invitation">
            <p><strong>{said.first_time}</strong>{" "}{said.tour_hint}</p>
            <button type="button" id="tour" onclick={on_tour}>{props.words.start_tour}</button>
        </div>
    }
}
