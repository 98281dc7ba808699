//! Every rule with its example.

use taskdef_core::Lang;
use taskdef_core::rules::{RULES, Rule};
use yew::prelude::*;

use super::sign::mark;
use super::{field_value, marked, sign};
use crate::words::Words;

/// What [`Learn`] is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page's words.
    pub words: &'static Words,
    /// The language of the rules.
    pub lang: Lang,
}

/// Every rule, as cards that can be searched.
#[component]
pub fn Learn(props: &Props) -> Html {
    let Props { words, lang } = *props;
    let sought = use_state(String::new);
    let on_input = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field_value(&event)))
    };
    let wanted = sought.to_lowercase();
    let fits = |rule: &&&Rule| {
        let said = rule.words(lang);
        let texts = [
            rule.id, said.label, said.title, said.why, said.cure, rule.aws,
        ];
        texts
            .iter()
            .any(|text| text.to_lowercase().contains(&wanted))
    };
    let rules: Vec<_> = RULES.iter().filter(fits).collect();
    html! {
        <section class="learn" aria-labelledby="learn-title">
            <h1 id="learn-title">{words.learn_title}</h1>
            <div class="field">
                <label for="search">{words.search}</label>
                <input type="search" id="search" value={(*sought).clone()} oninput={on_input} autocomplete="off" />
            </div>
            <p role="status" class="quiet">{(words.rules)(rules.len())}</p>
            { for rules.into_iter().map(|rule| card(words, lang, rule)) }
        </section>
    }
}

fn card(words: &Words, lang: Lang, rule: &'static Rule) -> Html {
    let said = rule.words(lang);
    let example = &rule.example;
    html! {
        <article key={rule.id} id={format!("rule={}", rule.id)} data-mark={mark(rule.class)} tabindex="-1">
            <h2>{sign(rule.class)}{said.title}{" "}<code translate="no">{rule.id}</code></h2>
            <p>{marked(said.why)}</p>
            if !rule.aws.is_empty() {
                <p>{words.if_stayed}<code lang="en" translate="no" class="aws">{rule.aws}</code></p>
            }
            <p>{marked(said.cure)}</p>
            <div class="two">
                <figure><figcaption>{words.before}</figcaption><pre translate="no">{example.before}</pre></figure>
                if !example.after.is_empty() {
                    <figure><figcaption>{words.after}</figcaption><pre translate="no">{example.after}</pre></figure>
                }
            </div>
            <p><a href={rule.source} target="_blank" rel="noopener noreferrer">{words.source}</a></p>
        </article>
    }
}
