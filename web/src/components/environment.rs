//! Environment variables to set.

use taskdef_core::Container;
use yew::prelude::*;

use super::{field_value, menu_value};
use crate::state::{Action, Form, Variable};
use crate::words::Words;

/// What an [`EnvironmentForm`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub form: Form,
    pub containers: Vec<Container>,
    pub dispatch: Callback<Action>,
}

/// Environment variables to set.
#[component]
pub fn EnvironmentForm(props: &Props) -> Html {
    let Props {
        words,
        form,
        containers,
        dispatch,
    } = props;
    let draft = use_state(Variable::default);
    let container = match draft.container.as_str() {
        "" => containers
            .first()
            .map(|first| first.name.clone())
            .unwrap_or_default(),
        chosen => chosen.to_owned(),
    };
    let change = |change: fn(&mut Variable, String)| {
        let draft = draft.clone();
        Callback::from(move |value: String| {
            let mut changed = (*draft).clone();
            change(&mut changed, value);
            draft.set(changed);
        })
    };
    let on_name =
        change(|draft, name| draft.name = name).reform(|event: InputEvent| field_value(&event));
    let on_value =
        change(|draft, value| draft.value = value).reform(|event: InputEvent| field_value(&event));
    let on_container =
        change(|draft, name| draft.container = name).reform(|event: Event| menu_value(&event));
    let on_add = {
        let (draft, dispatch, container) = (draft.clone(), dispatch.clone(), container.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !draft.name.is_empty() {
                dispatch.emit(Action::Set(Variable {
                    container: container.clone(),
                    ..(*draft).clone()
                }));
                draft.set(Variable::default());
            }
        })
    };
    let set = form.environment.iter().enumerate().map(|(at, variable)| {
        let on_click = dispatch.reform(move |_: MouseEvent| Action::Unset(at));
        html! {
            <li>
                <code translate="no">{&variable.name}</code>
                <button type="button" onclick={on_click} aria-label={format!("{} {}", words.take_away, variable.name)}>{"×"}</button>
            </li>
        }
    });
    html! {
        <form onsubmit={on_add} autocomplete="off">
            <h3>{words.add_variable}</h3>
            <ul class="variables">{ for set }</ul>
            if containers.len() > 1 {
                <div class="field">
                    <label for="env-container">{words.container}</label>
                    <select id="env-container" onchange={on_container}>
                        { for containers.iter().map(|one| html! {
                            <option value={one.name.clone()} selected={one.name == container}>{&one.name}</option>
                        }) }
                    </select>
                </div>
            }
            <div class="field">
                <label for="env-name">{words.name}</label>
                <input type="text" id="env-name" value={draft.name.clone()} oninput={on_name}
                    spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
            </div>
            <div class="field">
                <label for="env-value">{words.value}</label>
                <input type="text" id="env-value" value={draft.value.clone()} oninput={on_value}
                    spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
            </div>
            <button type="submit" id="env-add">{words.add}</button>
        </form>
    }
}
