//! `taskdef explain`: the rules, and the fields of a task definition.

use serde::Serialize;
use taskdef_core::Lang;
use taskdef_core::explain::{Field, RuleText, Topic, VERSION, explain};
use taskdef_core::rules::RULES;

use crate::args::{ExplainArgs, Format};
use crate::error::Error;
use crate::files;
use crate::paint::{Paint, Stream};
use crate::render::explain::{field, rule};
use crate::status::Status;

pub(crate) fn run(args: &ExplainArgs) -> Result<Status, Error> {
    let lang = args.language.lang();
    let topics: Vec<(&String, Topic)> = args
        .topics
        .iter()
        .map(|topic| match explain(topic) {
            Ok(found) => Ok((topic, found)),
            Err(near) => Err(Error::NothingToExplain {
                topic: topic.clone(),
                near,
            }),
        })
        .collect::<Result<_, _>>()?;
    let text = match args.format {
        Format::Json => json(&topics, lang),
        Format::Text => text(&topics, lang),
    };
    files::to_stdout(&text)?;
    Ok(Status::Done)
}

fn text(topics: &[(&String, Topic)], lang: Lang) -> String {
    let paint = Paint::for_stream(Stream::Stdout).function();
    if topics.is_empty() {
        return rule::table(lang, paint);
    }
    let texts = topics.iter().map(|(_, topic)| match topic {
        Topic::Rule(rule) => rule::text(rule, lang, paint),
        Topic::Fields(fields) => {
            let texts = fields.iter().map(|field| field::text(field, lang, paint));
            texts.collect::<Vec<_>>().join("\n")
        }
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
    topic: &'a str,
    #[serde(flatten)]
    about: About<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum About<'a> {
    Rule(RuleText),
    Fields(&'a [Field]),
}

fn json(topics: &[(&String, Topic)], lang: Lang) -> String {
    let version = VERSION;
    let answer = if topics.is_empty() {
        let rules = RULES.iter().map(|rule| RuleText::of(rule, lang)).collect();
        Answer::Rules { version, rules }
    } else {
        let topics = topics.iter().map(|(topic, found)| Explained {
            topic,
            about: match found {
                Topic::Rule(rule) => About::Rule(RuleText::of(rule, lang)),
                Topic::Fields(fields) => About::Fields(fields),
            },
        });
        let topics = topics.collect();
        Answer::Topics { version, topics }
    };
    serde_json::to_string(&answer).unwrap_or_default() + "\n"
}
