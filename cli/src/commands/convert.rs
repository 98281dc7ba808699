//! `taskdef convert`: the result to stdout or a file, the report to stderr.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use taskdef_core::report::{self, Report};
use taskdef_core::{Conversion, ErrorReport, Lang, Options, Unreadable, escape, report_json};

use crate::args::{ConvertArgs, ReportForm};
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::paint::{Paint, Stream};
use crate::status::Status;

pub(crate) fn run(args: &ConvertArgs, lang: Lang) -> Result<Status, Error> {
    let source = Source::from_arg(args.file.as_deref())?;
    let selection = Selection::discover(&source)?.with(&[], &args.ignore)?;
    convert_input(&Input::read_with(&source, selection)?, args, lang)
}

/// Converts an input, and writes the result and the report.
pub(super) fn convert_input(
    input: &Input,
    args: &ConvertArgs,
    lang: Lang,
) -> Result<Status, Error> {
    let options = Options {
        edits: args.edits.edits()?,
        repair: !args.no_repair,
        lang,
        // A pull request is read by more people than a terminal.
        show_values: args.show_values && args.report != ReportForm::Markdown,
        changes: args.report != ReportForm::None,
    };
    let conversion = input.convert(&options).map_err(|error| match error {
        Error::Unreadable { error, .. } if args.report == ReportForm::Json => refuse(&error, lang),
        other => other,
    })?;
    let status = status(&conversion, args.strict);
    let output = files::output(args.output.as_deref());
    let untouched = output.filter(|_| status != Status::Done);
    match output {
        Some(path) if status == Status::Done => files::write(path, &conversion.result)?,
        Some(_) => {}
        None if args.strict && status != Status::Done => {}
        None => files::to_stdout(&conversion.result)?,
    }
    print(&conversion.report, args.report, status, lang);
    if let (Some(path), ReportForm::Text | ReportForm::None) = (untouched, args.report) {
        say_untouched(path, lang);
    }
    Ok(status)
}

/// Whether no error is left and, under `--strict`, nothing at all.
fn status(conversion: &Conversion, strict: bool) -> Status {
    let report = &conversion.report;
    if report.errors() > 0 || (strict && report.total() > 0) {
        Status::Findings
    } else {
        Status::Done
    }
}

/// Writes the report to stderr. `--report none` still says why the status is not 0.
fn print(report: &Report, form: ReportForm, status: Status, lang: Lang) {
    let text = match form {
        ReportForm::Json => report.to_json() + "\n",
        ReportForm::None if status == Status::Done => return,
        ReportForm::None => {
            let findings = report.findings.iter();
            let lines = findings.map(|f| format!("{}: {}\n", f.severity.id(), escape(&f.message)));
            let more = report.more.iter().map(|more| more.text(lang) + "\n");
            lines.chain(more).collect::<Vec<_>>().concat()
        }
        ReportForm::Markdown => report::markdown(report, lang, &|_| false),
        ReportForm::Text => {
            let paint = Paint::for_stream(Stream::Stderr).function();
            report::render(report, lang, paint)
        }
    };
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says on stderr that the file of `-o` is as it was.
fn say_untouched(path: &Path, lang: Lang) {
    let path = path.to_string_lossy();
    let path = escape(&path);
    let text = match lang {
        Lang::En => format!("{path} is not written\n"),
        Lang::Ja => format!("{path} には書き込んでいません\n"),
    };
    let _ = io::stderr().write_all(text.as_bytes());
}

/// An unreadable input in the JSON form.
#[derive(Serialize)]
struct Refused {
    version: u32,
    error: ErrorReport,
}

/// Writes the JSON form of an unreadable input to stderr.
fn refuse(error: &Unreadable, lang: Lang) -> Error {
    let refused = Refused {
        version: report::VERSION,
        error: error.explained(lang),
    };
    let json = report_json(&refused) + "\n";
    let _ = io::stderr().write_all(json.as_bytes());
    Error::Reported(Status::NotATaskDefinition)
}
