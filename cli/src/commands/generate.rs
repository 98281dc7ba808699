//! `taskdef generate`: the file to stdout or a file, what to know beside it to stderr.

use std::io::{self, Write};
use std::path::PathBuf;

use taskdef_core::generate::generate;
use taskdef_core::{Lang, Options};

use crate::args::generate::GenerateArgs;
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, FileError, Source};
use crate::input::Input;
use crate::status::Status;

pub(crate) fn run(args: &GenerateArgs, lang: Lang) -> Result<Status, Error> {
    let common = &args.file.common;
    let read = |path: &PathBuf| text(&Source::File(path.clone()));
    let request = args.file.request(lang, read)?;
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

/// The text of a file that an option names.
fn text(source: &Source) -> Result<String, Error> {
    let bytes = source.read()?;
    String::from_utf8(bytes).map_err(|_| {
        let error = io::Error::from(io::ErrorKind::InvalidData);
        FileError::read(source.name().as_ref(), error).into()
    })
}
