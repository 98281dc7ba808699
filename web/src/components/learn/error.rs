//! The card of an error of AWS that no rule alone is about.

use taskdef_core::aws_error::AwsError;
use taskdef_core::rule::Class;
use yew::prelude::*;

use super::card::Cards;
use crate::course::Place;
use crate::widgets::{explained, mark, sign};

/// AWS's words, what they mean, what to do, and the rules that find the same in a task definition.
pub(super) fn card(cards: &Cards<'_>, error: &'static AwsError) -> Html {
    let (words, lang) = (cards.words, cards.lang);
    let said = error.words(lang);
    let place = Place::Error(error).address();
    let rule = |id: &&'static str| {
        html! { <a href={format!("#rule={id}")} translate="no">{*id}</a> }
    };
    html! {
        <article key={error.id} id={place.clone()} data-mark={mark(Class::Error)} tabindex="-1">
            <h2>{sign(Class::Error)}{said.title}</h2>
            <p class="quiet">{error.said_by.title(lang)}</p>
            if let Some(text) = error.texts.first() {
                {cards.aws(&text.replace("{}", "…"))}
            }
            <p>{explained(said.meaning, lang, cards.seen)}</p>
            <h3>{words.what_to_do}</h3>
            <p>{explained(said.plain_cure, lang, cards.seen)}</p>
            {cards.head(error.id, &place)}
            <p class="links">
                <a href={error.source} target="_blank" rel="noopener noreferrer">{words.source}<span class="off-screen">{" "}{error.id}</span></a>
                { for error.rules.iter().map(rule) }
            </p>
        </article>
    }
}
