//! `taskdef diff`: what two task definitions differ in, one line each.

use std::io::{self, Write};
use std::path::Path;

use taskdef_core::diff::{Comparison, Which, diff};
use taskdef_core::{Lang, Localized};

use crate::args::{DiffArgs, Format};
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::paint::{Paint, Stream};
use crate::render::difference;
use crate::status::Status;

pub(crate) fn run(args: &DiffArgs, lang: Lang) -> Result<Status, Error> {
    let stdin = Path::new("-");
    if args.old == stdin && args.new == stdin {
        return Err(Error::Form {
            option: "NEW".to_owned(),
            form: Localized {
                en: "a file, since OLD is stdin already",
                ja: "ファイル（OLD がすでに stdin なので）",
            },
        });
    }
    let read = |file: &Path| Input::read_with(&Source::from_arg(Some(file))?, Selection::default());
    let (old, new) = (read(&args.old)?, read(&args.new)?);
    let compared = diff(&old.pasted()?, &new.pasted()?, args.show_values);
    let comparison = compared.map_err(|(which, failure)| match which {
        Which::Old => old.error(failure),
        Which::New => new.error(failure),
    })?;
    print(&comparison, args.format, lang)?;
    let none = comparison.differences.is_empty();
    Ok(if args.exit_code && !none {
        Status::Difference
    } else {
        Status::Done
    })
}

fn print(comparison: &Comparison, format: Format, lang: Lang) -> Result<(), Error> {
    let differences = &comparison.differences;
    if format == Format::Json {
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
    let paint = Paint::for_stream(Stream::Stdout).function();
    files::to_stdout(&difference::render(differences, lang, paint))?;
    Ok(())
}
