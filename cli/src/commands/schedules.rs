//! `taskdef schedules`: what starts a family, and which revision of it.

use taskdef_core::Lang;

use crate::args::Format;
use crate::args::aws::SchedulesArgs;
use crate::args::waiting::Watching;

use crate::error::Error;
use crate::files;
use crate::paint::{Paint, Stream};
use crate::render::listing::render;
use crate::status::Status;

pub(crate) fn run(args: &SchedulesArgs, lang: Lang) -> Result<Status, Error> {
    let connection = args.aws.connection(lang, Watching::usual(args.format));
    let listing = connection.block_on(async |aws| Ok(aws.listing(&args.family).await?))?;
    let text = match args.format {
        Format::Json => listing.to_json() + "\n",
        Format::Text => render(&listing, lang, Paint::for_stream(Stream::Stdout).function()),
    };
    files::to_stdout(&text)?;
    Ok(Status::Done)
}
