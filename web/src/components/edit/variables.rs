//! The fields for environment variables and secrets, one list for each container.

use taskdef_core::annotated::{ContainerFields, Variable};
use taskdef_core::{Edit, PairList};
use yew::prelude::*;

use super::Containers;
use crate::state::{Action, Analysis, Draft, State};
use crate::widgets::{after_key, field_value, menu_value};
use crate::words::Words;

/// The lists of the containers that are shown, and the form for a new variable.
pub(super) fn variables(
    words: &'static Words,
    state: &State,
    analysis: &Analysis,
    shown: &Containers<'_>,
    dispatch: &Callback<Action>,
) -> Html {
    let containers = &analysis.lesson.fields.containers;
    html! {
        <section class="variables" aria-labelledby="variables-title">
            <h3 id="variables-title">{words.variables}</h3>
            { for shown.iter().map(|(at, container)| html! {
                <>
                    if containers.len() > 1 {
                        <h4 translate="no">{&container.name}</h4>
                    }
                    <ul>
                        { for container.variables.iter().enumerate().map(|(row, variable)| {
                            let id = format!("variable-{at}-{row}");
                            show(words, analysis, container, variable, id, dispatch)
                        }) }
                    </ul>
                </>
            }) }
            {draft(words, &state.draft, containers, dispatch)}
        </section>
    }
}

fn list_of(is_secret: bool) -> PairList {
    if is_secret {
        PairList::Secrets
    } else {
        PairList::Environment
    }
}

fn pair(container: &str, variable: &Variable, is_secret: bool, value: Option<String>) -> Edit {
    Edit::Pair {
        container: Some(container.to_owned()),
        list: list_of(is_secret),
        name: variable.name.clone(),
        value,
    }
}

/// A variable: its name, the list that it is in, and its value.
fn show(
    words: &Words,
    analysis: &Analysis,
    container: &ContainerFields,
    variable: &Variable,
    id: String,
    dispatch: &Callback<Action>,
) -> Html {
    let value_at = format!("{}/value", variable.pointer);
    let findings = analysis.conversion().report.findings.iter().enumerate();
    let plain = findings
        .filter(|(_, finding)| finding.rule == "plaintext-secret")
        .find(|(_, finding)| finding.to.as_deref() == Some(value_at.as_str()))
        .map(|(place, _)| place);
    let (name, own) = (container.name.clone(), variable.clone());
    let on_value = dispatch.reform(move |value: String| {
        Action::Edit(vec![pair(&name, &own, own.is_secret, Some(value))])
    });
    let (name, own) = (container.name.clone(), variable.clone());
    let on_kind = dispatch.reform(move |event: Event| {
        let is_secret = menu_value(&event) == "secrets";
        Action::Edit(vec![
            pair(&name, &own, own.is_secret, None),
            pair(&name, &own, is_secret, Some(own.value.clone())),
        ])
    });
    let (name, own) = (container.name.clone(), variable.clone());
    let on_remove = dispatch
        .reform(move |_: MouseEvent| Action::Edit(vec![pair(&name, &own, own.is_secret, None)]));
    html! {
        <li data-mark={plain.map(|_| "warn")}>
            <label for={id.clone()} translate="no">{&variable.name}</label>
            {kinds(words, variable.is_secret, on_kind)}
            <button type="button" onclick={on_remove} aria-label={format!("{} {}", words.remove, variable.name)}>{"×"}</button>
            <input type="text" data-masked={plain.map(|_| "")} {id} value={variable.value.clone()}
                oninput={after_key(on_value)} spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
            if let Some(finding) = plain {
                <button type="button" class="move" onclick={dispatch.reform(move |_: MouseEvent| Action::Fix(finding))}>
                    {words.move_to_secrets}
                </button>
            }
        </li>
    }
}

fn kinds(words: &Words, is_secret: bool, on_change: Callback<Event>) -> Html {
    html! {
        <select onchange={on_change} aria-label={words.kind} translate="no">
            <option value="environment" selected={!is_secret}>{"environment"}</option>
            <option value="secrets" selected={is_secret}>{"secrets"}</option>
        </select>
    }
}

/// The form for a new variable.
fn draft(
    words: &'static Words,
    draft: &Draft,
    containers: &[ContainerFields],
    dispatch: &Callback<Action>,
) -> Html {
    let change = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        move |value: String| {
            let mut draft = draft.clone();
            change(&mut draft, value);
            Action::Draft(draft)
        }
    };
    let on_name = change(|draft, name| draft.name = name);
    let on_value = change(|draft, value| draft.value = value);
    let on_kind = change(|draft, kind| draft.is_secret = kind == "secrets");
    let on_container = change(|draft, at| draft.container = at.parse().unwrap_or_default());
    let on_submit = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::AddVariable
    });
    let value_label = if draft.is_secret {
        words.value_from
    } else {
        words.value
    };
    html! {
        <form onsubmit={on_submit} autocomplete="off">
            <h4>{words.add_variable}</h4>
            if containers.len() > 1 {
                <select id="env-container" aria-label={words.container} translate="no"
                    onchange={dispatch.reform(move |event: Event| on_container(menu_value(&event)))}>
                    { for containers.iter().enumerate().map(|(at, one)| html! {
                        <option value={at.to_string()} selected={at == draft.container}>{&one.name}</option>
                    }) }
                </select>
            }
            {kinds(words, draft.is_secret, dispatch.reform(move |event: Event| on_kind(menu_value(&event))))}
            {input("env-name", words.name, &draft.name, dispatch.reform(move |event: InputEvent| on_name(field_value(&event))))}
            {input("env-value", value_label, &draft.value, dispatch.reform(move |event: InputEvent| on_value(field_value(&event))))}
            <button type="submit" id="env-add" disabled={draft.name.is_empty()}>{words.add}</button>
        </form>
    }
}

fn input(
    id: &'static str,
    label: &'static str,
    value: &str,
    on_input: Callback<InputEvent>,
) -> Html {
    html! {
        <div class="field">
            <label for={id}>{label}</label>
            <input type="text" {id} value={value.to_owned()} oninput={on_input}
                spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
        </div>
    }
}
