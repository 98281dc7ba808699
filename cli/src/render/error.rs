//! Why a command gave up: for people on stderr, for programs as a document on stdout.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde::Serialize;
use taskdef_core::report::{Severity, Style};
use taskdef_core::{Lang, escape, escape_lines, report_json};

#[cfg(feature = "aws")]
use super::blockers;
use super::snippet::source_line;
use crate::args::{asks_for_json, asks_for_json_lines};
use crate::error::Error;
use crate::files::{self, FileError};
use crate::paint::{Paint, Stream};
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

/// The version of the JSON form; it grows when a member changes its meaning or goes.
const VERSION: u32 = 1;

/// What `--format json` prints in place of the document that the command would.
#[derive(Serialize)]
struct Document {
    version: u32,
    /// The exit status.
    status: u8,
    /// The first error with this status.
    error: ReportedError,
    /// All others, where several inputs are at fault.
    others: Vec<ReportedError>,
}

/// What `--progress json` writes of an error.
#[derive(Serialize)]
struct Line {
    r#type: &'static str,
    #[serde(flatten)]
    error: ReportedError,
}

/// Tells why a command gave up, and gives its exit status.
pub(crate) fn tell(error: &Error, lang: Lang) -> ExitCode {
    let is_of_stdout = matches!(error, Error::File(FileError::Stdout { .. }));
    let is_told = !is_of_stdout
        && asks_for_json(std::env::args_os())
        && print_json(error.reports(lang)).is_ok();
    if !is_told && asks_for_json_lines(std::env::args_os()) {
        print_lines(error.reports(lang));
    } else if !is_told {
        print(error, lang);
    }
    error.status().into()
}

/// Writes what went wrong as a document, if anything is to be told.
fn print_json(mut reports: Vec<ReportedError>) -> Result<(), FileError> {
    let Some(status) = reports.iter().map(|report| report.status).max() else {
        return Ok(());
    };
    let worst = reports.iter().position(|report| report.status == status);
    let document = Document {
        version: VERSION,
        status,
        error: reports.remove(worst.unwrap_or_default()),
        others: reports,
    };
    files::to_stdout(&(report_json(&document) + "\n"))
}

/// Writes what went wrong as a line of the progress, each error as one.
fn print_lines(reports: Vec<ReportedError>) {
    for error in reports {
        let line = report_json(&Line {
            r#type: "error",
            error,
        });
        let _ = io::stderr().write_all((line + "\n").as_bytes());
    }
}

/// Writes what went wrong, with the line of the input that it is about.
fn print(error: &Error, lang: Lang) {
    let paint = Paint::for_stream(Stream::Stderr).function();
    #[cfg(feature = "aws")]
    if let Error::Several(errors) = error {
        for error in errors {
            print(error, lang);
        }
        return;
    }
    for report in error.reports(lang) {
        let message = report.text();
        let text = match error {
            #[cfg(feature = "aws")]
            Error::Blocked { report, .. } => blockers::render(&message, report, lang, paint),
            _ => {
                let source = match error {
                    Error::Unreadable { file, error } => source_line(file, error),
                    _ => String::new(),
                };
                let message = escape_lines(&message);
                let label = paint(Style::Error, Severity::Error.word(lang));
                format!("{label}: {message}\n{source}")
            }
        };
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

/// Reports a command line that clap refuses. A stray word may be part of a value that was not
/// quoted, so it is not repeated; what is repeated is safe to show.
pub(crate) fn usage(mut error: clap::Error, lang: Lang) -> ExitCode {
    if !error.use_stderr() {
        // Help and the version are no errors.
        let printed = error.print().and_then(|()| io::stdout().flush());
        let printed = printed.map_err(|error| Error::from(files::stdout_error(error)));
        return match printed {
            Ok(()) => Status::Done.into(),
            Err(error) => tell(&error, lang),
        };
    }
    let own = own_words(&error, lang);
    escape_context(&mut error);
    let message = own.clone().unwrap_or_else(|| without_usage(&error));
    let report = ReportedError::new(Status::Usage, message);
    if asks_for_json(std::env::args_os()) && print_json(vec![report.clone()]).is_ok() {
        return Status::Usage.into();
    }
    if asks_for_json_lines(std::env::args_os()) {
        print_lines(vec![report]);
        return Status::Usage.into();
    }
    if let Some(message) = own {
        let _ = io::stderr()
            .write_all(format!("{}: {message}\n", Severity::Error.word(lang)).as_bytes());
    } else {
        let _ = error.print();
    }
    Status::Usage.into()
}

/// What clap says is wrong, without the `error: ` before it and the usage behind.
fn without_usage(error: &clap::Error) -> String {
    let words = error.render().to_string();
    let mut parts = words.split("\n\n");
    let message = parts.next().unwrap_or_default();
    message
        .strip_prefix("error: ")
        .unwrap_or(message)
        .to_owned()
}

/// What is said in place of clap's words, where these would repeat what they should not.
fn own_words(error: &clap::Error, lang: Lang) -> Option<String> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    match error.kind() {
        ErrorKind::UnknownArgument if !word.starts_with('-') && takes_a_command() => Some(text!(
            lang,
            "unexpected argument; quote values that contain spaces, and put the command of a task \
             behind `--`",
            "余分な引数があります。空白を含む値は引用符で囲み、タスクのコマンドは `--` のあとに書いてください"
        )),
        ErrorKind::UnknownArgument if !word.starts_with('-') => Some(text!(
            lang,
            "unexpected argument; quote values that contain spaces",
            "余分な引数があります。空白を含む値は引用符で囲んでください"
        )),
        ErrorKind::TooManyValues => Some(text!(
            lang,
            "{word} takes no value",
            "{word} に値は付けられません"
        )),
        _ => None,
    }
}

/// Whether a command of a task may stand on the command line.
fn takes_a_command() -> bool {
    std::env::args_os().any(|word| word == "run" || word == "--run-first")
}

/// Escapes what an error repeats of the command line.
fn escape_context(error: &mut clap::Error) {
    let shown = |text: &str| escape(text).into_owned();
    let escaped: Vec<_> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(text) => Some((kind, ContextValue::String(shown(text)))),
            ContextValue::Strings(texts) => {
                let texts = texts.iter().map(|text| shown(text)).collect();
                Some((kind, ContextValue::Strings(texts)))
            }
            _ => None,
        })
        .collect();
    for (kind, value) in escaped {
        error.insert(kind, value);
    }
}
