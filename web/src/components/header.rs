//! The head of the page: its name, the language, the colours.

use taskdef_core::Lang;
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, State, Theme, View};
use crate::widgets::menu_value;
use crate::words::Words;

/// The head of the page.
pub fn header(
    words: &Words,
    state: &State,
    on_lang: &Callback<Lang>,
    on_theme: &Callback<Theme>,
    dispatch: &Callback<Action>,
) -> Html {
    let view = |(view, name): (View, &'static str)| {
        let on_click = dispatch.reform(move |_: MouseEvent| {
            browser::clear_address();
            Action::View(view)
        });
        html! {
            <button type="button" id={view.id()} onclick={on_click}
                aria-current={(state.look.view == view).then_some("page")}>{name}</button>
        }
    };
    let on_lang = on_lang.reform(|event: Event| match menu_value(&event).as_str() {
        "ja" => Lang::Ja,
        _ => Lang::En,
    });
    let on_theme = on_theme.reform(|event: Event| Theme::of(&menu_value(&event)));
    html! {
        <header>
            <p class="brand"><strong translate="no">{"taskdef"}</strong>{" "}<span>{words.tagline}</span></p>
            <nav>{ for View::ALL.into_iter().zip(words.views).map(view) }</nav>
            <div class="choices">
                <label>
                    <span class="off-screen">{words.theme}</span>
                    <select id="theme" onchange={on_theme}>
                        { for Theme::ALL.into_iter().zip(words.themes).map(|(theme, name)| html! {
                            <option value={theme.id()} selected={theme == state.theme}>{name}</option>
                        }) }
                    </select>
                </label>
                <label>
                    <span class="off-screen">{words.language}</span>
                    <select id="lang" onchange={on_lang}>
                        <option value="en" lang="en" selected={state.lang == Lang::En}>{"English"}</option>
                        <option value="ja" lang="ja" selected={state.lang == Lang::Ja}>{"日本語"}</option>
                    </select>
                </label>
            </div>
        </header>
    }
}
