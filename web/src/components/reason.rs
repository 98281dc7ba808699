//! Why a line is marked: the change or finding, its reason, AWS's error message, and what to do.

use taskdef_core::annotated::RowStatus;
use taskdef_core::escape;
use taskdef_core::rule::{Class, Rule};
use taskdef_core::rules::{NULL_VALUE, READ_ONLY_FIELD};
use yew::prelude::*;

use super::checks::keep;
use super::lesson::CHOSEN;
use super::tour::tour;
use crate::browser;
use crate::layout::{MarkDetails, MarkSubject, Place, shown_class};
use crate::state::tour::step_of_way;
use crate::state::{Action, Analysis, State};
use crate::widgets::{IMAGE, field_at, go_to, mark as class_name, sign, with_code, with_words};
use crate::words::Words;

/// The reason for the chosen line's mark, or the current step of the tour.
pub fn reason(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    dispatch: &Callback<Action>,
) -> Html {
    if let Some(step) = state.ui.tour.filter(|step| step_of_way(*step).is_none()) {
        return tour(words, state, step, dispatch);
    }
    let Some(chosen) = state.ui.chosen else {
        return pointed_at(state, analysis);
    };
    let Some(mark) = analysis.layout.mark(chosen) else {
        return kept(state, analysis, chosen, dispatch);
    };
    let subject = match state.ui.about {
        Some(finding) => MarkSubject::Finding(finding).details(&analysis.conversion().report),
        None => analysis.details(mark),
    };
    let class = subject
        .finding
        .map_or(mark.class, |(_, finding)| shown_class(finding.severity));
    let said = subject.rule.words(state.lang);
    let (place, count) = analysis.layout.place(mark);
    let row = mark.row;
    let line = analysis.lesson.rows[row].line;
    let names_it = is_about(subject.rule, &analysis.lesson.rows[row].key);
    let step = |back| {
        dispatch.reform(move |_: MouseEvent| {
            browser::reveal(CHOSEN);
            Action::Step { back }
        })
    };
    let (on_close, on_key) = closing(row, dispatch);
    html! {
        <aside id="why" data-mark={class_name(class)} aria-labelledby="why-title" onkeydown={on_key}>
            <div class="why-head">
                {sign(class)}
                <strong>{class_word(words, class)}</strong>
                if let Some(line) = line {
                    <span>{(words.line)(line)}</span>
                }
                <code translate="no">{subject.rule.id}</code>
                <span class="steps">
                    <button type="button" id="previous" onclick={step(true)} aria-label={words.previous}>{"‹"}</button>
                    <span>{place}{" / "}{count}</span>
                    <button type="button" id="next" onclick={step(false)} aria-label={words.next}>{"›"}</button>
                    <button type="button" id="close" onclick={on_close} aria-label={words.close}>{"×"}</button>
                </span>
            </div>
            <h2 id="why-title" tabindex="-1">{with_code(subject.message)}</h2>
            <p>{with_words(state, said.why)}</p>
            if !subject.rule.aws.is_empty() {
                <h3>{ if names_it { words.if_stayed } else { words.if_stayed_example } }</h3>
                <code lang="en" translate="no" class="aws">{subject.rule.aws}</code>
            }
            <h3>{words.what_to_do}</h3>
            <p>{with_words(state, said.plain_cure)}</p>
            {buttons(words, analysis, subject, dispatch)}
            {others(words, analysis, row, subject, dispatch)}
            {what_it_is(state, analysis, row)}
            <p class="links">
                <a href={subject.rule.source} target="_blank" rel="noopener noreferrer">{words.source}</a>
                <a href={format!("#rule={}", subject.rule.id)}>{words.learn_rule}</a>
            </p>
        </aside>
    }
}

/// Closes the panel by its button or by the Escape key; the focus goes back to the row.
fn closing(
    row: usize,
    dispatch: &Callback<Action>,
) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let close = dispatch.reform(move |()| {
        browser::focus(&format!("#row-{row}"));
        Action::Choose(None)
    });
    let on_close = close.reform(|_: MouseEvent| ());
    let on_key = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    });
    (on_close, on_key)
}

/// What the line under the pointer is, in a box whose height stays; what to do, if there is none.
fn pointed_at(state: &State, analysis: &Analysis) -> Html {
    let words = state.words;
    let said = state.second.zip(state.ui.hovered);
    let said = said.map(|(second, row)| (second.line)(words, state.lang, analysis, row));
    html! {
        <div class="no-reason">
            <strong>{words.why}</strong>
            <p>{words.choose_a_line}</p>
            if let Some(said) = said {
                {said}
            }
        </div>
    }
}

