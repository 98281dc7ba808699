//! `taskdef explain`: the rules, and the fields of a task definition.

use taskdef_core::Lang;
use taskdef_core::explain::{Topic, explain as look_up};

use crate::args::{ExplainArgs, Format};
use crate::error::Error;
use crate::files;
use crate::paint::{Paint, Stream};
use crate::render::explain;
use crate::status::Status;

pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> Result<Status, Error> {
    let topics: Vec<(&String, Topic)> = args
        .topics
        .iter()
        .map(|topic| match look_up(topic) {
            Ok(found) => Ok((topic, found)),
            Err(near) => Err(Error::NothingToExplain {
                topic: topic.clone(),
                near,
            }),
        })
        .collect::<Result<_, _>>()?;
    let text = match args.format {
        Format::Json => explain::json(&topics, lang),
        Format::Text => explain::text(&topics, lang, Paint::for_stream(Stream::Stdout).function()),
    };
    files::to_stdout(&text)?;
    Ok(Status::Done)
}
