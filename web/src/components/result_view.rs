//! The registerable JSON, to copy and to download.

use taskdef_core::Conversion;
use yew::prelude::*;

use super::CopyButton;
use crate::browser;
use crate::state::Shared;
use crate::words::Words;

/// What a [`ResultView`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub conversion: Shared<Conversion>,
}

/// Lines of a block. A keystroke changes one block, and only that is laid out anew.
const BLOCK: usize = 50;

/// The registerable JSON.
#[component]
pub fn ResultView(props: &Props) -> Html {
    let Props { words, conversion } = props;
    let on_download = {
        let conversion = conversion.clone();
        Callback::from(move |_: MouseEvent| {
            browser::download("taskdef-update.json", &conversion.result);
        })
    };
    let left = conversion.report.findings.len();
    html! {
        <section aria-labelledby="result-title">
            <div class="result-head">
                <h2 id="result-title">{words.result}</h2>
                <CopyButton id="copy" {words} label={words.copy} text={conversion.result.clone()} {left} />
                <button type="button" id="download" onclick={on_download}>{words.download}</button>
            </div>
            <pre id="result" translate="no" spellcheck="false" tabindex="0" aria-labelledby="result-title">
                { for blocks(&conversion.result).into_iter().map(|block| html! { <span>{block}</span> }) }
            </pre>
        </section>
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
