//! Environment variables to set.

use taskdef_core::Container;
use yew::prelude::*;

use super::edit_form::Field;
use super::{field_value, menu_value};
use crate::state::{Action, Form, Variable};
use crate::words::Words;

/// Environment variables to set.
pub(super) fn environment(
    words: &Words,
    form: &Form,
    containers: &[Container],
    dispatch: &Callback<Action>,
) -> Html {
    let on_add = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Set
    });
    html! {
        <form onsubmit={on_add} autocomplete="off">
            <h3>{words.add_variable}</h3>
            <ul class="variables">
                { for form.environment.iter().enumerate().map(|(at, variable)| set(words, at, variable, dispatch)) }
            </ul>
            if containers.len() > 1 {
                {container_menu(words, form, containers, dispatch)}
            }
            {field("env-name", words.name, form, dispatch, |variable| &mut variable.name)}
            {field("env-value", words.value, form, dispatch, |variable| &mut variable.value)}
            <button type="submit" id="env-add">{words.add}</button>
        </form>
    }
}

/// A variable that is set, with the button that takes it away.
fn set(words: &Words, at: usize, variable: &Variable, dispatch: &Callback<Action>) -> Html {
    let label = format!("{} {}", words.take_away, variable.name);
    let on_click = dispatch.reform(move |_: MouseEvent| Action::Unset(at));
    html! {
        <li>
            <code translate="no">{&variable.name}</code>
            <button type="button" onclick={on_click} aria-label={label}>{"×"}</button>
        </li>
    }
}

fn container_menu(
    words: &Words,
    form: &Form,
    containers: &[Container],
    dispatch: &Callback<Action>,
) -> Html {
    let draft = form.draft.clone();
    let on_change = dispatch.reform(move |event: Event| {
        Action::Draft(Variable {
            container: menu_value(&event),
            ..draft.clone()
        })
    });
    let chosen = match form.draft.container.as_str() {
        "" => containers.first().map_or("", |first| first.name.as_str()),
        chosen => chosen,
    };
    let option = |one: &Container| {
        let selected = one.name == chosen;
        html! { <option value={one.name.clone()} {selected}>{&one.name}</option> }
    };
    html! {
        <div class="field">
            <label for="env-container">{words.container}</label>
            <select id="env-container" onchange={on_change}>
                { for containers.iter().map(option) }
            </select>
        </div>
    }
}

/// A field for a part of the variable that is being written.
fn field(
    id: &'static str,
    label: &'static str,
    form: &Form,
    dispatch: &Callback<Action>,
    part: fn(&mut Variable) -> &mut String,
) -> Html {
    let mut draft = form.draft.clone();
    let value = part(&mut draft).clone();
    let on_input = dispatch.reform(move |event: InputEvent| {
        let mut draft = draft.clone();
        *part(&mut draft) = field_value(&event);
        Action::Draft(draft)
    });
    Field {
        id: id.into(),
        label: label.into(),
        value,
        pasted: None,
        on_input,
        list: None,
    }
    .show()
}
