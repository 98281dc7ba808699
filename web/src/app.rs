//! The page: its state, and how its parts are laid out.

use std::rc::Rc;

use taskdef_core::Lang;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::{self, Entry};
use crate::components::{
    self, dock, drop_zone, edit, error_panel, file_panel, filter_bar, footer, header, lesson,
    loading, paste_box, reason, sample, tour, verdict,
};
use crate::downloads::Sources;
use crate::state::tour::step_of_way;
use crate::state::{Action, Analysis, Outcome, Panel, Second, Shared, State, Tab, Theme};
use crate::widgets::Live;
use crate::words::{Language, Words};
use crate::{downloads, parts};

/// The properties of [`App`].
#[derive(Debug, Properties, PartialEq)]
pub struct AppProps {
    /// What was pasted or typed before the page was there.
    pub text: AttrValue,
    /// Whether the example was asked for after that.
    pub example: bool,
    /// The language chosen before, or the browser's.
    pub language: &'static Language,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let (text, example, language) = (props.text.clone(), props.example, props.language);
    let state = use_reducer(move || {
        let theme = browser::preferred_theme().unwrap_or_default();
        let theme = Theme::from_id(&theme);
        apply(language.words, theme);
        let typed = Action::Text(text.to_string());
        let mut state = Rc::new(State::new(language, theme)).reduce(typed);
        if example {
            state = state.reduce(Action::Example);
        }
        Rc::unwrap_or_clone(state)
    });
    let dispatch = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let (words, theme) = (state.words, state.theme);
    let on_lang = {
        let dispatch = dispatch.clone();
        Callback::from(move |lang: Lang| {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                let language = parts::language(lang).await;
                browser::remember("lang", language.words.code);
                apply(language.words, theme);
                dispatch.emit(Action::Language(language));
            });
        })
    };
    let on_theme = dispatch.reform(move |theme: Theme| {
        browser::remember("theme", theme.id());
        apply(words, theme);
        Action::Theme(theme)
    });
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let pasted = dispatch.clone();
            browser::listen(
                Callback::from(move |text| {
                    components::convert(text, Action::Paste, pasted.clone());
                }),
                dispatch.reform(|()| Action::Undo),
                dispatch.reform(|()| Action::Redo),
            );
            let ready = dispatch.clone();
            // What the first result does not need waits until that is there, if it is asked for at once.
            spawn_local(async move {
                browser::idle().await;
                // The other language too, so that nothing is asked for later.
                for lang in [Lang::En, Lang::Ja] {
                    spawn_local(async move {
                        parts::language(lang).await;
                    });
                }
                let late = ready.reform(|()| Action::Second(None));
                let second = parts::second(&late).await;
                ready.emit(Action::Second(Some(second)));
            });
            browser::follow_entries(&dispatch.reform(|entry: Entry| {
                let tab = || Action::ShowTab(Tab::named(entry.view.as_deref()));
                let place = entry.place.map(Action::ShowPlace);
                place.unwrap_or_else(tab)
            }));
        });
    }
    {
        let dispatch = dispatch.clone();
        let rows = state.last.as_ref().map_or(0, |last| last.lesson.rows.len());
        let shown = state.ui.rows();
        let waits = state.ui.tab == Tab::Convert && shown < rows;
        let view = (state.ui.tab, state.ui.led);
        // One effect: each costs the page half a kilobyte.
        let follows = (waits, shown, view, state.has_edits());
        use_effect_with(follows, move |&(waits, _, (tab, _), has_edits)| {
            browser::add_entry(tab.name(), Tab::Learn.name(), Tab::default().name());
            let asks = has_edits.then(browser::ask_before_leaving);
            if waits {
                spawn_local(async move {
                    browser::next_paint().await;
                    dispatch.emit(Action::MoreRows);
                });
            }
            move || drop(asks)
        });
    }
    let (on_drag, on_drop) = drop_zone(&dispatch);
    state.seen.begin();
    html! {
        <div class="page" ondragover={on_drag} ondrop={on_drop}>
            {header(words, &state, &on_lang, &dispatch)}
            {match state.ui.tab {
                Tab::Convert => convert(words, &state, &dispatch),
                Tab::Compare => html! { <main>{later(words, &state, |it| (it.compare)(words, &state, &dispatch))}</main> },
                Tab::Learn => html! { <main>{later(words, &state, |it| (it.learn)(words, &state, &dispatch))}</main> },
            }}
            {footer(words, &state, &on_theme)}
            <Live says={live(words, &state)} />
        </div>
    }
}

