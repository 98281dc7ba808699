//! The second part of the wasm: what the first result does not need.

use taskdef_core::Pasted;
use taskdef_core::diff::diff;
use yew::prelude::*;

use crate::components::{Learn, compare, moved_form, next_step};
use crate::downloads::Sources;
use crate::state::{Action, Compared, Differences, Second, State};
use crate::words::Words;
use crate::{archive, downloads};

/// What the second part does. Only the function that asks for it may name this.
pub static SECOND: Second = Second {
    file: downloads::file,
    zip,
    moved_form,
    differences,
    compare,
    learn,
    next_step,
};

fn zip(sources: Sources<'_>) -> Vec<u8> {
    archive::zip(&downloads::files(sources))
}

fn differences(texts: &Compared) -> Differences {
    let (old, new) = (Pasted::text(&texts.old), Pasted::text(&texts.new));
    diff(&old, &new, texts.show_values)
}

fn learn(words: &'static Words, state: &State, dispatch: &Callback<Action>) -> Html {
    html! {
        <Learn {words} lang={state.lang} rule={state.ui.rule} group={state.ui.group.clone()}
            unknown={state.ui.unknown_rule.clone()} mine={mine(state)} copied={state.copy} dispatch={dispatch.clone()} />
    }
}

/// The rules that the current report names.
fn mine(state: &State) -> Vec<&'static str> {
    let Some(analysis) = state.current() else {
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
