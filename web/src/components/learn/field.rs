//! The card of a field: what it means, and what AWS's model says of it.

use taskdef_core::explain::Field;
use yew::prelude::*;

use super::card::Cards;
use crate::widgets::with_code;

/// The path of the field, what it means, its type and its limits, and each word that it takes.
pub(super) fn card(cards: &Cards<'_>, field: &Field) -> Html {
    let said = cards.said;
    let place = format!("field={}", field.path);
    let kinds = field.value.as_ref().map(|value| {
        let is_required = if field.required {
            said.required
        } else {
            said.optional
        };
        let limits = match (value.min, value.max) {
            (None, None) => None,
            (min, max) => {
                let end = |end: Option<i64>| end.map(|end| end.to_string()).unwrap_or_default();
                Some(format!("{}–{}", end(min), end(max)))
            }
        };
        let kinds = [
            Some(value.kind.to_owned()),
            limits,
            Some(is_required.to_owned()),
        ];
        kinds.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let meaning = field.meaning(cards.lang);
    html! {
        <article key={place.clone()} id={place.clone()} tabindex="-1">
            <h2><code translate="no">{&field.path}</code></h2>
            if !meaning.text.is_empty() {
                <p>{with_code(meaning.text)}</p>
            }
            <p>{kinds.unwrap_or_else(|| said.read_only.to_owned())}</p>
            if field.deprecated {
                <p>{said.deprecated}</p>
            }
            if !meaning.words.is_empty() {
                <p>{said.one_of}</p>
                <dl>
                    { for meaning.words.iter().map(|word| html! {
                        <><dt><code translate="no">{word.value}</code></dt><dd>{with_code(word.text)}</dd></>
                    }) }
                </dl>
            }
            <p class="links">
                <a href={format!("#{place}")} class="id" translate="no">{&field.path}</a>
                <a href={field.source.clone()} target="_blank" rel="noopener noreferrer">{cards.words.source}<span class="off-screen">{" "}{&field.path}</span></a>
            </p>
        </article>
    }
}
