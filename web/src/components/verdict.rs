//! The verdict: whether the result is ready, said once for every settled paste.

use taskdef_core::rules::Class;
use taskdef_core::{Conversion, Lang, report};
use yew::prelude::*;

use super::sign;
use super::sign::mark;
use crate::words::Words;

/// The verdict.
pub fn verdict(words: &Words, lang: Lang, conversion: &Conversion) -> Html {
    let found = &conversion.report;
    let (class, text) = match found.findings.len() {
        0 => (None, words.ready.to_owned()),
        count if found.errors() > 0 => (Some(Class::Error), (words.to_check)(count)),
        count => (Some(Class::Warning), (words.to_check)(count)),
    };
    html! {
        <div class="verdict" role="status">
            <h1 data-mark={class.map_or("ok", mark)}>
                { for class.map(sign) }
                {text}
            </h1>
            <p>{report::summary(&conversion.report, lang)}</p>
        </div>
    }
}