/// What a line is that has no mark.
fn kept(state: &State, analysis: &Analysis, row: usize, dispatch: &Callback<Action>) -> Html {
    let words = state.words;
    let Some(shown) = analysis.lesson.rows.get(row) else {
        return html! {};
    };
    let (on_close, on_key) = closing(row, dispatch);
    let becomes = if shown.status == RowStatus::Removed {
        words.removed
    } else {
        words.kept
    };
    let name = if shown.key.is_empty() {
        &shown.before
    } else {
        &shown.key
    };
    html! {
        <aside id="why" aria-labelledby="why-title" onkeydown={on_key}>
            <div class="why-head">
                <strong>{becomes}</strong>
                if let Some(line) = shown.line {
                    <span>{(words.line)(line)}</span>
                }
                <span class="steps">
                    <button type="button" id="close" onclick={on_close} aria-label={words.close}>{"×"}</button>
                </span>
            </div>
            <h2 id="why-title" tabindex="-1" translate="no">{escape(name.trim_matches('"')).into_owned()}</h2>
            if let Some(second) = state.second {
                {(second.line)(words, state.lang, analysis, row)}
            }
        </aside>
    }
}

/// What a line with a mark is, below its reason.
fn what_it_is(state: &State, analysis: &Analysis, row: usize) -> Html {
    let Some(second) = state.second else {
        return html! {};
    };
    html! {
        <>
            <h3>{state.words.what_it_is}</h3>
            {(second.line)(state.words, state.lang, analysis, row)}
        </>
    }
}

/// Whether AWS's error, as somebody got it, is the one for this key, a JSON token: it names it, and
/// no value.
fn is_about(rule: &Rule, key: &str) -> bool {
    let about = *rule == READ_ONLY_FIELD || *rule == NULL_VALUE;
    let bare = [" ", key.trim_matches('"'), ","].concat();
    about && !key.is_empty() && (rule.aws.contains(key) || rule.aws.contains(&bare))
}

fn buttons(
    words: &Words,
    analysis: &Analysis,
    subject: MarkDetails<'_>,
    dispatch: &Callback<Action>,
) -> Html {
    let Some((place, finding)) = subject.finding else {
        return html! {};
    };
    let on_fix = dispatch.reform(move |_: MouseEvent| Action::Fix(place));
    let on_accept = dispatch.reform(move |_: MouseEvent| Action::Accept(place));
    let field = subject
        .to
        .and_then(|to| field_at(to, &analysis.lesson.fields));
    let says = match &field {
        Some(field) if field.starts_with(IMAGE) => words.enter_image,
        _ => words.edit_there,
    };
    html! {
        <p class="buttons">
            if let Some(fix) = &finding.fix {
                <button type="button" id="fix" class="main" onclick={on_fix}>{fix.title}</button>
            }
            if let Some(field) = field {
                <button type="button" id="to-field" class="main" onclick={dispatch.reform(move |_| go_to(&field))}>{says}</button>
            }
            <button type="button" id="accept" onclick={on_accept}>{keep(words, finding.rule)}</button>
        </p>
    }
}

/// What else is to be checked on this line.
fn others(
    words: &Words,
    analysis: &Analysis,
    row: usize,
    subject: MarkDetails<'_>,
    dispatch: &Callback<Action>,
) -> Html {
    let shown = subject.finding.map(|(finding, _)| finding);
    let findings = &analysis.conversion().report.findings;
    let checks = analysis.layout.checks.iter();
    let here = checks.flat_map(|check| &check.places).copied();
    let here = here.filter(|place| place.row == row && Some(place.finding) != shown);
    let here: Vec<Place> = here.collect();
    if here.is_empty() || shown.is_none() {
        return html! {};
    }
    let button = |place: Place| {
        html! {
            <button type="button" class="place" onclick={dispatch.reform(move |_: MouseEvent| Action::Check(place))}>
                {with_code(&findings[place.finding].message)}
            </button>
        }
    };
    html! {
        <>
            <h3>{words.also_here}</h3>
            { for here.into_iter().map(button) }
        </>
    }
}

/// The name of a class.
fn class_word(words: &Words, class: Class) -> &'static str {
    match class {
        Class::Removed => words.removed,
        Class::Repaired | Class::Mended => words.fixed,
        Class::Moved => words.moved,
        Class::Edited => words.edited,
        Class::Warning | Class::Advice | Class::Security(_) => words.warning,
        Class::Error => words.error,
    }
}
