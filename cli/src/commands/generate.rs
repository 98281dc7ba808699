//! `taskdef generate`: a file to stdout or a file, what to know beside it to stderr; or all files
//! that a job needs into a folder.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use taskdef_core::generate::{Request, all, generate};
use taskdef_core::{Conversion, Lang, Options, escape, quote};

use crate::args::generate::{Folder, GenerateArgs, Target};
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, FileError, Source};
use crate::input::Input;
use crate::status::Status;
use crate::text::text;

pub(crate) fn run(args: &GenerateArgs, lang: Lang) -> Result<Status, Error> {
    let mut request = args.file.request.request(lang, option_text)?;
    let conversion = converted(args.file.input.as_deref(), lang)?;
    match &args.file.target {
        Target::File(output) => {
            let output = files::output(output.as_deref());
            request.written_to = output.map(|path| path.to_string_lossy().into_owned());
            one(&conversion, &request, output)
        }
        Target::Folder(folder) => {
            let status = every(&conversion, &request, folder)?;
            tell_errors(&conversion, args.file.input.as_deref(), lang);
            Ok(status)
        }
    }
}

fn one(conversion: &Conversion, request: &Request, output: Option<&Path>) -> Result<Status, Error> {
    let generated = generate(conversion, request).map_err(Error::Refused)?;
    match output {
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

/// Writes all files, or none if one of them would take the place of another text. Prints their names.
fn every(conversion: &Conversion, request: &Request, folder: &Folder) -> Result<Status, Error> {
    let generated = all(conversion, request).map_err(Error::Refused)?;
    let path = |name: &str| folder.directory.join(name);
    let taken = generated.iter().filter(|file| {
        let there = fs::read(path(&file.name));
        !folder.force && there.is_ok_and(|bytes| bytes != file.text.as_bytes())
    });
    let taken: Vec<PathBuf> = taken.map(|file| path(&file.name)).collect();
    if !taken.is_empty() {
        return Err(FileError::Taken { paths: taken }.into());
    }
    files::make_folder(&folder.directory)?;
    let mut names = String::new();
    for file in &generated {
        let path = path(&file.name);
        files::write(&path, &file.text)?;
        names.push_str(&escape(&path.to_string_lossy()));
        names.push('\n');
    }
    files::to_stdout(&names)?;
    Ok(Status::Done)
}

/// The task definition that a file is made from.
pub(super) fn converted(input: Option<&Path>, lang: Lang) -> Result<Conversion, Error> {
    let source = Source::from_arg(input)?;
    let input = Input::read_with(&source, Selection::default())?;
    input.convert(&Options {
        lang,
        ..Options::default()
    })
}

/// Says on stderr that a task definition has errors: what is made of it is of no use before they are mended.
pub(super) fn tell_errors(conversion: &Conversion, input: Option<&Path>, lang: Lang) {
    let errors = conversion.report.errors();
    if errors == 0 {
        return;
    }
    let named = files::output(input).map(|path| path.to_string_lossy());
    let file = quote(named.as_deref().unwrap_or("FILE"));
    let noun = if errors == 1 { "error" } else { "errors" };
    let line = text!(
        lang,
        "not ready: {errors} {noun}; see taskdef check {file}",
        "まだ登録できる状態ではありません（エラー {errors} 件）。taskdef check {file} で確認できます"
    );
    let _ = writeln!(io::stderr(), "{}", escape(&line));
}

/// The text of a file that an option names.
pub(super) fn option_text(path: &Path) -> Result<String, Error> {
    let source = Source::File(path.to_owned());
    let bytes = source.read()?;
    String::from_utf8(bytes).map_err(|_| {
        let error = io::Error::from(io::ErrorKind::InvalidData);
        FileError::read(source.name().as_ref(), error).into()
    })
}
