//! `taskdef explain`: the rules, the fields of a task definition, and AWS's errors.

#[cfg(feature = "aws")]
use jiff::{Timestamp, tz::TimeZone};
use taskdef_core::Lang;
use taskdef_core::explain::{KnownError, Schedule, Topic, explain as look_up};
use taskdef_core::places_of_error;
use taskdef_core::report::Located;

use crate::args::{ExplainArgs, Format};
#[cfg(feature = "aws")]
use crate::aws::schedule_expression::NextRun;
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::paint::{Paint, Stream};
use crate::render::explain::{self, About, Explained};
use crate::status::Status;

/// Stands for an error that is read from stdin.
const STDIN: &str = "-";

pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> Result<Status, Error> {
    let source = args
        .file
        .as_deref()
        .map(|file| Source::from_arg(Some(file)));
    let source = source.transpose()?;
    // Everything counts here, whatever a configuration file accepts.
    let read = |source: &Source| Input::read_with(source, Selection::default());
    let file = source.as_ref().map(read).transpose()?;
    let mut topics: Vec<Explained> = Vec::new();
    for topic in &args.topics {
        topics.push(explained(topic, file.as_ref(), lang)?);
    }
    let text = match args.format {
        Format::Json => explain::json(&topics, lang),
        Format::Text => explain::text(&topics, lang, Paint::for_stream(Stream::Stdout).function()),
    };
    files::to_stdout(&text)?;
    Ok(Status::Done)
}

/// A topic with what is known of it, and with the places in a file that it speaks of.
fn explained(topic: &str, file: Option<&Input>, lang: Lang) -> Result<Explained, Error> {
    let text = if topic == STDIN {
        let bytes = Source::Stdin.read()?;
        String::from_utf8_lossy(&bytes).trim().to_owned()
    } else {
        topic.to_owned()
    };
    let is_text = topic == STDIN || crate::error::is_sentence(topic);
    let found = look_up(&text).map_err(|suggestions| Error::NothingToExplain {
        topic: (!is_text).then(|| text.clone()),
        suggestions,
    })?;
    let places = |error: KnownError| match file {
        Some(file) => places(error, &text, file).map(Some),
        None => Ok(None),
    };
    let about = match found {
        Topic::Rule(rule) => About::Rule(rule, places(KnownError::Rule(rule))?),
        Topic::Rules(rules) => {
            let rules = rules.into_iter();
            let rules = rules.map(|rule| Ok((rule, places(KnownError::Rule(rule))?)));
            About::Rules(rules.collect::<Result<_, Error>>()?)
        }
        Topic::Errors(errors) => {
            let errors = errors.into_iter().map(|error| Ok((error, places(error)?)));
            About::Errors(errors.collect::<Result<_, Error>>()?)
        }
        Topic::Fields(fields) => About::Fields(fields),
        Topic::Schedule(schedule) => {
            let next = next_run(&schedule, lang);
            About::Schedule(schedule, next)
        }
        Topic::Control(control) => About::Control(control),
    };
    Ok(Explained {
        topic: (!is_text).then_some(text),
        file: file.map(|file| file.name.clone()),
        about,
    })
}

/// When a schedule runs next, counted in UTC if it has no zone; `None` if never, or if this program can't
/// count time.
#[cfg(feature = "aws")]
fn next_run(schedule: &Schedule, lang: Lang) -> Option<String> {
    let zone = schedule.time_zone.as_deref();
    let next = NextRun::of(&schedule.expression, zone, Timestamp::now())?;
    Some(next.told(&TimeZone::system(), lang))
}

#[cfg(not(feature = "aws"))]
fn next_run(_: &Schedule, _: Lang) -> Option<String> {
    None
}

fn places(error: KnownError, text: &str, file: &Input) -> Result<Vec<Located>, Error> {
    let pasted = file.pasted()?;
    places_of_error(error, text, &pasted).map_err(|failure| file.error(failure))
}
