//! The files to download: a tab for each, with buttons to copy and to download it.

use std::ops::RangeInclusive;

use yew::prelude::*;

use super::loading;
use crate::browser;
use crate::downloads::{File, NAMES};
use crate::state::{Action, Analysis, Copied, Shared, State};
use crate::widgets::{CopyButton, said, with_code, with_words};
use crate::words::Words;

/// The files that say what a deploy moves, as indices into [`NAMES`].
const FOR_A_DEPLOY: RangeInclusive<usize> = 1..=3;

/// Lines in a block of a file's text.
const LINES: usize = 50;

/// The tabs, and the file of the selected one.
pub fn file_panel(
    words: &'static Words,
    state: &State,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Html {
    let chosen = state.ui.file;
    html! {
        <div class="take-away">
            <div class="files" role="tablist" aria-label={words.files} onkeydown={on_key(chosen, dispatch)}>
                { for NAMES.iter().enumerate().map(|(at, name)| tab(at, name, at == chosen, dispatch)) }
            </div>
            if FOR_A_DEPLOY.contains(&chosen) {
                if let Some(second) = state.second {
                    {(second.moved_form)(words, state, dispatch)}
                }
            }
            <div role="tabpanel" id="file-panel" aria-labelledby={format!("file-{chosen}")}>
                {match state.file(analysis) {
                    Some(file) => shown(words, state, &file, analysis.to_check(), dispatch),
                    None => loading(words, state),
                }}
            </div>
        </div>
    }
}

/// A file, with what to do with it; `left` is how much of the result is to be checked.
fn shown(
    words: &'static Words,
    state: &State,
    file: &File,
    left: usize,
    dispatch: &Callback<Action>,
) -> Html {
    let chosen = state.ui.file;
    let text = file.text.clone().unwrap_or_default();
    let on_download = {
        let (name, text) = (file.name.clone(), text.clone());
        dispatch.reform(move |_: MouseEvent| {
            let done = browser::download(&name, text.as_bytes()).is_some();
            Action::Copied(Copied {
                by: "download-file",
                at: None,
                done,
            })
        })
    };
    let copy = CopyButton {
        id: "copy-file",
        at: None,
        label: words.copy_file,
        text,
        left,
        dispatch,
    };
    html! {
        <>
            <div class="file-head">
                <p>{with_words(state, words.where_it_goes[chosen])}</p>
                {copy.show()}
                <button type="button" id="download-file" onclick={on_download}>{words.download}</button>
                {said(words, state.copy, &["copy-file", "download-file"], left, String::new())}
            </div>
            { for file.notes.iter().map(|note| html! { <p class="quiet">{with_code(note)}</p> }) }
            {match &file.text {
                Ok(text) => html! { <pre id="file-text" translate="no" tabindex="0" aria-labelledby={format!("file-{chosen}")}>{chunks(text)}</pre> },
                Err(why) => html! { <p class="refused">{with_code(why)}</p> },
            }}
        </>
    }
}

/// A text in blocks of lines: a keystroke changes only one of them, and the browser does not lay
/// out those that are not visible.
fn chunks(text: &str) -> Html {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let blocks = lines.chunks(LINES);
    blocks
        .map(|lines| html! { <span class="chunk">{marked(&lines.concat())}</span> })
        .collect()
}

/// A text in which what turns the direction of writing is marked; its characters stay as they are.
fn marked(text: &str) -> Html {
    if !text.contains(TURNS) {
        return Html::from(text.to_owned());
    }
    let parts = text.split_inclusive(TURNS).map(|part| {
        let turn = part.chars().next_back().filter(|c| TURNS.contains(c));
        let plain = &part[..part.len() - turn.map_or(0, char::len_utf8)];
        html! {
            <>
                {plain.to_owned()}
                if let Some(turn) = turn {
                    <span class="turn" data-code={format!("U+{:04X}", u32::from(turn))}>{turn.to_string()}</span>
                }
            </>
        }
    });
    parts.collect()
}

/// The characters that turn the direction of writing, with which a text can look like another one.
/// Source: <https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters>
const TURNS: [char; 12] = [
    '\u{061c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

fn tab(at: usize, name: &'static str, chosen: bool, dispatch: &Callback<Action>) -> Html {
    let on_click = dispatch.reform(move |_: MouseEvent| Action::ShowFile(at));
    html! {
        <button type="button" role="tab" id={format!("file-{at}")} onclick={on_click} translate="no"
            aria-selected={chosen.to_string()} aria-controls="file-panel"
            tabindex={if chosen { "0" } else { "-1" }}>{name}</button>
    }
}

/// Arrow keys select the next or previous tab, Home and End the first or last.
fn on_key(chosen: usize, dispatch: &Callback<Action>) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        let count = NAMES.len();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (chosen + 1) % count,
            "ArrowLeft" | "ArrowUp" => (chosen + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        dispatch.emit(Action::ShowFile(next));
        browser::focus(&format!("#file-{next}"));
    })
}
