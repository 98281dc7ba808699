//! The task's size: the pairs of CPU and memory that Fargate supports.

use taskdef_core::annotated::Fields;
use taskdef_core::fargate::{self, SIZES};
use taskdef_core::{Edit, TaskField};
use yew::prelude::*;

use crate::state::{Action, State};
use crate::widgets::{menu_value, with_words};
use crate::words::Words;

/// The fields for the task's size.
pub(super) fn size(
    words: &Words,
    state: &State,
    fields: &Fields,
    dispatch: &Callback<Action>,
) -> Html {
    let cpu = fields.cpu.parse::<u32>().ok();
    let memory = fields.memory.parse::<u32>().ok();
    let memories = cpu.and_then(fargate::memories).unwrap_or_default();
    let known = memory.is_some_and(|memory| memories.contains(&memory));
    let pill = |units: u32| {
        let chosen = cpu == Some(units);
        let on_change = dispatch.reform(move |_: Event| Action::Edit(choose(units, memory)));
        html! {
            <label>
                <input type="radio" name="cpu" value={units.to_string()} checked={chosen} onchange={on_change} />
                <span>{vcpu(units)}</span>
            </label>
        }
    };
    let on_memory = dispatch
        .reform(|event: Event| Action::Edit(vec![set(TaskField::Memory, menu_value(&event))]));
    html! {
        <fieldset class="size">
            <legend>{words.size}{" "}<span class="quiet">{"Fargate"}</span></legend>
            <div class="pills" role="radiogroup" aria-label={words.cpu} id="cpu">
                { for SIZES.iter().map(|size| pill(size.cpu)) }
            </div>
            <div class="field">
                <label for="memory">{words.memory}</label>
                <select id="memory" onchange={on_memory}>
                    if !known {
                        <option value={fields.memory.clone()} selected=true>{&fields.memory}</option>
                    }
                    { for memories.iter().map(|&one| html! {
                        <option value={one.to_string()} selected={Some(one) == memory}>{gigabytes(one)}</option>
                    }) }
                </select>
                if let (Some(cpu), Some(least), Some(most)) = (cpu, memories.first(), memories.last()) {
                    <span class="quiet" id="memory-range">{with_words(state, &(words.memory_range)(&vcpu(cpu), &gigabytes(*least), &gigabytes(*most)))}</span>
                }
                <span role="status" id="followed">
                    if let Some(memory) = memory.filter(|_| state.memory_followed) {
                        {(words.memory_followed)(&plain_gigabytes(memory), &cpu.map(vcpu).unwrap_or_default(), words.bounds[usize::from(Some(&memory) != memories.first())])}{" "}
                        <button type="button" onclick={dispatch.reform(|_: MouseEvent| Action::Undo)}>{words.undo}</button>
                    }
                </span>
            </div>
        </fieldset>
    }
}

/// Sets the CPU, in CPU units, and the memory too if Fargate does not support the pair: to the
/// nearest size that it supports. Memory is in MiB.
fn choose(cpu: u32, memory: Option<u32>) -> Vec<Edit> {
    let memories = fargate::memories(cpu).unwrap_or_default();
    let mut step = vec![set(TaskField::Cpu, cpu.to_string())];
    if memory.is_none_or(|memory| !memories.contains(&memory)) {
        let wanted = memory.unwrap_or_default();
        let nearest = memories.iter().min_by_key(|one| one.abs_diff(wanted));
        step.extend(nearest.map(|one| set(TaskField::Memory, one.to_string())));
    }
    step
}

fn set(field: TaskField, value: String) -> Edit {
    Edit::Task { field, value }
}

/// CPU units as vCPU: 256 is 0.25.
fn vcpu(units: u32) -> String {
    match units {
        256 => "0.25".to_owned(),
        512 => "0.5".to_owned(),
        units => (units / 1024).to_string(),
    }
}

/// MiB as the console writes them: `2 GB`.
fn plain_gigabytes(mib: u32) -> String {
    match mib {
        512 => "0.5 GB".to_owned(),
        mib => format!("{} GB", mib / 1024),
    }
}

/// MiB as the console writes them, with the number for the JSON: `2 GB (2048)`.
fn gigabytes(mib: u32) -> String {
    format!("{} ({mib})", plain_gigabytes(mib))
}
