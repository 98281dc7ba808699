//! Edits without JSON: the task's size, images, environment variables.

use taskdef_core::{Conversion, Outline, fargate};
use yew::prelude::*;

use super::{EnvironmentForm, field_value};
use crate::state::{Action, Form};
use crate::words::Words;

/// Edits without JSON.
pub fn edit_form(
    words: &'static Words,
    form: &Form,
    conversion: &Conversion,
    dispatch: &Callback<Action>,
) -> Html {
    let outline = &conversion.outline;
    let on_cpu = dispatch.reform(|event: InputEvent| Action::Cpu(field_value(&event)));
    let on_memory = dispatch.reform(|event: InputEvent| Action::Memory(field_value(&event)));
    let cpu = Field {
        id: "cpu".into(),
        label: words.cpu.into(),
        value: form.cpu.clone(),
        pasted: outline.cpu.clone(),
        on_input: on_cpu,
        list: Some("cpus"),
    };
    let memory = Field {
        id: "memory".into(),
        label: words.memory.into(),
        value: form.memory.clone(),
        pasted: outline.memory.clone(),
        on_input: on_memory,
        list: Some("memories"),
    };
    let images = outline
        .containers
        .iter()
        .enumerate()
        .map(|(at, container)| {
            let value = form.images.iter().find(|(name, _)| *name == container.name);
            let value = value.map(|(_, image)| image.clone()).unwrap_or_default();
            let name = container.name.clone();
            let on_input = dispatch
                .reform(move |event: InputEvent| Action::Image(name.clone(), field_value(&event)));
            Field {
                id: format!("image-{at}").into(),
                label: format!("{} ({})", words.image, container.name).into(),
                value,
                pasted: container.image.clone(),
                on_input,
                list: None,
            }
            .show()
        });
    html! {
        <section class="edit" aria-labelledby="edit-title">
            <h2 id="edit-title">{words.edit}</h2>
            {cpu.show()}
            {memory.show()}
            <datalist id="cpus">{ for fargate::SIZES.iter().map(|size| option(size.cpu)) }</datalist>
            <datalist id="memories">{ for memories(outline).into_iter().map(option) }</datalist>
            { for images }
            <EnvironmentForm {words} form={form.clone()} containers={outline.containers.clone()} dispatch={dispatch.clone()} />
        </section>
    }
}

fn option(value: u32) -> Html {
    html! { <option value={value.to_string()} /> }
}

/// The memory that Fargate has for the task's CPU units.
fn memories(outline: &Outline) -> Vec<u32> {
    let cpu = outline.cpu.as_deref().and_then(|cpu| cpu.parse().ok());
    cpu.and_then(fargate::memories).unwrap_or_default()
}

/// A field whose placeholder is the value as it is.
struct Field {
    id: AttrValue,
    label: AttrValue,
    value: String,
    pasted: Option<String>,
    on_input: Callback<InputEvent>,
    list: Option<&'static str>,
}

impl Field {
    fn show(self) -> Html {
        html! {
            <div class="field">
                <label for={self.id.clone()}>{self.label}</label>
                <input type="text" id={self.id} value={self.value} placeholder={self.pasted}
                    oninput={self.on_input} list={self.list}
                    spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
            </div>
        }
    }
}
