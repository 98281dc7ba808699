//! The card of a word of the glossary.

use yew::prelude::*;

use super::card::Cards;
use crate::course::Place;
use crate::course::glossary::Term;
use crate::widgets::with_code;

/// The word, and what it is.
pub(super) fn card(cards: &Cards<'_>, term: &'static Term) -> Html {
    let place = Place::Word(term).address();
    html! {
        <article key={place.clone()} id={place.clone()} tabindex="-1">
            <h2>{term.name(cards.lang)}</h2>
            <p>{with_code(term.text(cards.lang))}</p>
            {cards.head(term.id, &place)}
        </article>
    }
}
