//! What changed and why, and what is left to check.

use std::ptr;

use taskdef_core::report::Finding;
use taskdef_core::rules::{RULES, Rule};
use taskdef_core::{Conversion, Lang, Position};
use yew::prelude::*;

use super::sign::mark;
use super::{marked, sign};
use crate::state::Shared;
use crate::words::Words;

/// What changed and why, and what is left to check.
pub fn report_view(words: &'static Words, lang: Lang, conversion: &Shared<Conversion>) -> Html {
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
            { for RULES.iter().filter(|rule| rows(conversion, rule).next().is_some()).map(|&rule| html! {
                <Group key={rule.id} {rule} {words} {lang} conversion={conversion.clone()} />
            }) }
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

/// A place at which a rule did something.
#[derive(PartialEq)]
enum Row<'a> {
    Mended(Position),
    Changed {
        kind: &'static str,
        position: Option<Position>,
        dotted: &'a str,
        before: &'a Option<String>,
        after: &'a Option<String>,
    },
}

/// The places at which a rule did something.
fn rows<'a>(conversion: &'a Conversion, rule: &'static Rule) -> impl Iterator<Item = Row<'a>> {
    let report = &conversion.report;
    let changes = report
        .changes
        .iter()
        .filter(move |row| ptr::eq(row.about, rule));
    let mendings = report
        .mendings
        .iter()
        .filter(move |row| ptr::eq(row.about, rule));
    let changes = changes.map(|change| Row::Changed {
        kind: change.kind,
        position: change.position,
        dotted: &change.dotted,
        before: &change.before,
        after: &change.after,
    });
    changes.chain(mendings.map(|mended| Row::Mended(mended.position)))
}

/// What a [`Group`] is given.
#[derive(Properties)]
struct GroupProps {
    rule: &'static Rule,
    words: &'static Words,
    lang: Lang,
    conversion: Shared<Conversion>,
}

/// A group is made anew only if its rule did something else: most keys change no group.
impl PartialEq for GroupProps {
    fn eq(&self, other: &Self) -> bool {
        let same = |rule| rows(&self.conversion, rule).eq(rows(&other.conversion, rule));
        ptr::eq(self.rule, other.rule) && self.lang == other.lang && same(self.rule)
    }
}

/// Everything that one rule did, with its reason once.
#[component]
fn Group(props: &GroupProps) -> Html {
    let GroupProps {
        rule,
        words,
        lang,
        conversion,
    } = props;
    let rows: Vec<_> = rows(conversion, rule).collect();
    let said = rule.words(*lang);
    html! {
        <details data-rule={rule.id} data-mark={mark(rule.class)}>
            <summary>
                {sign(rule.class)}
                <strong>{said.label}{" × "}{rows.len()}</strong>{" "}
                <span>{said.title}</span>
            </summary>
            <p>{marked(said.why)}</p>
            if !rule.aws.is_empty() {
                <p>{words.aws}<code lang="en" translate="no" class="aws">{rule.aws}</code></p>
            }
            <ul class="places">
                { for rows.iter().map(|row| show(row, words)) }
            </ul>
            <p><a href={rule.source} target="_blank" rel="noopener noreferrer">{words.source}</a></p>
        </details>
    }
}

fn show(row: &Row<'_>, words: &Words) -> Html {
    let (kind, position, dotted, before, after) = match *row {
        Row::Mended(position) => return html! { <li>{(words.line)(position.line)}</li> },
        Row::Changed {
            kind,
            position,
            dotted,
            before,
            after,
        } => (kind, position, dotted, before, after),
    };
    let place = match position {
        Some(position) => (words.line)(position.line),
        None => words.added.to_owned(),
    };
    let values = match (kind, before, after) {
        ("repaired" | "edited", Some(before), Some(after)) if before != after => html! {
            <>{" "}<del translate="no">{before}</del>{" → "}<ins translate="no">{after}</ins></>
        },
        ("added" | "edited", _, Some(after)) => {
            html! { <>{" "}<ins translate="no">{after}</ins></> }
        }
        _ => Html::default(),
    };
    html! {
        <li><span class="line">{place}</span>{" "}<code translate="no">{dotted}</code>{values}</li>
    }
}
