//! The tab that lists every rule with its example.

use taskdef_core::catalog::{RULES, also};
use taskdef_core::explain::{CLASSES, by_error};
use taskdef_core::rule::{Class, Rule};
use taskdef_core::{Lang, escape};
use yew::prelude::*;

use crate::browser;
use crate::state::Action;
use crate::widgets::{field_value, mark, sign, with_code};
use crate::words::Words;

/// The properties of [`Learn`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page's words.
    pub words: &'static Words,
    /// The language of the rules.
    pub lang: Lang,
    /// The rule that the address names.
    pub rule: Option<&'static str>,
    /// What the address names as a rule although there is none.
    pub unknown: Option<String>,
    /// The ids of the rules that the current paste is about.
    pub mine: Vec<&'static str>,
    /// Receives the action that starts the tour.
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
    let group = use_state_eq(|| {
        if props.rule.is_some() {
            Group::All
        } else {
            Group::First
        }
    });
    {
        let group = group.clone();
        use_effect_with(props.rule, move |rule| {
            if rule.is_some() {
                group.set(Group::All);
            }
        });
    }
    let wanted = sought.to_ascii_lowercase();
    let named = by_error(&sought);
    let rules: Vec<&'static Rule> = match &wanted[..] {
        "" => RULES
            .iter()
            .copied()
            .filter(|rule| group.has(rule, &props.mine))
            .collect(),
        _ if !named.is_empty() => named,
        _ => RULES
            .iter()
            .copied()
            .filter(|rule| fits(rule, lang, &wanted))
            .collect(),
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
        let name = match choice {
            Group::First => words.groups[0],
            Group::Mine => words.groups[1],
            Group::All => words.groups[2],
            Group::Of(class) => CLASSES
                .iter()
                .zip(words.classes)
                .find(|(one, _)| **one == class)
                .map_or("", |(_, name)| name),
        };
        html! {
            if count > 0 {
                <button type="button" onclick={on_click}
                    aria-pressed={(wanted.is_empty() && *group == choice).to_string()}>{name}{" "}<b>{count}</b></button>
            }
        }
    };
    let groups = [Group::First, Group::Mine, Group::All];
    let groups = groups.into_iter().chain(CLASSES.map(Group::Of));
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
                    if let Some(unknown) = &props.unknown {
                        <p class="refused" role="alert">{(words.no_such_rule)(&escape(unknown))}</p>
                    }
                    <p role="status" class="quiet">{(words.rules)(rules.len())}</p>
                </div>
                <div class="invitation">
                    <p><strong>{words.first_time}</strong>{" "}{words.tour_hint}</p>
                    <button type="button" id="tour" class="main" onclick={on_tour}>{words.start_tour}</button>
                </div>
            </div>
            <div class="groups" role="group" aria-label={words.groups_label}>{ for groups.map(choice) }</div>
            <div class="cards">
                { for rules.into_iter().map(|rule| card(words, lang, rule, props.rule == Some(rule.id))) }
            </div>
        </section>
    }
}

/// A group of rules.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Group {
    /// What almost every paste meets.
    First,
    /// What the current paste is about.
    Mine,
    /// Every rule.
    All,
    /// What is done about the pattern.
    Of(Class),
}

/// The rules to read first: why AWS refuses what the console shows.
const FIRST: [&str; 6] = [
    "read-only-field",
    "null-value",
    "number-for-string",
    "placeholder",
    "plaintext-secret",
    "fargate-size-pair",
];

impl Group {
    fn has(self, rule: &Rule, mine: &[&str]) -> bool {
        match self {
            Group::First => FIRST.contains(&rule.id),
            Group::Mine => mine.binary_search(&rule.id).is_ok(),
            Group::All => true,
            Group::Of(class) => rule.class == class,
        }
    }
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

fn card(words: &Words, lang: Lang, rule: &'static Rule, open: bool) -> Html {
    let said = rule.words(lang);
    let example = rule.example();
    html! {
        <article key={rule.id} id={format!("rule={}", rule.id)} data-mark={mark(rule.class)} tabindex="-1">
            <h2>{sign(rule.class)}{said.title}</h2>
            <p><a class="id" href={format!("#rule={}", rule.id)} translate="no">{rule.id}</a></p>
            <pre translate="no" tabindex="0">
                if !example.before.is_empty() {
                    <del>{example.before}</del>{"\n"}
                }
                if example.after.is_empty() {
                    {words.goes}
                } else {
                    <ins>{example.after}</ins>
                }
            </pre>
            <details {open}>
                <summary>{words.details}<span class="off-screen">{" "}{rule.id}</span></summary>
                <p>{with_code(said.why)}</p>
                if !rule.aws.is_empty() {
                    <h3>{words.if_stayed}</h3>
                    <code lang="en" translate="no" class="aws">{rule.aws}</code>
                }
                <h3>{words.what_to_do}</h3>
                <p>{with_code(said.plain_cure)}</p>
                <p class="links">
                    <a href={rule.source} target="_blank" rel="noopener noreferrer">{words.source}<span class="off-screen">{" "}{rule.id}</span></a>
                </p>
            </details>
        </article>
    }
}
