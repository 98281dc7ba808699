//! `taskdef convert`: the result to stdout or a file, the report to stderr.

use std::io::{self, Write};

use serde::Serialize;
use taskdef_core::{Conversion, Explained, Failure, Options, Pasted, Unreadable, convert, report};

use crate::args::{ConvertArgs, ReportForm};
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::paint::{Paint, Stream};
use crate::status::Status;

pub(crate) fn run(args: &ConvertArgs) -> Result<Status, Error> {
    let source = Source::of(args.file.as_deref())?;
    let selection = Selection::of(&source)?;
    convert_bytes(&source.read()?, &source.name(), &selection, args)
}

/// Converts what was read from a place of this name.
pub(super) fn convert_bytes(
    bytes: &[u8],
    name: &str,
    selection: &Selection,
    args: &ConvertArgs,
) -> Result<Status, Error> {
    let options = Options {
        edits: args.edits.edits()?,
        repair: !args.no_repair,
        lang: args.language.lang(),
        show_values: args.show_values,
    };
    let unreadable = |error| unreadable(error, name, args);
    let pasted = Pasted::bytes(bytes).map_err(unreadable)?;
    let mut conversion = convert(&pasted, &options).map_err(|failure| match failure {
        Failure::Unreadable(error) => unreadable(error),
        Failure::Edit(error) => Error::Edit {
            error,
            lang: options.lang,
        },
    })?;
    selection.apply(&mut conversion.report);
    let status = status(&conversion, args.strict);
    match &args.output {
        Some(path) if status == Status::Done => files::write(path, &conversion.result)?,
        Some(_) => {}
        None if args.strict && status != Status::Done => {}
        None => files::to_stdout(&conversion.result)?,
    }
    tell(&conversion, args, status);
    Ok(status)
}

/// Whether the result has the form that RegisterTaskDefinition takes, and, under `--strict`,
/// nothing was found.
fn status(conversion: &Conversion, strict: bool) -> Status {
    let report = &conversion.report;
    if !report.is_well_formed() || (strict && !report.findings.is_empty()) {
        Status::Findings
    } else {
        Status::Done
    }
}

/// Writes the report to stderr. `--report none` still tells why the status is not 0.
fn tell(conversion: &Conversion, args: &ConvertArgs, status: Status) {
    let report = &conversion.report;
    let text = match args.report {
        ReportForm::Json => report.to_json() + "\n",
        ReportForm::None if status == Status::Done => return,
        ReportForm::None => {
            let findings = report.findings.iter();
            let lines = findings.map(|f| format!("{}: {}\n", f.severity.id(), f.message));
            lines.collect::<Vec<_>>().concat()
        }
        ReportForm::Text => {
            let paint = Paint::of(Stream::Stderr).function();
            report::render(report, args.language.lang(), paint)
        }
    };
    let _ = io::stderr().write_all(text.as_bytes());
}

/// An unreadable input in the machine's form.
#[derive(Serialize)]
struct Refused {
    version: u32,
    error: Explained,
}

fn unreadable(error: Unreadable, name: &str, args: &ConvertArgs) -> Error {
    let lang = args.language.lang();
    if args.report == ReportForm::Json {
        let refused = Refused {
            version: report::VERSION,
            error: error.explained(lang),
        };
        let json = serde_json::to_string(&refused).unwrap_or_default() + "\n";
        let _ = io::stderr().write_all(json.as_bytes());
        return Error::Told(Status::NotATaskDefinition);
    }
    Error::Unreadable {
        file: name.to_owned(),
        error,
        lang,
    }
}
