//! The card of an error of AWS that no rule alone is about.

use taskdef_core::Lang;
use taskdef_core::aws_error::AwsError;
use taskdef_core::rule::Class;
use yew::prelude::*;

use crate::widgets::{mark, sign, with_code};
use crate::words::Words;

/// What the error means, what to do, and the rules that find the same in a task definition.
pub(super) fn card(words: &Words, lang: Lang, error: &AwsError) -> Html {
    let said = error.words(lang);
    let rule = |id: &&'static str| {
        html! { <a href={format!("#rule={id}")} translate="no">{*id}</a> }
    };
    html! {
        <article key={error.id} id={format!("error={}", error.id)} data-mark={mark(Class::Error)} tabindex="-1">
            <h2>{sign(Class::Error)}{said.title}</h2>
            <p class="quiet">{error.said_by.title(lang)}</p>
            if let Some(text) = error.texts.first() {
                <code lang="en" translate="no" class="aws">{text.replace("{}", "…")}</code>
            }
            <p>{with_code(said.meaning)}</p>
            <h3>{words.what_to_do}</h3>
            <p>{with_code(said.plain_cure)}</p>
            <p class="links">
                <a href={error.source} target="_blank" rel="noopener noreferrer">{words.source}<span class="off-screen">{" "}{error.id}</span></a>
                { for error.rules.iter().map(rule) }
            </p>
        </article>
    }
}

/// Whether a text of the error contains `wanted`, which is in lower case.
pub(super) fn fits(error: &AwsError, lang: Lang, wanted: &str) -> bool {
    let said = error.words(lang);
    let texts = [error.id, said.title, said.meaning, said.plain_cure];
    let mut texts = texts.iter().chain(error.texts).chain(error.fields);
    texts.any(|text| text.to_ascii_lowercase().contains(wanted))
}
