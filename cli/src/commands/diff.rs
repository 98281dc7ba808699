//! `taskdef diff`: what two task definitions differ in, one line each.

use std::io::{self, Write};
use std::path::Path;

use taskdef_core::diff::{Comparison, Which, diff};
use taskdef_core::{Failure, Lang, Pasted, Unreadable};

use crate::args::{DiffArgs, Format};
use crate::error::Error;
use crate::files::{self, Source};
use crate::paint::{Paint, Stream};
use crate::render::difference;
use crate::status::Status;

pub(crate) fn run(args: &DiffArgs) -> Result<Status, Error> {
    let stdin = Path::new("-");
    if args.old == stdin && args.new == stdin {
        return Err(Error::Form {
            option: "NEW",
            form: "a file, since OLD is stdin already",
        });
    }
    let (old, new) = (Source::of(Some(&args.old))?, Source::of(Some(&args.new))?);
    let (old_bytes, new_bytes) = (old.read()?, new.read()?);
    let comparison = compare(&old_bytes, &new_bytes, args.show_values).map_err(|failed| {
        let (which, failure) = failed;
        let source = match which {
            Which::Old => &old,
            Which::New => &new,
        };
        error(failure, source, args.language.lang())
    })?;
    tell(&comparison, args)?;
    let none = comparison.differences.is_empty();
    Ok(if args.exit_code && !none {
        Status::Difference
    } else {
        Status::Done
    })
}

fn compare(old: &[u8], new: &[u8], show_values: bool) -> Result<Comparison, (Which, Failure)> {
    let unreadable = |which| move |error: Unreadable| (which, Failure::from(error));
    let old = Pasted::bytes(old).map_err(unreadable(Which::Old))?;
    let new = Pasted::bytes(new).map_err(unreadable(Which::New))?;
    diff(&old, &new, show_values)
}

fn error(failure: Failure, source: &Source, lang: Lang) -> Error {
    match failure {
        Failure::Unreadable(error) => Error::Unreadable {
            file: source.name(),
            error,
            lang,
        },
        Failure::Edit(error) => Error::Edit { error, lang },
    }
}

fn tell(comparison: &Comparison, args: &DiffArgs) -> Result<(), Error> {
    let lang = args.language.lang();
    let differences = &comparison.differences;
    if args.format == Format::Json {
        files::to_stdout(&(comparison.to_json() + "\n"))?;
        return Ok(());
    }
    if differences.is_empty() {
        let none = match lang {
            Lang::En => "no difference\n",
            Lang::Ja => "違いはありません\n",
        };
        let _ = io::stderr().write_all(none.as_bytes());
        return Ok(());
    }
    let paint = Paint::of(Stream::Stdout).function();
    files::to_stdout(&difference::render(differences, lang, paint))?;
    Ok(())
}
