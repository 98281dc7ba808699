//! Texts whose words of the glossary open their explanations.

use taskdef_core::Lang;
use yew::prelude::*;

use super::with_code;
use crate::browser;
use crate::course::glossary::{Part, Term, parts};
use crate::state::{Seen, State};
use crate::words::learn;

/// Renders a text in which backticks enclose code. A word of the glossary that stands first in the view
/// opens its explanation, once what does that is there.
pub(crate) fn with_words(state: &State, text: &str) -> Html {
    match state.second {
        Some(second) => (second.with_words)(text, state.lang, &state.seen),
        None => with_code(text),
    }
}

/// Renders a text in which backticks enclose code, with the words of the glossary that stand there first.
/// Only the second part may name it.
pub(crate) fn explained(text: &str, lang: Lang, seen: &Seen) -> Html {
    let pieces = text.split('`').enumerate();
    pieces
        .map(|(at, piece)| match at % 2 {
            0 => {
                let parts = parts(piece, lang, |term| seen.is_first(term.id));
                parts.into_iter().map(|part| shown(&part, lang)).collect()
            }
            _ => html! { <code translate="no">{piece}</code> },
        })
        .collect()
}

fn shown(part: &Part<'_>, lang: Lang) -> Html {
    match part {
        Part::Text(text) => Html::from(*text),
        Part::Word(term, text) => word(term, text, lang),
    }
}

/// A word as a button, and its explanation, which lies over the page and moves nothing.
fn word(term: &'static Term, text: &str, lang: Lang) -> Html {
    let id = format!("about-{}", term.id);
    // The key that closes an explanation does nothing else.
    let on_key = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" && browser::has_popover_open() {
            event.stop_propagation();
        }
    });
    html! {
        <span class="term" onkeydown={on_key}>
            <button type="button" class="word" popovertarget={id.clone()}>{text}</button>
            <span popover="auto" {id} class="about" role="note">
                <strong>{term.name(lang)}</strong>{" "}{with_code(term.text(lang))}{" "}
                <a href={format!("#word={}", term.id)}>{learn(lang).more_of_word}</a>
            </span>
        </span>
    }
}
