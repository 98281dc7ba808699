//! The verdict: whether the result is ready to register, and what is still to check.

use taskdef_core::Lang;
use taskdef_core::report::{self, Report};
use taskdef_core::rule::Class;
use yew::prelude::*;

use super::checks::checks;
use crate::layout::shown_class;
use crate::state::{Action, Analysis, State};
use crate::widgets::{mark as class_name, sign};
use crate::words::Words;

/// The verdict.
pub fn verdict(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    dispatch: &Callback<Action>,
) -> Html {
    let found = &analysis.conversion().report;
    let kinds = analysis.layout.checks.iter().map(|check| check.class);
    let more = found.more.iter().map(|more| shown_class(more.severity));
    let worst = kinds.chain(more).max_by_key(|class| *class == Class::Error);
    let left = analysis.to_check();
    let text = match left {
        0 if is_as_pasted(found) => words.as_it_is.to_owned(),
        _ => words.verdict(left),
    };
    html! {
        <div class="verdict">
            <h1 id="verdict" data-mark={worst.map_or("ok", class_name)} tabindex="-1">
                {worst.map(sign)}
                {text}
            </h1>
            if left > 0 || !is_as_pasted(found) {
                <p class="sum">{report::summary(found, state.lang)}</p>
            }
            {mendings(words, state, analysis)}
            {checks(words, state, analysis, dispatch)}
            if !found.more.is_empty() {
                <p>{more_of_rules(found, state.lang)}</p>
            }
        </div>
    }
}

/// Whether the result is the paste, but for its white space.
fn is_as_pasted(report: &Report) -> bool {
    report.changes.is_empty() && report.mendings.is_empty()
}

/// How many findings of which rules are counted only.
fn more_of_rules(report: &Report, lang: Lang) -> String {
    let more = report.more.iter().map(|more| more.text(lang));
    more.collect::<Vec<_>>().join(" · ")
}

/// What was mended to read the text: one line that unfolds to a list.
fn mendings(words: &Words, state: &State, analysis: &Analysis) -> Html {
    let mended = &analysis.conversion().report.mendings;
    if mended.is_empty() {
        return html! {};
    }
    html! {
        <details class="mended">
            <summary>{sign(Class::Mended)}{(words.mended)(mended.len())}</summary>
            <ul>
                { for mended.iter().map(|one| html! {
                    <li>
                        <span class="line">{(words.line)(one.position.line)}</span>{" "}
                        {one.about.words(state.lang).title}
                    </li>
                }) }
            </ul>
        </details>
    }
}
