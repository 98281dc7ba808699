//! The header: name, tabs and language.

use taskdef_core::Lang;
use yew::prelude::*;

use crate::state::{Action, State, Tab};
use crate::widgets::menu_value;
use crate::words::Words;

/// The header.
pub fn header(
    words: &Words,
    state: &State,
    on_lang: &Callback<Lang>,
    dispatch: &Callback<Action>,
) -> Html {
    let tab = |(tab, name): (Tab, &'static str)| {
        let on_click = dispatch.reform(move |_: MouseEvent| Action::ShowTab(tab));
        html! {
            <button type="button" id={tab.id()} onclick={on_click}
                aria-current={(state.ui.tab == tab).then_some("page")}>{name}</button>
        }
    };
    let on_lang = on_lang.reform(|event: Event| match menu_value(&event).as_str() {
        "ja" => Lang::Ja,
        _ => Lang::En,
    });
    html! {
        <header>
            <p class="brand"><strong translate="no">{"taskdef"}</strong>{" "}<span>{words.tagline}</span></p>
            <nav>{ for Tab::ALL.into_iter().zip(words.tabs).map(tab) }</nav>
            <div class="choices">
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
