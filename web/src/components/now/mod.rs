//! What now: the numbered steps from the result to a changed job that runs, once it is said what starts
//! the job and what registers it.

mod ask;
mod step;
mod texts;

use taskdef_core::generate::{Kind, next};
use yew::prelude::*;

use crate::downloads::request;
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
                    <ol class="way">
                        { for step::numbered(&way.steps).map(|(step, first)| step::step(state, analysis, step, first, dispatch)) }
                    </ol>
                },
            }}
            <details class="console-file">
                <summary>{texts::CONSOLE_FILE.text(lang)}</summary>
                <p>{with_code(texts::CONSOLE_FILE_IS.text(lang))}</p>
            </details>
        </>
    }
}
