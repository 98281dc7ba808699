//! The page: its state, and how its parts are laid out.

use taskdef_core::{Conversion, Lang};
use yew::prelude::*;

use crate::browser;
use crate::components::{
    ReportView, ResultView, buildspec, edit_form, error_panel, footer, header, paste_box, verdict,
};
use crate::state::{Action, Outcome, Shared, State, Theme};
use crate::words::{Words, words};

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| State::new(browser::preferred_lang(), browser::preferred_theme()));
    use_effect_with((state.lang, state.theme), |&(lang, theme)| {
        browser::apply(lang, theme);
    });
    let dispatch = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let on_lang = dispatch.reform(|lang: Lang| {
        browser::remember("lang", words(lang).code);
        Action::Lang(lang)
    });
    let on_theme = dispatch.reform(|theme: Theme| {
        browser::remember("theme", theme.id());
        Action::Theme(theme)
    });
    let words = words(state.lang);
    let empty = state.outcome == Outcome::Empty && state.last.is_none();
    html! {
        <>
            {header(words, &state, &on_lang, &on_theme)}
            <main class={if empty { "empty" } else { "filled" }}>
                {paste_box(words, &state.text, empty, &dispatch)}
                if let Outcome::Failed(failure) = &state.outcome {
                    {error_panel(words, state.lang, failure)}
                }
                if let Some(conversion) = &state.last {
                    {work(words, &state, conversion, &dispatch)}
                }
            </main>
            {footer(words)}
        </>
    }
}

/// The result with all that goes with it; dimmed and out of reach while it is an old one.
fn work(
    words: &'static Words,
    state: &State,
    conversion: &Shared<Conversion>,
    dispatch: &Callback<Action>,
) -> Html {
    let old = state.conversion().is_none();
    html! {
        <>
            if old {
                <p class="stale-note">{words.stale}</p>
            } else {
                {verdict(words, conversion)}
            }
            <div class={if old { "work stale" } else { "work" }} inert={old}>
                <div class="lesson">
                    <ReportView {words} lang={state.lang} conversion={conversion.clone()} />
                </div>
                <div class="side">
                    <ResultView {words} conversion={conversion.clone()} />
                    {edit_form(words, &state.form, conversion, dispatch)}
                    {buildspec(words, conversion)}
                </div>
            </div>
        </>
    }
}
