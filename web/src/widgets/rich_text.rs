//! Texts with inline code.

use yew::prelude::*;

/// Renders a text in which backticks enclose code.
pub(crate) fn with_code(text: &str) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| match at % 2 {
            0 => Html::from(part),
            _ => html! { <code translate="no">{part}</code> },
        })
        .collect()
}
