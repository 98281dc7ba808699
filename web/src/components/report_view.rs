//! What changed and why, and what is left to check.

use taskdef_core::report::{Change, Finding};
use taskdef_core::rules::{RULES, Rule};
use taskdef_core::{Conversion, Lang};
use yew::prelude::*;

use super::sign::mark;
use super::{marked, sign};
use crate::state::Shared;
use crate::words::Words;

/// What a [`ReportView`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub lang: Lang,
    pub conversion: Shared<Conversion>,
}

/// What changed and why, and what is left to check.
#[component]
pub fn ReportView(props: &Props) -> Html {
    let Props {
        words,
        lang,
        conversion,
    } = props;
    let report = &conversion.report;
    let nothing = report.changes.is_empty() && report.mendings.is_empty();
    html! {
        <section id="report" aria-labelledby="report-title">
            <ul class="checks">
                { for report.findings.iter().map(|found| finding(found, words)) }
            </ul>
            <h2 id="report-title">{words.changes}</h2>
            if nothing {
                <p>{words.nothing}</p>
            }
            { for RULES.iter().map(|rule| group(rule, conversion, words, *lang)) }
        </section>
    }
}

fn finding(found: &Finding, words: &Words) -> Html {
    html! {
        <li data-mark={mark(found.about.class)}>
            <p>
                {sign(found.about.class)}
                if let Some(position) = found.position {
                    <span class="line">{(words.line)(position.line)}</span>{" "}
                }
                <strong>{&found.message}</strong>
            </p>
            <p>{marked(found.cure)}</p>
            <code translate="no">{&found.dotted}</code>
        </li>
    }
}

/// Everything that one rule did, with its reason once.
fn group(rule: &'static Rule, conversion: &Conversion, words: &Words, lang: Lang) -> Html {
    let report = &conversion.report;
    let changes: Vec<_> = report
        .changes
        .iter()
        .filter(|change| change.rule == rule.id)
        .collect();
    let mendings = report
        .mendings
        .iter()
        .filter(|mended| mended.rule == rule.id);
    let lines: Vec<_> = mendings
        .map(|mended| (words.line)(mended.position.line))
        .collect();
    let count = changes.len() + lines.len();
    if count == 0 {
        return Html::default();
    }
    let said = rule.words(lang);
    html! {
        <details key={rule.id} id={format!("rule-{}", rule.id)} data-mark={mark(rule.class)}>
            <summary>
                {sign(rule.class)}
                <strong>{said.label}{" × "}{count}</strong>{" "}
                <span>{said.title}</span>
            </summary>
            <p>{marked(said.why)}</p>
            if !rule.aws.is_empty() {
                <p>{words.aws}<code lang="en" translate="no" class="aws">{rule.aws}</code></p>
            }
            <ul class="places">
                { for changes.into_iter().map(|changed| change(changed, words)) }
                { for lines.into_iter().map(|line| html! { <li>{line}</li> }) }
            </ul>
            <p><a href={rule.source} target="_blank" rel="noopener noreferrer">{words.source}</a></p>
        </details>
    }
}

fn change(changed: &Change, words: &Words) -> Html {
    let place = match changed.position {
        Some(position) => (words.line)(position.line),
        None => words.added.to_owned(),
    };
    let values = match (changed.kind, &changed.before, &changed.after) {
        ("repaired" | "edited", Some(before), Some(after)) if before != after => html! {
            <>{" "}<del translate="no">{before}</del>{" → "}<ins translate="no">{after}</ins></>
        },
        ("added" | "edited", _, Some(after)) => {
            html! { <>{" "}<ins translate="no">{after}</ins></> }
        }
        _ => Html::default(),
    };
    html! {
        <li><span class="line">{place}</span>{" "}<code translate="no">{&changed.dotted}</code>{values}</li>
    }
}
