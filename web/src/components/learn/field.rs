//! The card of a field: what AWS's model says of it.

use taskdef_core::explain::Field;
use yew::prelude::*;

use super::card::Cards;

/// The path of the field, its type and its limits.
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
    let values = field.value.as_ref().map_or(&[][..], |value| value.values);
    html! {
        <article key={place.clone()} id={place.clone()} tabindex="-1">
            <h2><code translate="no">{&field.path}</code></h2>
            <p>{kinds.unwrap_or_else(|| said.read_only.to_owned())}</p>
            if field.deprecated {
                <p>{said.deprecated}</p>
            }
            if !values.is_empty() {
                <p>{said.one_of}{cards.words.of}<code translate="no">{values.join(" | ")}</code></p>
            }
            <p class="links">
                <a href={format!("#{place}")} class="id" translate="no">{&field.path}</a>
                <a href={field.source.clone()} target="_blank" rel="noopener noreferrer">{cards.words.source}<span class="off-screen">{" "}{&field.path}</span></a>
            </p>
        </article>
    }
}
