//! A button that copies a text and says so.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::words::Words;

/// What a [`CopyButton`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub id: &'static str,
    pub words: &'static Words,
    pub label: &'static str,
    pub text: String,
    /// How many things are still to check.
    pub left: usize,
}

/// A button that copies a text.
#[component]
pub fn CopyButton(props: &Props) -> Html {
    let said = use_state(String::new);
    let on_click = {
        let (text, said) = (props.text.clone(), said.clone());
        let (words, left) = (props.words, props.left);
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            spawn_local(async move {
                let copied = browser::copy(text).await;
                said.set(if copied {
                    (words.copied)(left)
                } else {
                    words.not_copied.to_owned()
                });
            });
        })
    };
    {
        let said = said.setter();
        use_effect_with(props.text.clone(), move |_| said.set(String::new()));
    }
    html! {
        <>
            <button type="button" id={props.id} class="main" onclick={on_click}>{props.label}</button>
            <span class="said" role="status">{(*said).clone()}</span>
        </>
    }
}
