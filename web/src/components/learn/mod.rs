//! The tab that lists every rule with its example, and finds the errors of AWS.

mod card;
mod difference;
mod error;
mod group;

use taskdef_core::catalog::{RULES, also};
use taskdef_core::explain::{KnownError, known_errors};
use taskdef_core::rule::Rule;
use taskdef_core::{Lang, aws_error, escape};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Copied};
use crate::widgets::{LinkButton, field_value};
use crate::words::Words;

use card::Cards;
use group::Group;

/// The properties of [`Learn`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page's words.
    pub words: &'static Words,
    /// The language of the rules.
    pub lang: Lang,
    /// The rule that the address names.
    pub rule: Option<&'static str>,
    /// The group that the address names.
    pub group: Option<String>,
    /// What the address names as a rule although there is none.
    pub unknown: Option<String>,
    /// The ids of the rules that the current paste is about, sorted.
    pub mine: Vec<&'static str>,
    /// The outcome of the last copy.
    pub copied: Option<Copied>,
    /// Receives what happens here.
    pub dispatch: Callback<Action>,
}

/// A card for every rule that the search finds.
#[component]
pub fn Learn(props: &Props) -> Html {
    let (words, lang) = (props.words, props.lang);
    let sought = use_state(String::new);
    let on_input = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field_value(&event)))
    };
    use_effect_with(props.rule, |rule| {
        if let Some(rule) = rule {
            browser::focus(&format!("[id=\"rule={rule}\"]"));
        }
    });
    let on_tour = props.dispatch.reform(|_: MouseEvent| {
        browser::focus("#why-title");
        Action::ShowStep(Some(0))
    });
    let group = use_state_eq(|| Group::First);
    {
        let group = group.clone();
        let address = (props.rule, props.group.clone());
        use_effect_with(address, move |(rule, id)| {
            let named = id.as_deref().and_then(Group::named);
            let of_rule = rule.map(|_| Group::All);
            if let Some(addressed) = named.or(of_rule) {
                group.set(addressed);
            }
        });
    }
    let unknown_group = |id: &&String| Group::named(id).is_none();
    let unknown = props.unknown.as_ref();
    let unknown = unknown.or(props.group.as_ref().filter(unknown_group));
    let wanted = sought.to_ascii_lowercase();
    let found: Vec<KnownError> = if wanted.is_empty() {
        let rules = RULES.iter().filter(|rule| group.has(rule, &props.mine));
        rules.map(|rule| KnownError::Rule(rule)).collect()
    } else {
        sought_for(&sought, &wanted, lang)
    };
    let choice = |choice: Group| {
        let count = RULES
            .iter()
            .filter(|rule| choice.has(rule, &props.mine))
            .count();
        let on_click = {
            let (group, sought) = (group.clone(), sought.clone());
            Callback::from(move |_: MouseEvent| {
                sought.set(String::new());
                group.set(choice);
            })
        };
        html! {
            if count > 0 {
                <button type="button" onclick={on_click}
                    aria-pressed={(wanted.is_empty() && *group == choice).to_string()}>{choice.name(words)}{" "}<b>{count}</b></button>
            }
        }
    };
    let link = group.id().filter(|_| wanted.is_empty()).map(|id| {
        let place = format!("group={id}");
        let link = LinkButton {
            id: "copy-group",
            place: &place,
            label: words.copy_group_link,
            of: "",
            copied: props.copied,
            dispatch: &props.dispatch,
        };
        link.show(words)
    });
    let cards = Cards {
        words,
        lang,
        open: props.rule,
        copied: props.copied,
        dispatch: &props.dispatch,
    };
    html! {
        <section class="learn" aria-labelledby="learn-title">
            <div class="learn-head">
                <div>
                    <h1 id="learn-title">{words.learn_title}</h1>
                    <p class="hint">{words.learn_hint}</p>
                    <div class="field">
                        <label for="search">{words.search}</label>
                        <input type="search" id="search" value={(*sought).clone()} oninput={on_input}
                            spellcheck="false" autocomplete="off" autocapitalize="off" />
                    </div>
                    <p class="quiet">{words.search_hint}</p>
                    if let Some(unknown) = unknown {
                        <p class="refused" role="alert">{(words.no_such_rule)(&escape(unknown))}</p>
                    }
                    <p role="status" class="quiet">{counted(words, &found)}</p>
                </div>
                <div class="invitation">
                    <p><strong>{words.first_time}</strong>{" "}{words.tour_hint}</p>
                    <button type="button" id="tour" class="main" onclick={on_tour}>{words.start_tour}</button>
                </div>
            </div>
            <div class="groups" role="group" aria-label={words.groups_label}>
                { for Group::all().map(choice) }
            </div>
            if let Some(link) = link {
                <p class="card-head">{link}</p>
            }
            <div class="cards">
                { for found.into_iter().map(|one| match one {
                    KnownError::Rule(rule) => cards.card(rule),
                    KnownError::Other(error) => error::card(words, lang, error),
                }) }
            </div>
        </section>
    }
}

/// How many rules were found, and how many errors of AWS.
fn counted(words: &Words, found: &[KnownError]) -> String {
    let rules = found
        .iter()
        .filter(|one| matches!(one, KnownError::Rule(_)));
    let rules = rules.count();
    match found.len() - rules {
        0 => (words.rules)(rules),
        errors => [(words.rules)(rules), (words.aws_errors)(errors)].join(words.comma),
    }
}

/// What a search finds: the errors of AWS that are in the text, as somebody got them; else the rules and
/// errors with a text that has it, which is `wanted` in lower case.
fn sought_for(sought: &str, wanted: &str, lang: Lang) -> Vec<KnownError> {
    let named = known_errors(sought);
    if !named.is_empty() {
        return named;
    }
    let rules = RULES.iter().filter(|rule| fits(rule, lang, wanted));
    let errors = aws_error::all().filter(|error| error::fits(error, lang, wanted));
    let rules = rules.map(|rule| KnownError::Rule(rule));
    rules.chain(errors.map(KnownError::Other)).collect()
}

/// Whether a text of the rule, or what others call it, contains `wanted`, which is in lower case.
fn fits(rule: &Rule, lang: Lang, wanted: &str) -> bool {
    let said = rule.words(lang);
    let texts = [
        rule.id,
        said.label,
        said.title,
        said.why,
        said.plain_cure,
        rule.aws,
        rule.example().before,
    ];
    let mut texts = texts.iter().chain(also(rule));
    texts.any(|text| text.to_ascii_lowercase().contains(wanted))
}
