//! What is to be checked, as a list of things to do: a row for each kind, with its places and with
//! buttons that cure all of them.

use taskdef_core::BlankKind;
use taskdef_core::rule::Class;
use taskdef_core::rules::PLACEHOLDER;
use yew::prelude::*;

use crate::browser;
use crate::layout::{Check, Place};
use crate::state::{Action, Analysis, State};
use crate::widgets::{IMAGE, TextField, field_at, go_to, mark as class_name, sign, with_code};
use crate::words::Words;

/// The rules about what is blacked out, whose cure is the form for blanks.
const BLACKED_OUT: [&str; 2] = ["redacted-account", "redacted-region"];

/// The rule about secrets in plain text.
const SECRET: &str = "plaintext-secret";

/// Kinds that are listed at once; the others are folded away.
const KINDS: usize = 5;

/// Places of a kind that are listed at once.
const PLACES: usize = 5;

/// The list; nothing if there is nothing to check and nothing to fill in.
pub(super) fn checks(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    dispatch: &Callback<Action>,
) -> Html {
    let all = &analysis.layout.checks;
    let blanks = &analysis.lesson.blanks;
    let shown = if state.ui.all_checks {
        all.len()
    } else {
        KINDS
    };
    // The form stands once, in the first row that it cures.
    let has_form = |check: &&Check| BLACKED_OUT.contains(&check.rule.id);
    let with_form = all.iter().find(has_form).map(|check| check.rule.id);
    let alone = !blanks.is_empty() && with_form.is_none();
    html! {
        <>
            <ul class="checks" id="checks" data-open={state.ui.all_checks.then_some("")}>
                { for all.iter().take(shown).map(|check| row(words, state, analysis, check, with_form, dispatch)) }
                if alone {
                    <li data-mark="gone">
                        {sign(Class::Edited)}
                        <div class="what">{words.blanks_left}</div>
                        <div class="buttons">{filling(words, state, false, dispatch)}</div>
                        {form(words, state, analysis, dispatch)}
                    </li>
                }
            </ul>
            if all.len() > 1 {
                <button type="button" id="more-checks" data-few={(all.len() <= KINDS).then_some("")}
                    aria-expanded={state.ui.all_checks.to_string()} aria-controls="checks"
                    onclick={dispatch.reform(|_: MouseEvent| Action::ToggleChecks)}>
                    { if state.ui.all_checks { words.fewer_checks.to_owned() } else { (words.all_checks)(all.len()) } }
                </button>
            }
        </>
    }
}

/// A kind: what it is, where it is, and how it is cured.
fn row(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    check: &Check,
    with_form: Option<&str>,
    dispatch: &Callback<Action>,
) -> Html {
    let has_form = with_form == Some(check.rule.id);
    let findings = &analysis.conversion().report.findings;
    let places = &check.places[..];
    let what = if let [place] = places {
        let message = &findings[place.finding].message;
        to_place(words, analysis, *place, with_code(message), dispatch)
    } else {
        let (first, more) = places.split_at(places.len().min(PLACES));
        let button = |place: &Place| {
            let name = html! { <code translate="no">{&findings[place.finding].place}</code> };
            to_place(words, analysis, *place, name, dispatch)
        };
        let title = check.rule.words(state.lang).title;
        html! {
            <>
                <span class="kind-of">{with_code(title)}{" "}<span class="quiet">{(words.places)(places.len())}</span></span>
                { for first.iter().map(button) }
                if !more.is_empty() {
                    <details>
                        <summary>{(words.more_places)(more.len())}</summary>
                        { for more.iter().map(button) }
                    </details>
                }
            </>
        }
    };
    html! {
        <li key={check.rule.id} data-mark={class_name(check.class)} data-rule={check.rule.id}>
            {sign(check.class)}
            <div class="what">{what}</div>
            <div class="buttons">{cures(words, state, analysis, check, has_form, dispatch)}</div>
            if check.rule.id == SECRET {
                <p class="steps">{words.secret_steps}</p>
            }
            if has_form {
                {form(words, state, analysis, dispatch)}
            }
        </li>
    }
}

