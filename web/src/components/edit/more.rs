//! The fields for roles, log groups and tags.

use taskdef_core::annotated::{ContainerFields, Fields};
use taskdef_core::{Edit, PairList, TaskField};
use yew::prelude::*;

use super::Containers;
use crate::state::{Action, State};
use crate::widgets::{TextField, with_words};
use crate::words::Words;

/// The fields for roles, log groups and tags, folded away at first.
pub(super) fn more(
    words: &Words,
    state: &State,
    fields: &Fields,
    shown: &Containers<'_>,
    dispatch: &Callback<Action>,
) -> Html {
    let role = |id: &'static str, label: &'static str, field: TaskField, value: &str| {
        let on_input =
            dispatch.reform(move |value| Action::Edit(vec![Edit::Task { field, value }]));
        show(id.into(), label.into(), value, on_input)
    };
    let logs = shown.iter();
    let logs = logs.filter(|(_, container)| container.log_driver == "awslogs");
    let log = |(at, container): &(usize, &ContainerFields)| {
        let name = container.name.clone();
        let on_input = dispatch.reform(move |value| {
            Action::Edit(vec![Edit::Pair {
                container: Some(name.clone()),
                list: PairList::LogOptions,
                name: "awslogs-group".to_owned(),
                value: Some(value),
            }])
        });
        let label = format!("{} ({})", words.log_group, container.name);
        show(
            format!("log-group-{at}").into(),
            label.into(),
            &container.log_group,
            on_input,
        )
    };
    let tag = |(at, (key, value)): (usize, &(String, String))| {
        let own = key.clone();
        let on_input = dispatch.reform(move |value| {
            Action::Edit(vec![Edit::Tag {
                key: own.clone(),
                value: Some(value),
            }])
        });
        let label = format!("{} {key}", words.tag);
        show(format!("tag-{at}").into(), label.into(), value, on_input)
    };
    html! {
        <details class="more">
            <summary>{words.more}</summary>
            <p class="quiet">{with_words(state, words.two_roles)}</p>
            {role("task-role", words.task_role, TaskField::TaskRole, &fields.task_role)}
            {role("execution-role", words.execution_role, TaskField::ExecutionRole, &fields.execution_role)}
            { for logs.map(log) }
            { for fields.tags.iter().enumerate().map(tag) }
        </details>
    }
}

fn show(id: AttrValue, label: AttrValue, value: &str, on_input: Callback<String>) -> Html {
    TextField {
        id,
        label,
        value: value.to_owned(),
        mark: None,
        hint: None,
        on_input,
    }
    .show()
}
