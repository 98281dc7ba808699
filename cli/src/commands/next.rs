//! `taskdef next`: the way from a task definition to a changed job that runs.

use taskdef_core::generate::next;
use taskdef_core::{Lang, report_json};

use super::generate::{converted, option_text, tell_errors};
use crate::args::Format;
use crate::args::generate::NextArgs;
use crate::error::Error;
use crate::files;
use crate::status::Status;

pub(crate) fn run(args: &NextArgs, lang: Lang) -> Result<Status, Error> {
    let request = args.request.request(lang, option_text)?;
    let conversion = converted(args.own.input.as_deref(), lang)?;
    let way = next(&conversion, &request).map_err(Error::Refused)?;
    files::to_stdout(&match args.own.format {
        Format::Text => way.text(),
        Format::Json => report_json(&way) + "\n",
    })?;
    tell_errors(&conversion, args.own.input.as_deref(), lang);
    Ok(Status::Done)
}
