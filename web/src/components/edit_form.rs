//! Edits without JSON: the task's size, images, environment variables.

use taskdef_core::{Conversion, Outline, fargate};
use yew::prelude::*;

use super::after_key;
use super::environment::environment;
use crate::state::{Action, Form};
use crate::words::Words;

/// Edits without JSON.
pub fn edit_form(
    words: &Words,
    form: &Form,
    conversion: &Conversion,
    dispatch: &Callback<Action>,
) -> Html {
    let outline = &conversion.outline;
    let cpu = Field {
        id: "cpu".into(),
        label: words.cpu.into(),
        value: form.cpu.clone(),
        pasted: outline.cpu.clone(),
        on_input: after_key(dispatch.reform(Action::Cpu)),
        list: Some("cpus"),
    };
    let memory = Field {
        id: "memory".into(),
        label: words.memory.into(),
        value: form.memory.clone(),
        pasted: outline.memory.clone(),
        on_input: after_key(dispatch.reform(Action::Memory)),
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
            let on_image = dispatch.reform(move |image| Action::Image(name.clone(), image));
            Field {
                id: format!("image-{at}").into(),
                label: format!("{} ({})", words.image, container.name).into(),
                value,
                pasted: container.image.clone(),
                on_input: after_key(on_image),
                list: None,
            }
            .show()
        });
    html! {
        <section class="edit" aria-labelledby="edit-title">
            <h2 id="edit-title">{words.edit}</h2>
            <p class="quiet">{words.as_pasted}</p>
            {cpu.show()}
            {memory.show()}
            <datalist id="cpus">{ for fargate::SIZES.iter().map(|size| option(size.cpu)) }</datalist>
            <datalist id="memories">{ for memories(outline).into_iter().map(option) }</datalist>
            { for images }
            {environment(words, form, &outline.containers, dispatch)}
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
pub(super) struct Field {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) value: String,
    pub(super) pasted: Option<String>,
    pub(super) on_input: Callback<InputEvent>,
    pub(super) list: Option<&'static str>,
}

impl Field {
    pub(super) fn show(self) -> Html {
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
