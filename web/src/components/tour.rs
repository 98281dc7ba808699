//! A step of the guided tour, shown in place of a line's reason.

use yew::prelude::*;

use crate::browser;
use crate::state::tour::STEPS;
use crate::state::{Action, State};
use crate::widgets::with_words;
use crate::words::Words;

/// What a step is about.
const SHOWN: &str = "#lesson [data-chosen], [data-toured] h3";

/// A step of the tour.
pub fn tour(words: &Words, state: &State, at: usize, dispatch: &Callback<Action>) -> Html {
    let [title, text] = words.tour_steps[at.min(STEPS.len() - 1)];
    let go = dispatch.reform(|step: Option<usize>| {
        browser::reveal(SHOWN);
        browser::focus(if step.is_some() {
            "#why-title"
        } else {
            "#lesson-title"
        });
        Action::ShowStep(step)
    });
    let (back, next) = (
        at.checked_sub(1),
        Some(at + 1).filter(|&at| at < STEPS.len()),
    );
    let on_key = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "n" | "N" if next.is_some() => go.emit(next),
            "p" | "P" if back.is_some() => go.emit(back),
            "Escape" => go.emit(None),
            _ => {}
        })
    };
    let to = |step: Option<usize>| go.reform(move |_: MouseEvent| step);
    html! {
        <aside id="why" data-mark="edit" aria-labelledby="why-title" onkeydown={on_key}>
            <div class="why-head">
                <strong>{words.tour}</strong>
                <span class="steps">
                    <span>{at + 1}{" / "}{STEPS.len()}</span>
                    <button type="button" id="close" onclick={to(None)} aria-label={words.end_tour}>{"×"}</button>
                </span>
            </div>
            <h2 id="why-title" tabindex="-1">{title}</h2>
            <p>{with_words(state, text)}</p>
            if state.gives_back() {
                <p class="quiet">{words.tour_gives_back}</p>
            }
            <p class="buttons">
                <button type="button" id="tour-back" disabled={back.is_none()} onclick={to(back)}>{words.previous}</button>
                <button type="button" id="tour-next" class="main" onclick={to(next)}>
                    { if next.is_some() { words.next } else { words.end_tour } }
                </button>
            </p>
        </aside>
    }
}
