//! The second part of the wasm: what the first result does not need.

use std::rc::Rc;

use taskdef_core::Pasted;
use taskdef_core::diff::diff;
use yew::prelude::*;

use crate::components::{Learn, compare, line, moved_form, next_step, now};
use crate::downloads::Sources;
use crate::state::{
    Action, Analysis, Compared, Course, CourseStep, Differences, Outcome, Second, Shared, State,
};
use crate::widgets::explained;
use crate::words::Words;
use crate::{archive, downloads};

/// What the second part does. Only the function that asks for it may name this.
pub static SECOND: Second = Second {
    file: downloads::file,
    zip,
    moved_form,
    differences,
    compare,
    course,
    with_words: explained,
    learn,
    line,
    now,
    next_step,
};

fn zip(sources: Sources<'_>) -> Vec<u8> {
    archive::zip(&downloads::files(sources))
}

fn differences(texts: &Compared) -> Differences {
    let (old, new) = (Pasted::text(&texts.old), Pasted::text(&texts.new));
    diff(&old, &new, texts.show_values)
}

fn course(course: &Rc<Course>, step: CourseStep) -> Rc<Course> {
    Rc::new(course.after(step))
}

fn learn(words: &'static Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let analysis = shown(state);
    html! {
        <Learn {words} lang={state.lang} course={Rc::clone(&state.course)} led={state.ui.led}
            pasted={state.history.now.clone()} analysis={analysis.cloned()} mine={mine(analysis)}
            copied={state.copy} dispatch={dispatch.clone()} />
    }
}

/// The lines of the current paste, be they in another language.
fn shown(state: &State) -> Option<&Shared<Analysis>> {
    let is_converted = state.outcome == Outcome::Converted;
    state.last.as_ref().filter(|_| is_converted)
}

/// The rules that a report names.
fn mine(analysis: Option<&Shared<Analysis>>) -> Vec<&'static str> {
    let Some(analysis) = analysis else {
        return Vec::new();
    };
    let report = &analysis.conversion().report;
    let changes = report.changes.iter().map(|change| change.rule);
    let findings = report.findings.iter().map(|finding| finding.rule);
    let mendings = report.mendings.iter().map(|mended| mended.rule);
    let mut rules: Vec<_> = changes.chain(findings).chain(mendings).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}
