//! The page: its state, and how its parts are laid out.

use taskdef_core::{Conversion, Lang};
use yew::prelude::*;

use crate::browser;
use crate::components::{
    buildspec, drop_zone, edit_form, error_panel, footer, header, paste_box, report_view,
    result_view, sample, verdict,
};
use crate::state::{Action, Outcome, Shared, State, Theme};
use crate::words::{Words, words};

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| {
        let (lang, theme) = (browser::preferred_lang(), browser::preferred_theme());
        browser::apply(lang, theme);
        State::new(lang, theme)
    });
    let dispatch = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let (lang, theme) = (state.lang, state.theme);
    let on_lang = dispatch.reform(move |lang: Lang| {
        browser::remember("lang", words(lang).code);
        browser::apply(lang, theme);
        Action::Lang(lang)
    });
    let on_theme = dispatch.reform(move |theme: Theme| {
        browser::remember("theme", theme.id());
        browser::apply(lang, theme);
        Action::Theme(theme)
    });
    let words = words(lang);
    let empty = state.outcome == Outcome::Empty && state.last.is_none();
    let (on_drag, on_drop) = drop_zone(&dispatch);
    html! {
        <div class="page" ondragover={on_drag} ondrop={on_drop}>
            {header(words, &state, &on_lang, &on_theme)}
            <main data-empty={empty.then_some("")}>
                {paste_box(words, &state, empty, &dispatch)}
                if empty {
                    {sample(words, state.lang)}
                }
                if let Outcome::Failed(failure) = &state.outcome {
                    {error_panel(words, state.lang, failure)}
                }
                if let Some(conversion) = &state.last {
                    {work(words, &state, conversion, &dispatch)}
                }
            </main>
            {footer(words)}
        </div>
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
    // An edit that can't be made is mended in the form.
    let form_is_old = old && !state.is_edit_at_fault();
    html! {
        <>
            if old {
                <p class="stale-note">{words.stale}</p>
            } else {
                {verdict(words, state.lang, conversion)}
            }
            <div class="work">
                <div class="lesson" inert={old}>
                    {report_view(words, state.lang, conversion)}
                </div>
                <div class="outcome" inert={old}>
                    {result_view(words, conversion, state.copy, dispatch)}
                    {buildspec(words, conversion, state.copy, dispatch)}
                </div>
                <div inert={form_is_old}>{edit_form(words, &state.form, conversion, dispatch)}</div>
            </div>
        </>
    }
}
