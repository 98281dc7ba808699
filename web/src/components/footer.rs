//! The footer: privacy, colours, and the versions of taskdef and of the AWS model.

use taskdef_core::model;
use yew::prelude::*;

use crate::state::{State, Theme};
use crate::widgets::menu_value;
use crate::words::Words;

/// The footer.
pub fn footer(words: &Words, state: &State, on_theme: &Callback<Theme>) -> Html {
    let on_theme = on_theme.reform(|event: Event| Theme::from_id(&menu_value(&event)));
    html! {
        <footer>
            <details class="privacy">
                <summary>{words.privacy}{" "}<span class="how">{words.how}</span></summary>
                <p>{words.how_text}</p>
                <p><a href="taskdef.html" download="taskdef.html">{words.one_file}</a></p>
            </details>
            <a class="guides" href={words.guides_at} target="_blank" rel="noopener">{words.guides}</a>
            <label>
                <span class="off-screen">{words.theme}</span>
                <select id="theme" onchange={on_theme}>
                    { for Theme::ALL.into_iter().zip(words.themes).map(|(theme, name)| html! {
                        <option value={theme.id()} selected={theme == state.theme}>{name}</option>
                    }) }
                </select>
            </label>
            <p translate="no">
                {"taskdef "}{env!("CARGO_PKG_VERSION")}{" · "}{words.model}{" botocore "}
                {model::VERSION.botocore}{" ("}{model::VERSION.refreshed}{")"}
            </p>
        </footer>
    }
}
