//! The rules, fields and errors of `taskdef explain`.

mod control;
mod error;
mod field;
mod places;
mod rule;
mod schedule;

use serde::Serialize;
use taskdef_core::catalog::RULES;
use taskdef_core::controls::Control;
use taskdef_core::explain::{
    ErrorText, ExplainedField, Field, KnownError, RuleText, Schedule, VERSION,
};
use taskdef_core::mask::MASK;
use taskdef_core::report::{Located, Paint};
use taskdef_core::rule::Rule;
use taskdef_core::{Lang, report_json};

use control::ControlText;
use schedule::ScheduleText;

/// A topic with what is known of it.
#[derive(Debug)]
pub(crate) struct Explained {
    /// As it was asked for; `None` for the words of an error, which may repeat values.
    pub(crate) topic: Option<String>,
    /// The file that places are in.
    pub(crate) file: Option<String>,
    pub(crate) about: About,
}

/// What a topic is, and the places in a file that it speaks of, if there is a file.
#[derive(Debug)]
pub(crate) enum About {
    Rule(&'static Rule, Option<Vec<Located>>),
    /// What rules say of a control of others.
    Rules(Vec<(&'static Rule, Option<Vec<Located>>)>),
    /// The one that says most first.
    Errors(Vec<(KnownError, Option<Vec<Located>>)>),
    Fields(Vec<Field>),
    /// With its next run, if that is known.
    Schedule(Schedule, Option<String>),
    /// A control of others that no rule says.
    Control(&'static Control),
}

/// The topics as text; all rules if there are none.
pub(crate) fn text(topics: &[Explained], lang: Lang, paint: Paint) -> String {
    if topics.is_empty() {
        return rule::table(lang, paint);
    }
    let texts: Vec<String> = topics
        .iter()
        .flat_map(|topic| texts(topic, lang, paint))
        .collect();
    texts.join("\n")
}

fn texts(topic: &Explained, lang: Lang, paint: Paint) -> Vec<String> {
    let file = topic.file.as_deref().unwrap_or_default();
    let with_places = |text: String, found: &Option<Vec<Located>>| match found {
        Some(found) => text + "\n" + &places::text(file, found, lang, paint),
        None => text,
    };
    match &topic.about {
        About::Rule(rule, found) => vec![with_places(rule::text(rule, lang, paint), found)],
        About::Rules(rules) => {
            let texts = rules
                .iter()
                .map(|(rule, found)| with_places(rule::text(rule, lang, paint), found));
            texts.collect()
        }
        About::Errors(errors) => {
            let texts = errors.iter().map(|(known, found)| match known {
                KnownError::Rule(rule) => with_places(rule::text(rule, lang, paint), found),
                KnownError::Other(error) => with_places(error::text(error, lang, paint), found),
            });
            texts.collect()
        }
        About::Fields(fields) => {
            let texts = fields.iter().map(|field| field::text(field, lang, paint));
            texts.collect()
        }
        About::Schedule(schedule, next) => {
            vec![schedule::text(schedule, next.as_deref(), lang, paint)]
        }
        About::Control(control) => vec![control::text(control, lang, paint)],
    }
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
        topics: Vec<JsonTopic<'a>>,
    },
}

/// A topic with its rule, its errors or its fields.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonTopic<'a> {
    /// As it was asked for; an error's words may repeat values, and are masked.
    topic: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<RuleText>,
    /// What AWS said, the one that says most first.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<JsonError<'a>>>,
    /// The rules among the errors, or of a control of others, in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<RuleText>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<ExplainedField>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<ScheduleText<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    control: Option<ControlText>,
    /// Where in the file the rules find something.
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<Vec<&'a Located>>,
}

/// An error, and where in the file is what it speaks of.
#[derive(Serialize)]
struct JsonError<'a> {
    #[serde(flatten)]
    error: ErrorText,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<&'a [Located]>,
}

impl<'a> JsonTopic<'a> {
    fn new(explained: &'a Explained, lang: Lang) -> Self {
        let topic = JsonTopic {
            topic: explained.topic.as_deref().unwrap_or(MASK),
            rule: None,
            errors: None,
            rules: None,
            fields: None,
            schedule: None,
            control: None,
            places: None,
        };
        match &explained.about {
            About::Rule(rule, places) => JsonTopic {
                rule: Some(RuleText::new(rule, lang)),
                places: places.as_ref().map(|places| places.iter().collect()),
                ..topic
            },
            About::Rules(rules) => {
                let own = rules.iter().map(|(rule, _)| RuleText::new(rule, lang));
                let places = rules.iter().flat_map(|(_, places)| places.iter().flatten());
                JsonTopic {
                    rules: Some(own.collect()),
                    places: explained.file.as_ref().map(|_| places.collect()),
                    ..topic
                }
            }
            About::Errors(errors) => {
                let own = errors.iter().map(|(error, places)| JsonError {
                    error: ErrorText::new(*error, lang),
                    places: places.as_deref(),
                });
                let rules = errors.iter().filter_map(|(error, _)| match error {
                    KnownError::Rule(rule) => Some(RuleText::new(rule, lang)),
                    KnownError::Other(_) => None,
                });
                JsonTopic {
                    errors: Some(own.collect()),
                    rules: Some(rules.collect()),
                    ..topic
                }
            }
            About::Fields(fields) => JsonTopic {
                fields: Some(
                    fields
                        .iter()
                        .cloned()
                        .map(|field| ExplainedField::new(field, lang))
                        .collect(),
                ),
                ..topic
            },
            About::Schedule(schedule, _) => JsonTopic {
                schedule: Some(ScheduleText::new(schedule, lang)),
                ..topic
            },
            About::Control(control) => JsonTopic {
                control: Some(ControlText::new(control, lang)),
                ..topic
            },
        }
    }
}

/// The topics as JSON on one line; all rules if there are none.
pub(crate) fn json(topics: &[Explained], lang: Lang) -> String {
    let version = VERSION;
    let answer = if topics.is_empty() {
        let rules = RULES.iter().map(|rule| RuleText::new(rule, lang)).collect();
        Answer::Rules { version, rules }
    } else {
        let topics = topics
            .iter()
            .map(|topic| JsonTopic::new(topic, lang))
            .collect();
        Answer::Topics { version, topics }
    };
    report_json(&answer) + "\n"
}
