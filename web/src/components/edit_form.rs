//! Edits without JSON: the task's size, images, environment variables.

use taskdef_core::{Conversion, Outline, fargate};
use yew::prelude::*;

use super::{EnvironmentForm, field_value};
use crate::state::{Action, Form, Shared};
use crate::words::Words;

/// What an [`EditForm`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub form: Form,
    pub conversion: Shared<Conversion>,
    pub dispatch: Callback<Action>,
}

/// Edits without JSON.
#[component]
pub fn EditForm(props: &Props) -> Html {
    let Props {
        words,
        form,
        conversion,
        dispatch,
    } = props;
    let outline = &conversion.outline;
    let on_cpu = dispatch.reform(|event: InputEvent| Action::Cpu(field_value(&event)));
    let on_memory = dispatch.reform(|event: InputEvent| Action::Memory(field_value(&event)));
    let images = outline.containers.iter().enumerate().map(|(at, container)| {
        let value = form.images.iter().find(|(name, _)| *name == container.name);
        let value = value.map(|(_, image)| image.clone()).unwrap_or_default();
        let name = container.name.clone();
        let on_input = dispatch
            .reform(move |event: InputEvent| Action::Image(name.clone(), field_value(&event)));
        html! {
            <Field id={format!("image-{at}")} label={format!("{} ({})", words.image, container.name)}
                {value} pasted={container.image.clone()} {on_input} />
        }
    });
    html! {
        <section class="edit" aria-labelledby="edit-title">
            <h2 id="edit-title">{words.edit}</h2>
            <Field id="cpu" label={words.cpu} value={form.cpu.clone()} pasted={outline.cpu.clone()}
                on_input={on_cpu} list="cpus" />
            <Field id="memory" label={words.memory} value={form.memory.clone()} pasted={outline.memory.clone()}
                on_input={on_memory} list="memories" />
            <datalist id="cpus">{ for fargate::SIZES.iter().map(|size| option(size.cpu)) }</datalist>
            <datalist id="memories">{ for memories(outline).into_iter().map(option) }</datalist>
            { for images }
            <EnvironmentForm {words} form={form.clone()} containers={outline.containers.clone()} {dispatch} />
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

#[derive(Properties, PartialEq)]
struct FieldProps {
    id: AttrValue,
    label: AttrValue,
    value: String,
    pasted: Option<String>,
    on_input: Callback<InputEvent>,
    #[prop_or_default]
    list: Option<AttrValue>,
}

/// A field whose placeholder is the value as it is.
#[component]
fn Field(props: &FieldProps) -> Html {
    html! {
        <div class="field">
            <label for={props.id.clone()}>{&props.label}</label>
            <input type="text" id={props.id.clone()} value={props.value.clone()} placeholder={props.pasted.clone()}
                oninput={props.on_input.clone()} list={props.list.clone()}
                spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
        </div>
    }
}
