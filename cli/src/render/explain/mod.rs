//! The rules and fields of `taskdef explain`.

mod control;
mod field;
mod rule;

use serde::Serialize;
use taskdef_core::catalog::RULES;
use taskdef_core::explain::{Field, RuleText, Topic, VERSION};
use taskdef_core::mask::MASK;
use taskdef_core::report::Paint;
use taskdef_core::{Lang, report_json};

use crate::error::is_sentence;
use control::ControlText;

/// The topics as text; all rules if there are none.
pub(crate) fn text(topics: &[(&String, Topic)], lang: Lang, paint: Paint) -> String {
    if topics.is_empty() {
        return rule::table(lang, paint);
    }
    let texts = topics.iter().map(|(_, topic)| match topic {
        Topic::Rule(rule) => rule::text(rule, lang, paint),
        Topic::Rules(rules) => {
            let texts = rules.iter().map(|rule| rule::text(rule, lang, paint));
            texts.collect::<Vec<_>>().join("\n")
        }
        Topic::Fields(fields) => {
            let texts = fields.iter().map(|field| field::text(field, lang, paint));
            texts.collect::<Vec<_>>().join("\n")
        }
        Topic::Control(control) => control::text(control, lang, paint),
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// The JSON: all rules, or the requested topics.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'a> {
    Rules {
        version: u32,
        rules: Vec<RuleText>,
    },
    Topics {
        version: u32,
        topics: Vec<Explained<'a>>,
    },
}

/// A topic with its rule or its fields.
#[derive(Serialize)]
struct Explained<'a> {
    /// As it was asked for; an error text may repeat values, and is masked.
    topic: &'a str,
    #[serde(flatten)]
    about: About<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum About<'a> {
    Rule(RuleText),
    Rules(Vec<RuleText>),
    Fields(&'a [Field]),
    Control(ControlText),
}

/// The topics as JSON on one line; all rules if there are none.
pub(crate) fn json(topics: &[(&String, Topic)], lang: Lang) -> String {
    let version = VERSION;
    let answer = if topics.is_empty() {
        let rules = RULES.iter().map(|rule| RuleText::new(rule, lang)).collect();
        Answer::Rules { version, rules }
    } else {
        let topics = topics.iter().map(|(topic, found)| Explained {
            topic: if is_sentence(topic) { MASK } else { topic },
            about: match found {
                Topic::Rule(rule) => About::Rule(RuleText::new(rule, lang)),
                Topic::Rules(rules) => {
                    About::Rules(rules.iter().map(|rule| RuleText::new(rule, lang)).collect())
                }
                Topic::Fields(fields) => About::Fields(fields),
                Topic::Control(control) => About::Control(ControlText::new(control, lang)),
            },
        });
        let topics = topics.collect();
        Answer::Topics { version, topics }
    };
    report_json(&answer) + "\n"
}
