//! The box into which the task definition is pasted, dropped or opened.

use std::cell::Cell;
use std::rc::Rc;

use taskdef_core::escape;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser;
use crate::history::OpenedFile;
use crate::state::{Action, State};
use crate::widgets::{after_key, with_code, with_words};
use crate::words::Words;

const PLACEHOLDER: &str =
    "{\n  \"taskDefinitionArn\": \"arn:aws:ecs:…\",\n  \"containerDefinitions\": [ … ],\n  …\n}";

/// The paste box and its buttons.
pub fn paste_box(
    words: &'static Words,
    state: &State,
    empty: bool,
    dispatch: &Callback<Action>,
) -> Html {
    let on_example = dispatch.reform(|_: MouseEvent| Action::Example);
    let on_checks = Callback::from(|_: MouseEvent| browser::focus("#verdict"));
    let on_clear = dispatch.reform(|_: MouseEvent| Action::Clear);
    let on_open = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = input.files() {
                read(&files, dispatch.clone());
            }
            input.set_value("");
        })
    };
    html! {
        <section class="paste">
            if empty {
                <h1>{words.title}</h1>
                <p class="hint">{with_words(state, words.hint)}</p>
                <p class="safe">{words.privacy}</p>
            }
            <div class="paste-head">
                <label for="paste">{name(words, state, empty)}</label>
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
                if state.current().is_some() {
                    <button type="button" id="to-checks" onclick={on_checks}>{words.to_checks}</button>
                }
                <button type="button" id="example" onclick={on_example}>{words.example}</button>
                <label class="button">
                    {words.open}
                    <input type="file" id="file" class="off-screen" accept=".json,.txt,application/json,text/plain" multiple=true onchange={on_open} />
                </label>
                if !empty {
                    <button type="button" id="clear" onclick={on_clear}>{words.clear}</button>
                }
            </div>
            {offer(words, state, dispatch)}
        </section>
    }
}

/// What the box holds: the name of a file, if it is from one.
fn name(words: &Words, state: &State, empty: bool) -> String {
    match &state.history.now.file {
        Some(file) => escape(&file.name).into_owned(),
        None if empty => words.paste_label.to_owned(),
        None => match state
            .current()
            .map(|analysis| &analysis.conversion().report.family)
        {
            Some(Some(family)) => [words.pasted, &escape(family)].join(words.of),
            _ => words.pasted.to_owned(),
        },
    }
}

/// Offers to bring back what was there before, or to use what was pasted though it is no task
/// definition.
fn offer(words: &'static Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let on_back = dispatch.reform(|_: MouseEvent| Action::BringBack);
    let stray = |used| dispatch.reform(move |_: MouseEvent| Action::Stray { used });
    html! {
        <>
            if let Some(before) = state.history.replaced() {
                <p class="offer">
                    <span>{(words.kept_before)(before.text.lines().count())}</span>
                    <button type="button" id="bring-back" onclick={on_back}>{words.bring_back}</button>
                </p>
            }
            if let Some(pasted) = &state.stray {
                <div class="stray error" role="alert">
                    <p><strong>{words.stray}</strong></p>
                    <p>{with_code(&pasted.why(state.lang))}</p>
                    if state.current().is_some() {
                        if let Some(second) = state.second {
                            {(second.next_step)(words, state, &pasted.text, &pasted.failure, dispatch)}
                        }
                    }
                    <p class="buttons">
                        <button type="button" id="stray-close" class="main" onclick={stray(false)}>{words.close}</button>
                        <button type="button" id="stray-use" onclick={stray(true)}>{words.stray_use}</button>
                    </p>
                </div>
            }
        </>
    }
}

/// The properties of [`Area`].
#[derive(Properties)]
struct Props {
    text: Rc<str>,
    written: u32,
    dispatch: Callback<Action>,
}

/// The box already holds what was typed, which may be newer than the text that was converted last.
/// So it is rendered again only when something other than typing sets its text.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

#[component]
fn Area(props: &Props) -> Html {
    // What the box holds now, nobody has typed.
    browser::forget_typing();
    // How the next text comes to be there, if not by typing.
    let how = Rc::new(Cell::new(None::<fn(String) -> Action>));
    let on_input = {
        let (dispatch, how) = (props.dispatch.clone(), Rc::clone(&how));
        let pass_on = after_key(Callback::from(move |text: String| {
            let how = how.take().unwrap_or(Action::Text);
            convert(text, how, dispatch.clone());
        }));
        let written = props.text.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            browser::note_typing(&area, &written);
            pass_on.emit(event);
        })
    };
    // The pasted text is shown below, line by line, so the box collapses.
    let on_paste = Callback::from(move |event: Event| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        if event.dyn_ref().and_then(browser::pasted).is_some() {
            how.set(Some(if browser::is_all_selected(&area) {
                Action::Overwrite
            } else {
                Action::Insert
            }));
        }
        browser::blur("#paste");
    });
    let on_key = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            browser::blur("#paste");
        }
    });
    // The collapsed box shows the first line.
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

/// From this length on, in bytes, a conversion takes more than about 200 ms, so the page shows
/// first that it is converting.
const LONG: usize = 200_000;

/// Dispatches an action that converts a text; for a long text, shows first that it is being
/// converted.
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

/// The callbacks for `dragover` and `drop` of an element that accepts files.
#[must_use]
pub fn drop_zone(dispatch: &Callback<Action>) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let on_drag = Callback::from(|event: DragEvent| {
        // The browser itself handles dragged text.
        let files = |data: DataTransfer| data.types().includes(&"Files".into(), 0);
        if event.data_transfer().is_some_and(files) {
            event.prevent_default();
        }
    });
    let dispatch = dispatch.clone();
    let on_drop = Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            event.prevent_default();
            read(&files, dispatch.clone());
        }
    });
    (on_drag, on_drop)
}

/// Reads the bytes of a file, or of the first two, which are compared; the core decodes them, and
/// names an encoding that it does not support.
fn read(files: &FileList, dispatch: Callback<Action>) {
    let (first, second) = (files.get(0), files.get(1));
    spawn_local(async move {
        let first = opened(first).await;
        match (first, opened(second).await) {
            (Some(old), Some(new)) => dispatch.emit(Action::Files(old, new)),
            (Some(file), None) => dispatch.emit(Action::File(file)),
            (None, _) => {}
        }
    });
}

async fn opened(file: Option<web_sys::File>) -> Option<OpenedFile> {
    let file = file?;
    let bytes = browser::bytes(&file).await?;
    Some(OpenedFile {
        name: file.name(),
        bytes,
    })
}
