//! `taskdef generate`: the file to stdout or a file, what to know beside it to stderr.

use std::io::{self, Write};

use taskdef_core::generate::generate;
use taskdef_core::{Lang, Options};

use crate::args::generate::GenerateArgs;
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::status::Status;

pub(crate) fn run(args: &GenerateArgs, lang: Lang) -> Result<Status, Error> {
    let common = args.file.common();
    let request = args.file.request(lang);
    let source = Source::from_arg(common.input.as_deref())?;
    let input = Input::read_with(&source, Selection::default())?;
    let conversion = input.convert(&Options {
        lang,
        ..Options::default()
    })?;
    let generated = generate(&conversion, &request).map_err(Error::Refused)?;
    match files::output(common.output.as_deref()) {
        Some(path) => files::write(path, &generated.text)?,
        None => files::to_stdout(&generated.text)?,
    }
    let mut notes = generated.notes.join("\n");
    if !notes.is_empty() {
        notes.push('\n');
    }
    let _ = io::stderr().write_all(notes.as_bytes());
    Ok(Status::Done)
}
