//! What now: the numbered steps from the result to a changed job that runs, once it is said what starts
//! the job and what registers it.

mod ask;
mod step;
mod texts;

use taskdef_core::generate::{Kind, Way, next};
use yew::prelude::*;

use crate::downloads::{NAMES, SUMMARY, request};
use crate::state::{Action, Analysis, Shared, State};
use crate::widgets::with_code;

/// The questions, and the steps once they are answered.
pub fn now(state: &State, analysis: &Shared<Analysis>, dispatch: &Callback<Action>) -> Html {
    let lang = state.lang;
    let way = state.way();
    let request = request(Kind::Readme, &state.told());
    let steps = way.is_said().then(|| next(analysis.conversion(), &request));
    html! {
        <>
            {ask::ask(state, way, dispatch)}
            if way.is_said() && analysis.to_check() > 0 {
                <p class="quiet">{texts::STILL_OPEN.text(lang)}</p>
            }
            {match steps {
                None => html! { <p class="quiet">{texts::ASKED.text(lang)}</p> },
                Some(Err(refusal)) => html! { <p class="refused">{with_code(&refusal.plain_message(lang))}</p> },
                Some(Ok(way)) => html! {
                    <>
                        <ol class="way">
                            { for step::numbered(&way.steps).map(|(step, first)| step::step(state, analysis, step, first, dispatch)) }
                        </ol>
                        if calls_taskdef(&way) {
                            {program(state)}
                        }
                        {pass_on(state, analysis, &way, dispatch)}
                    </>
                },
            }}
            <details class="console-file">
                <summary>{texts::CONSOLE_FILE.text(lang)}</summary>
                <p>{with_code(texts::CONSOLE_FILE_IS.text(lang))}</p>
            </details>
        </>
    }
}

/// Whether a command of the steps is taskdef's.
fn calls_taskdef(way: &Way) -> bool {
    let parts = way.steps.iter().flat_map(|step| &step.parts);
    let mut commands = parts.flat_map(|part| &part.commands);
    commands.any(|command| command.starts_with("taskdef "))
}

/// What to give to a colleague: the summary, whose button comes after those of every part.
fn pass_on(
    state: &State,
    analysis: &Shared<Analysis>,
    way: &Way,
    dispatch: &Callback<Action>,
) -> Html {
    let parts = way.steps.iter().map(|step| step.parts.len()).sum();
    html! {
        <div class="pass-on">
            <p class="buttons">{step::file(state, analysis, SUMMARY, parts, dispatch)}</p>
            <p>{state.words.where_it_goes[NAMES.len() - 1]}</p>
        </div>
    }
}

/// How one gets the program that the commands name.
fn program(state: &State) -> Html {
    let (lang, words) = (state.lang, state.words);
    html! {
        <p class="program">
            {with_code(texts::PROGRAM.text(lang))}
            {" "}
            <a href={format!("{}deploy.html", words.guides_at)} target="_blank" rel="noopener">{texts::PROGRAM_GUIDE.text(lang)}</a>
        </p>
    }
}
