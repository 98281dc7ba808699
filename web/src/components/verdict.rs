//! The verdict: whether the result is ready, said once for every settled paste.

use taskdef_core::Conversion;
use taskdef_core::rules::Class;
use yew::prelude::*;

use super::sign;
use super::sign::mark;
use crate::words::Words;

/// The verdict.
pub fn verdict(words: &Words, conversion: &Conversion) -> Html {
    let report = &conversion.report;
    let (class, text) = match report.findings.len() {
        0 => (None, words.ready.to_owned()),
        count if report.errors() > 0 => (Some(Class::Error), (words.to_check)(count)),
        count => (Some(Class::Warning), (words.to_check)(count)),
    };
    html! {
        <div class="verdict" role="status">
            <h1 data-mark={class.map_or("ok", mark)}>
                { for class.map(sign) }
                {text}
            </h1>
        </div>
    }
}
