//! The registerable JSON, to copy and to download.

use taskdef_core::Conversion;
use yew::prelude::*;

use super::CopyButton;
use crate::browser;
use crate::state::{Action, Copied, Shared};
use crate::words::Words;

/// Lines of a block. A keystroke changes one block, and only that is laid out anew.
const BLOCK: usize = 50;

/// The registerable JSON, to copy and to download.
pub fn result_view(
    words: &Words,
    conversion: &Shared<Conversion>,
    last: Option<Copied>,
    dispatch: &Callback<Action>,
) -> Html {
    let shared = conversion.clone();
    let on_download = Callback::from(move |_: MouseEvent| {
        browser::download("taskdef-update.json", &shared.result);
    });
    let copy = CopyButton {
        id: "copy",
        label: words.copy,
        conversion,
        text: |conversion| conversion.result.clone(),
        left: conversion.report.findings.len(),
        last,
        dispatch,
    };
    html! {
        <section aria-labelledby="result-title">
            <div class="result-head">
                <h2 id="result-title">{words.result}</h2>
                {copy.show(words)}
                <button type="button" id="download" onclick={on_download}>{words.download}</button>
            </div>
            <Blocks conversion={conversion.clone()} />
        </section>
    }
}

/// What [`Blocks`] is given.
#[derive(Properties, PartialEq)]
struct Props {
    conversion: Shared<Conversion>,
}

/// The text, which is made anew only when it has changed.
#[component]
fn Blocks(props: &Props) -> Html {
    html! {
        <pre id="result" translate="no" spellcheck="false" tabindex="0" aria-labelledby="result-title">
            { for blocks(&props.conversion.result).into_iter().map(|block| html! { <span>{block}</span> }) }
        </pre>
    }
}

/// The text in blocks of lines, whole.
fn blocks(text: &str) -> Vec<AttrValue> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines
        .chunks(BLOCK)
        .map(|block| AttrValue::from(block.concat()))
        .collect()
}
