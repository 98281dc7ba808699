//! The verdict: whether the result is ready, said once for every settled paste.

use taskdef_core::Conversion;
use taskdef_core::rules::Class;
use yew::prelude::*;

use super::Sign;
use crate::state::Shared;
use crate::words::Words;

/// What a [`Verdict`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub conversion: Shared<Conversion>,
}

/// The verdict.
#[component]
pub fn Verdict(props: &Props) -> Html {
    let report = &props.conversion.report;
    let (sign, text) = match report.findings.len() {
        0 => (None, props.words.ready.to_owned()),
        count if report.errors() > 0 => (Some(Class::Error), (props.words.to_check)(count)),
        count => (Some(Class::Warning), (props.words.to_check)(count)),
    };
    html! {
        <div class="verdict" role="status">
            <h1 class={if sign.is_none() { "ok" } else { "" }}>
                if let Some(class) = sign {
                    <Sign {class} />
                }
                {text}
            </h1>
        </div>
    }
}