/// What the second module shows, when it is there.
fn later(words: &Words, state: &State, show: impl FnOnce(&Second) -> Html) -> Html {
    match state.second {
        Some(second) => show(second),
        None => loading(words, state),
    }
}

/// Sets the document's language, colours and title.
fn apply(words: &Words, theme: Theme) {
    let title = format!("taskdef – {}", words.tagline);
    browser::apply(words.code, theme.id(), &title);
}

/// What a screen reader announces when the result changes. The error panel is an alert of its own.
fn live(words: &Words, state: &State) -> AttrValue {
    let Some(analysis) = state.current() else {
        return AttrValue::default();
    };
    let verdict = words.verdict(analysis.to_check());
    match state.history.now.edits.len() {
        0 => verdict.into(),
        edits => [verdict, (words.edits)(edits)].join(words.comma).into(),
    }
}

/// The tab that converts: the paste and its result.
fn convert(words: &'static Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let empty = state.outcome == Outcome::Empty && state.last.is_none();
    let failure = match &state.outcome {
        Outcome::Failed(failure) => Some(failure),
        _ => None,
    };
    html! {
        <main data-empty={empty.then_some("")} data-broken={failure.map(|_| "")}>
            <div class="top">
                {paste_box(words, state, empty, dispatch)}
                if let Some(failure) = failure {
                    {error_panel(words, state, failure, dispatch)}
                }
            </div>
            if empty {
                {sample(words, dispatch)}
            }
            if let Some(analysis) = &state.last {
                {work(words, state, analysis, dispatch)}
            }
        </main>
    }
}

/// The result and everything that belongs to it; dimmed and inert while it is that of an earlier
/// text.
fn work(
    words: &'static Words,
    state: &State,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Html {
    let old = state.current().is_none();
    // The form stays active if an edit is at fault, which is corrected there.
    let form_is_old = old && !state.is_edit_at_fault();
    html! {
        <>
            if old {
                <p class="stale-note">{words.stale}</p>
            } else {
                {verdict(words, state, analysis, dispatch)}
            }
            {filter_bar(words, state, analysis, dispatch)}
            <div class="work">
                <div inert={old}>{lesson(words, state.lang, &state.ui, analysis, dispatch)}</div>
                <div class="side" inert={form_is_old}>
                    {reason(words, state, analysis, dispatch)}
                    {panels(words, state, analysis, dispatch)}
                </div>
            </div>
            {what_now(words, state, analysis, dispatch)}
            {dock(words, state, analysis, dispatch)}
        </>
    }
}

/// The steps from the result to a changed job that runs, with the step of the tour that is about them.
fn what_now(
    words: &'static Words,
    state: &State,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Html {
    let toured = state.ui.tour.filter(|step| step_of_way(*step).is_some());
    html! {
        <div class="now" inert={state.current().is_none()}>
            <section aria-labelledby="now-title">
                <h2 id="now-title" tabindex="-1">{words.now}</h2>
                {later(words, state, |it| (it.now)(state, analysis, dispatch))}
            </section>
            if let Some(step) = toured {
                {tour(words, state, step, dispatch)}
            }
        </div>
    }
}

/// The form or the files.
fn panels(
    words: &'static Words,
    state: &State,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Html {
    let shown = state.ui.panel;
    let tab = |(panel, name): (Panel, &'static str)| {
        let on_click = dispatch.reform(move |_: MouseEvent| Action::ShowPanel(panel));
        html! {
            <button type="button" id={panel.id()} onclick={on_click}
                aria-pressed={(shown == panel).to_string()}>{name}</button>
        }
    };
    html! {
        <section class="panels">
            <div class="panel-head">
                { for Panel::ALL.into_iter().zip(words.panels).map(tab) }
                <button type="button" id="zip" disabled={state.second.is_none()} onclick={zip(state, analysis)}>{words.zip}</button>
            </div>
            {match shown {
                Panel::Edit => edit(words, state, analysis, dispatch),
                Panel::Downloads => file_panel(words, state, analysis, dispatch),
            }}
        </section>
    }
}

/// Downloads every file in one archive.
fn zip(state: &State, analysis: &Shared<Analysis>) -> Callback<MouseEvent> {
    let (told, analysis, second) = (state.told(), analysis.clone(), state.second);
    Callback::from(move |_| {
        if let Some(second) = second {
            let archive = (second.zip)(Sources {
                conversion: analysis.conversion(),
                told: &told,
            });
            browser::download(downloads::ARCHIVE, &archive);
        }
    })
}