/// A button that shows a finding at its line.
fn to_place(
    words: &Words,
    analysis: &Analysis,
    place: Place,
    says: Html,
    dispatch: &Callback<Action>,
) -> Html {
    let on_click = dispatch.reform(move |_: MouseEvent| {
        browser::focus(&format!("#row-{}", place.row));
        Action::Check(place)
    });
    html! {
        <button type="button" class="place" onclick={on_click}>
            if let Some(line) = analysis.lesson.rows[place.row].line {
                <span class="line">{(words.line)(line)}</span>{" "}
            }
            <span>{says}</span>
        </button>
    }
}

/// The buttons of a row.
fn cures(
    words: &Words,
    state: &State,
    analysis: &Analysis,
    check: &Check,
    has_form: bool,
    dispatch: &Callback<Action>,
) -> Html {
    let rule = check.rule.id;
    let count = check.places.len();
    let findings = &analysis.conversion().report.findings;
    let mut fixes = check.places.iter();
    let fixes = fixes.all(|place| findings[place.finding].fix.is_some());
    let first = check.places.first().map(|place| &findings[place.finding]);
    let fix = first
        .and_then(|finding| finding.fix.as_ref())
        .filter(|_| fixes);
    let pointer = first.and_then(|finding| finding.to.as_deref());
    let field = pointer.and_then(|pointer| field_at(pointer, &analysis.lesson.fields));
    let field = field.filter(|_| fix.is_none() && !BLACKED_OUT.contains(&rule));
    let says = match &field {
        Some(field) if field.starts_with(IMAGE) => words.enter_image,
        _ => words.edit_there,
    };
    html! {
        <>
            if let Some(fix) = fix {
                <button type="button" class="cure" onclick={dispatch.reform(move |_: MouseEvent| Action::FixRule(rule))}>
                    { if rule == SECRET { (words.move_all)(count) } else { (words.fix_all)(fix.title, count) } }
                </button>
            }
            if let Some(field) = field {
                <button type="button" class="cure" onclick={dispatch.reform(move |_: MouseEvent| go_to(&field))}>{says}</button>
            }
            if has_form && !analysis.lesson.blanks.is_empty() {
                {filling(words, state, true, dispatch)}
            }
            <button type="button" class="keep" onclick={dispatch.reform(move |_: MouseEvent| Action::AcceptRule(rule))}
                aria-label={[keep(words, rule), check.rule.words(state.lang).title].join(words.comma)}>{keep(words, rule)}</button>
        </>
    }
}

/// What accepting the findings of a rule says about them.
pub(super) fn keep(words: &Words, rule: &str) -> &'static str {
    match rule {
        id if id == PLACEHOLDER.id => words.keep_placeholder,
        SECRET => words.not_secret,
        "redacted-account" | "redacted-region" => words.filled_later,
        _ => words.accept,
    }
}

/// The button that shows and hides the form.
fn filling(words: &Words, state: &State, main: bool, dispatch: &Callback<Action>) -> Html {
    let on_click = dispatch.reform(|_: MouseEvent| {
        browser::focus("#blank-0");
        Action::ToggleFilling
    });
    html! {
        <button type="button" id="fill" class={if main { "cure" } else { "keep" }} onclick={on_click}
            aria-expanded={state.ui.filling.to_string()}>{words.fill_in}</button>
    }
}

/// The form that asks once for each thing that was blacked out.
fn form(words: &Words, state: &State, analysis: &Analysis, dispatch: &Callback<Action>) -> Html {
    if !state.ui.filling {
        return html! {};
    }
    let on_submit = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::FillBlanks
    });
    let blanks = analysis.lesson.blanks.iter().enumerate();
    html! {
        <form class="blanks" onsubmit={on_submit} autocomplete="off">
            { for blanks.map(|(at, blank)| {
                let kind = match blank.kind {
                    BlankKind::Account => words.blanks[0],
                    BlankKind::Region => words.blanks[1],
                    BlankKind::Name => words.blanks[2],
                };
                TextField {
                    id: format!("blank-{at}").into(),
                    label: format!("{kind} {}", blank.text).into(),
                    value: state.filled.get(at).cloned().unwrap_or_default(),
                    mark: None,
                    hint: Some((words.places)(blank.places.len())),
                    on_input: dispatch.reform(move |value| Action::DraftBlank(at, value)),
                }
                .show()
            }) }
            <button type="submit" id="fill-all" class="cure" disabled={state.filled.iter().all(String::is_empty)}>{words.fill_everywhere}</button>
        </form>
    }
}
