//! The verdict: whether the result is ready to register, and what is still to check.

use taskdef_core::Lang;
use taskdef_core::report::{self, More, Report};
use taskdef_core::rule::Class;
use yew::prelude::*;

use crate::browser;
use crate::layout::{Filter, Mark};
use crate::state::{Action, Analysis, State};
use crate::widgets::{mark as class_name, sign, with_code};
use crate::words::Words;

/// The verdict.
pub fn verdict(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    dispatch: &Callback<Action>,
) -> Html {
    let found = &analysis.conversion().report;
    let marks = analysis.layout.marks.iter();
    let checks: Vec<_> = marks
        .filter(|mark| mark.filter == Filter::ToCheck)
        .collect();
    let worst = checks.iter().map(|mark| mark.class);
    let mut worst = worst.max_by_key(|class| *class == Class::Error);
    if found.more.iter().any(More::blocks) {
        worst = Some(Class::Error);
    } else if !found.more.is_empty() {
        worst = worst.or(Some(Class::Warning));
    }
    let text = words.verdict(analysis.to_check());
    let check = |mark: &Mark| {
        let row = mark.row;
        let on_click = dispatch.reform(move |_: MouseEvent| {
            browser::focus(&format!("#row-{row}"));
            Action::Choose(Some(row))
        });
        html! {
            <li data-mark={class_name(mark.class)}>
                <button type="button" onclick={on_click}>
                    {sign(mark.class)}
                    if let Some(line) = analysis.lesson.rows[row].line {
                        <span class="line">{(words.line)(line)}</span>{" "}
                    }
                    <span>{with_code(analysis.details(mark).message)}</span>
                </button>
            </li>
        }
    };
    let list = |marks: &[&Mark]| {
        let marks = marks.iter();
        html! { <ul class="checks">{ for marks.copied().map(check) }</ul> }
    };
    let (first, more) = checks.split_at(checks.len().min(FIRST));
    html! {
        <div class="verdict">
            <div>
                <h1 data-mark={worst.map_or("ok", class_name)}>
                    {worst.map(sign)}
                    {text}
                </h1>
                <p>{report::summary(found, state.lang)}</p>
                {mendings(words, state, analysis)}
            </div>
            <div>
                if !first.is_empty() {
                    {list(first)}
                }
                if !more.is_empty() {
                    <details>
                        <summary>{(words.more_checks)(more.len())}</summary>
                        {list(more)}
                    </details>
                }
                if !found.more.is_empty() {
                    <p>{more_of_rules(found, state.lang)}</p>
                }
            </div>
        </div>
    }
}

/// How many findings of which rules are counted only.
fn more_of_rules(report: &Report, lang: Lang) -> String {
    let more = report.more.iter().map(|more| more.text(lang));
    more.collect::<Vec<_>>().join(" · ")
}

/// The number of checks that are listed; the others are folded away.
const FIRST: usize = 5;

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
