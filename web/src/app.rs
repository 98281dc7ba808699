//! The page: its state, and how its parts are laid out.

use taskdef_core::Lang;
use yew::prelude::*;

use crate::browser;
use crate::components::{
    Buildspec, EditForm, ErrorPanel, Footer, Header, PasteBox, ReportView, ResultView, Verdict,
};
use crate::state::{Action, Outcome, State, Theme};
use crate::words::words;

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
            <Header {words} lang={state.lang} theme={state.theme} {on_lang} {on_theme} />
            <main class={if empty { "empty" } else { "filled" }}>
                <PasteBox {words} text={state.text.clone()} {empty} dispatch={dispatch.clone()} />
                if let Outcome::Failed(failure) = &state.outcome {
                    <ErrorPanel {words} lang={state.lang} failure={failure.clone()} />
                }
                if let Some(conversion) = &state.last {
                    <Work {words} state={(*state).clone()} conversion={conversion.clone()} {dispatch} />
                }
            </main>
            <Footer {words} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct WorkProps {
    words: &'static crate::words::Words,
    state: State,
    conversion: crate::state::Shared<taskdef_core::Conversion>,
    dispatch: Callback<Action>,
}

/// The result with all that goes with it; dimmed and out of reach while it is an old one.
#[component]
fn Work(props: &WorkProps) -> Html {
    let WorkProps {
        words,
        state,
        conversion,
        dispatch,
    } = props;
    let stale = state.conversion().is_none();
    html! {
        <>
            if stale {
                <p class="stale-note">{words.stale}</p>
            } else {
                <Verdict {words} conversion={conversion.clone()} />
            }
            <div class={classes!("work", stale.then_some("stale"))} inert={stale}>
                <div class="lesson">
                    <ReportView {words} lang={state.lang} conversion={conversion.clone()} />
                </div>
                <div class="side">
                    <ResultView {words} conversion={conversion.clone()} />
                    <EditForm {words} form={state.form.clone()} conversion={conversion.clone()} {dispatch} />
                    <Buildspec {words} conversion={conversion.clone()} />
                </div>
            </div>
        </>
    }
}
