//! A step: what there is to know, files to take, commands to copy, and where to click.

use taskdef_core::generate::{Part, Step};
use yew::prelude::*;

use super::texts;
use crate::browser;
use crate::downloads::{NAMES, Sources};
use crate::state::{Action, Analysis, Copied, Panel, Shared, State, tour};
use crate::widgets::{CopyButton, said};

/// What a copy of commands is named by.
const COPY: &str = "copy-way";

/// What a download of a file is named by.
const DOWNLOAD: &str = "download-way";

/// Each step with the number of parts before it, by which its buttons are told apart.
pub(super) fn numbered(steps: &[Step]) -> impl Iterator<Item = (&Step, usize)> {
    steps.iter().scan(0, |before, step| {
        let first = *before;
        *before += step.parts.len();
        Some((step, first))
    })
}

/// A step, whose first part has this number.
pub(super) fn step(
    state: &State,
    analysis: &Shared<Analysis>,
    step: &Step,
    first: usize,
    dispatch: &Callback<Action>,
) -> Html {
    let toured = state.ui.tour.and_then(tour::step_of_way);
    let parts = step.parts.iter().enumerate();
    html! {
        <li data-step={step.id.clone()} data-toured={(toured == Some(&*step.id)).then_some("")}>
            <h3>{&step.title}</h3>
            { for parts.map(|(at, one)| part(state, analysis, one, first + at, dispatch)) }
        </li>
    }
}

fn part(
    state: &State,
    analysis: &Shared<Analysis>,
    part: &Part,
    at: usize,
    dispatch: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    html! {
        <>
            if !part.text.is_empty() {
                <p>{&part.text}</p>
            }
            if !part.files.is_empty() {
                <p class="buttons">
                    { for part.files.iter().map(|name| file(state, analysis, name, at, dispatch)) }
                </p>
            }
            if !part.commands.is_empty() {
                {commands(state, part.commands.join("\n"), at, dispatch)}
            }
            { for part.clicks.iter().map(|path| html! {
                <p class="clicks"><span>{texts::CONSOLE.text(lang)}</span>{" "}<b lang="en" translate="no">{path}</b></p>
            }) }
        </>
    }
}

/// The commands of a part, to copy at once.
fn commands(state: &State, commands: String, at: usize, dispatch: &Callback<Action>) -> Html {
    let words = state.words;
    let copy = CopyButton {
        id: COPY,
        at: Some(at),
        label: words.copy_file,
        text: commands.clone(),
        left: 0,
        dispatch,
    };
    let copied = state.copy.filter(|copied| copied.at == Some(at));
    html! {
        <div class="command">
            <pre translate="no" tabindex="0" aria-label={texts::COMMANDS.text(state.lang)}>{commands}</pre>
            {copy.show()}
            {said(words, copied, &[COPY], 0, String::new())}
        </div>
    }
}

/// A button that downloads a file; of one that can't be made, it shows why.
pub(super) fn file(
    state: &State,
    analysis: &Shared<Analysis>,
    name: &str,
    at: usize,
    dispatch: &Callback<Action>,
) -> Html {
    let words = state.words;
    let Some(place) = NAMES.iter().position(|known| *known == name) else {
        return html! { <code translate="no">{name.to_owned()}</code> };
    };
    let on_click = {
        let (dispatch, told, analysis) = (dispatch.clone(), state.told(), analysis.clone());
        let second = state.second;
        Callback::from(move |_: MouseEvent| {
            let Some(second) = second else {
                return;
            };
            let conversion = analysis.conversion();
            let told = &told;
            let file = (second.file)(place, Sources { conversion, told });
            if let Ok(text) = file.text {
                dispatch.emit(Action::Copied(Copied {
                    by: DOWNLOAD,
                    at: Some(at),
                    done: browser::download(&file.name, text.as_bytes()).is_some(),
                }));
            } else {
                dispatch.emit(Action::ShowPanel(Panel::Downloads));
                dispatch.emit(Action::ShowFile(place));
                browser::focus(&format!("#file-{place}"));
            }
        })
    };
    let downloaded = state.copy.filter(|copied| copied.at == Some(at));
    html! {
        <>
            <button type="button" data-file={NAMES[place]} onclick={on_click}>
                {words.download}{" "}<code translate="no">{NAMES[place]}</code>
            </button>
            {said(words, downloaded, &[DOWNLOAD], analysis.to_check(), String::new())}
        </>
    }
}
