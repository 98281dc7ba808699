//! The head of the page: its name, the language, the colours.

use taskdef_core::Lang;
use yew::prelude::*;

use super::menu_value;
use crate::state::Theme;
use crate::words::Words;

/// What a [`Header`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub lang: Lang,
    pub theme: Theme,
    pub on_lang: Callback<Lang>,
    pub on_theme: Callback<Theme>,
}

/// The head of the page.
#[component]
pub fn Header(props: &Props) -> Html {
    let words = props.words;
    let on_lang = props
        .on_lang
        .reform(|event: Event| match menu_value(&event).as_str() {
            "ja" => Lang::Ja,
            _ => Lang::En,
        });
    let on_theme = props
        .on_theme
        .reform(|event: Event| Theme::of(&menu_value(&event)));
    html! {
        <header>
            <p class="brand"><strong translate="no">{"taskdef"}</strong>{" "}<span>{words.tagline}</span></p>
            <div class="choices">
                <label>
                    <span class="off-screen">{words.theme}</span>
                    <select id="theme" onchange={on_theme}>
                        { for Theme::ALL.into_iter().zip(words.themes).map(|(theme, name)| html! {
                            <option value={theme.id()} selected={theme == props.theme}>{name}</option>
                        }) }
                    </select>
                </label>
                <label>
                    <span class="off-screen">{words.language}</span>
                    <select id="lang" onchange={on_lang}>
                        <option value="en" lang="en" selected={props.lang == Lang::En}>{"English"}</option>
                        <option value="ja" lang="ja" selected={props.lang == Lang::Ja}>{"日本語"}</option>
                    </select>
                </label>
            </div>
        </header>
    }
}
