//! Why a line is marked: what it is, why, what AWS would have said, and what to do.

use taskdef_core::Lang;
use taskdef_core::report::Fix;
use taskdef_core::rules::{Class, PLACEHOLDER, Rule};
use yew::prelude::*;

use super::sign::mark as class_name;
use super::{marked, sign};
use crate::sheet::{Mark, Told};
use crate::state::{Action, State, Taught};
use crate::words::Words;

/// The reason of the chosen line; without one, how to choose.
pub fn reason(words: &Words, state: &State, taught: &Taught, dispatch: &Callback<Action>) -> Html {
    let chosen = state.look.chosen.and_then(|row| taught.sheet.mark(row));
    let Some(mark) = chosen else {
        return html! {};
    };
    let told = Reason::of(mark, taught);
    let said = told.rule.words(state.lang);
    let (place, count) = taught.sheet.place(mark);
    let line = taught.lesson.rows[mark.row].line;
    let step = |back| dispatch.reform(move |_: MouseEvent| Action::Step { back });
    let on_close = dispatch.reform(|_: MouseEvent| Action::Choose(None));
    html! {
        <aside id="why" data-mark={class_name(mark.class)} aria-labelledby="why-title">
            <div class="why-head">
                {sign(mark.class)}
                <strong>{class_word(words, mark.class)}</strong>
                if let Some(line) = line {
                    <span>{(words.line)(line)}</span>
                }
                <code translate="no">{told.rule.id}</code>
                <span class="steps">
                    <button type="button" id="previous" onclick={step(true)} aria-label={words.previous}>{"‹"}</button>
                    <span>{place}{" / "}{count}</span>
                    <button type="button" id="next" onclick={step(false)} aria-label={words.next}>{"›"}</button>
                    <button type="button" id="close" onclick={on_close} aria-label={words.close}>{"×"}</button>
                </span>
            </div>
            <h2 id="why-title" tabindex="-1">{marked(told.message)}</h2>
            <p>{marked(said.why)}</p>
            if !told.rule.aws.is_empty() {
                <h3>{words.if_stayed}</h3>
                <code lang="en" translate="no" class="aws">{told.rule.aws}</code>
            }
            <h3>{words.what_to_do}</h3>
            <p>{marked(said.cure)}</p>
            {buttons(words, state.lang, &told, dispatch)}
            <p class="links">
                <a href={format!("#rule={}", told.rule.id)}>{words.learn_rule}</a>
                <a href={told.rule.source} target="_blank" rel="noopener noreferrer">{words.source}</a>
            </p>
        </aside>
    }
}

/// What is told of a mark.
struct Reason<'a> {
    rule: &'static Rule,
    message: &'a str,
    finding: Option<usize>,
    fix: Option<&'a Fix>,
}

impl<'a> Reason<'a> {
    fn of(mark: &Mark, taught: &'a Taught) -> Self {
        let report = &taught.conversion().report;
        match mark.told {
            Told::Change(place) => {
                let change = &report.changes[place];
                Reason {
                    rule: change.about,
                    message: &change.message,
                    finding: None,
                    fix: None,
                }
            }
            Told::Finding(place) => {
                let finding = &report.findings[place];
                Reason {
                    rule: finding.about,
                    message: &finding.message,
                    finding: Some(place),
                    fix: finding.fix.as_ref(),
                }
            }
        }
    }
}

fn buttons(words: &Words, lang: Lang, told: &Reason<'_>, dispatch: &Callback<Action>) -> Html {
    let _ = lang;
    let Some(finding) = told.finding else {
        return html! {};
    };
    let on_fix = dispatch.reform(move |_: MouseEvent| Action::Fix(finding));
    let on_accept = dispatch.reform(move |_: MouseEvent| Action::Accept(finding));
    let keep = match told.rule.id {
        id if id == PLACEHOLDER.id => words.keep_placeholder,
        "plaintext-secret" => words.not_secret,
        _ => words.accept,
    };
    html! {
        <p class="buttons">
            if let Some(fix) = told.fix {
                <button type="button" id="fix" class="main" onclick={on_fix}>{fix.title}</button>
            }
            <button type="button" id="accept" onclick={on_accept}>{keep}</button>
        </p>
    }
}

/// What a class is called.
pub(super) fn class_word(words: &Words, class: Class) -> &'static str {
    match class {
        Class::Removed => words.removed,
        Class::Repaired | Class::Mended => words.fixed,
        Class::Moved => words.moved,
        Class::Edited => words.edited,
        Class::Warning | Class::Advice => words.warning,
        Class::Error => words.error,
    }
}
