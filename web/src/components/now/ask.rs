//! The two questions that decide the steps.

use taskdef_core::Localized;
use yew::prelude::*;

use super::texts;
use crate::state::{Action, State};
use crate::way::Way;

/// The questions, each with all its answers in sight.
pub(super) fn ask(state: &State, way: Way, dispatch: &Callback<Action>) -> Html {
    let lang = state.lang;
    let starters = texts::STARTERS.iter().map(|&(starter, id, says)| {
        let on_change = dispatch.reform(move |_: Event| {
            Action::Way(Way {
                starter: Some(starter),
                ..way
            })
        });
        choice(
            "starter",
            id,
            says.text(lang),
            way.starter == Some(starter),
            on_change,
        )
    });
    let routes = texts::ROUTES.iter().map(|&(route, id, says)| {
        let on_change = dispatch.reform(move |_: Event| {
            Action::Way(Way {
                route: Some(route),
                ..way
            })
        });
        choice(
            "route",
            id,
            says.text(lang),
            way.route == Some(route),
            on_change,
        )
    });
    html! {
        <div class="asked">
            {question("starter-asked", texts::STARTER, state, starters.collect())}
            {question("route-asked", texts::ROUTE, state, routes.collect())}
        </div>
    }
}

fn question(id: &'static str, says: Localized, state: &State, answers: Html) -> Html {
    html! {
        <fieldset {id}>
            <legend>{says.text(state.lang)}</legend>
            <div class="pills">{answers}</div>
        </fieldset>
    }
}

fn choice(
    name: &'static str,
    value: &'static str,
    says: &'static str,
    chosen: bool,
    on_change: Callback<Event>,
) -> Html {
    html! {
        <label>
            <input type="radio" {name} {value} checked={chosen} onchange={on_change} />
            <span>{says}</span>
        </label>
    }
}
