//! Texts with code in them.

use yew::prelude::*;

/// A text of the core: what stands in backticks is code.
pub(crate) fn with_code(text: &str) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| match at % 2 {
            0 => Html::from(part),
            _ => html! { <code translate="no">{part}</code> },
        })
        .collect()
}
