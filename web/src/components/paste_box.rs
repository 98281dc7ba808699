//! Where the task definition is pasted, dropped or opened.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, State};
use crate::widgets::{after_key, with_code};
use crate::words::Words;

const PLACEHOLDER: &str =
    "{\n  \"taskDefinitionArn\": \"arn:aws:ecs:…\",\n  \"containerDefinitions\": [ … ],\n  …\n}";

/// Where the task definition is pasted.
pub fn paste_box(words: &Words, state: &State, empty: bool, dispatch: &Callback<Action>) -> Html {
    let on_example = dispatch.reform(|_: MouseEvent| Action::Example);
    let on_clear = dispatch.reform(|_: MouseEvent| Action::Clear);
    let on_open = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                read(file, dispatch.clone());
            }
            input.set_value("");
        })
    };
    html! {
        <section class="paste">
            if empty {
                <h1>{words.title}</h1>
                <p class="hint">{with_code(words.hint)}</p>
            }
            <div class="paste-head">
                <label for="paste">{ if empty { words.paste_label } else { words.pasted } }</label>
                <span class="quiet" role="status">
                    if state.busy {
                        {words.converting}
                    } else if empty {
                        {words.paste_keys}
                    } else {
                        {(words.lines)(state.text().lines().count())}
                    }
                </span>
            </div>
            <div class="area">
                <Area text={state.text().clone()} written={state.written} dispatch={dispatch.clone()} />
            </div>
            <div class="paste-foot">
                <button type="button" id="example" onclick={on_example}>{words.example}</button>
                <label class="button">
                    {words.open}
                    <input type="file" id="file" class="off-screen" accept=".json,.txt,application/json,text/plain" onchange={on_open} />
                </label>
                if !empty {
                    <button type="button" id="clear" onclick={on_clear}>{words.clear}</button>
                }
            </div>
        </section>
    }
}

/// What [`Area`] is given.
#[derive(Properties)]
struct Props {
    text: Rc<str>,
    written: u32,
    dispatch: Callback<Action>,
}

/// What was typed is in the box already, and may be younger than the text that was converted last:
/// only what others write is set there.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

#[component]
fn Area(props: &Props) -> Html {
    let on_input = {
        let dispatch = props.dispatch.clone();
        after_key(Callback::from(move |text: String| {
            convert(text, Action::Text, dispatch.clone());
        }))
    };
    // What was pasted is read below: the box folds up.
    let on_paste = Callback::from(|_: Event| browser::blur("#paste"));
    let on_key = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            browser::blur("#paste");
        }
    });
    // It shows the beginning once it is a line.
    let on_blur = Callback::from(|event: FocusEvent| {
        event
            .target_unchecked_into::<HtmlTextAreaElement>()
            .set_scroll_top(0);
    });
    html! {
        <textarea id="paste" value={props.text.to_string()} oninput={on_input} onpaste={on_paste} onkeydown={on_key} onblur={on_blur} placeholder={PLACEHOLDER}
            spellcheck="false" autocomplete="off" autocapitalize="off" translate="no"
            wrap="off" />
    }
}

/// Texts from this length on, in bytes, take longer than a fifth of a second: the page says so first.
const LONG: usize = 200_000;

/// Has a text converted; of a long one, it is first shown that it is.
pub fn convert(text: String, how: fn(String) -> Action, dispatch: Callback<Action>) {
    if text.len() < LONG {
        return dispatch.emit(how(text));
    }
    dispatch.emit(Action::Busy);
    spawn_local(async move {
        browser::next_paint().await;
        dispatch.emit(how(text));
    });
}

/// The callbacks of a place where files may be dropped, for `dragover` and `drop`.
#[must_use]
pub fn drop_zone(dispatch: &Callback<Action>) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let on_drag = Callback::from(|event: DragEvent| {
        // Text that is dragged is the browser's business.
        let files = |data: DataTransfer| data.types().includes(&"Files".into(), 0);
        if event.data_transfer().is_some_and(files) {
            event.prevent_default();
        }
    });
    let dispatch = dispatch.clone();
    let on_drop = Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            event.prevent_default();
            read(file, dispatch.clone());
        }
    });
    (on_drag, on_drop)
}

/// Reads a file as it is: no byte is replaced, an encoding that can't be read is named.
fn read(file: web_sys::File, dispatch: Callback<Action>) {
    spawn_local(async move {
        let Some(bytes) = browser::bytes(&file).await else {
            return;
        };
        dispatch.emit(Action::File(bytes));
    });
}
