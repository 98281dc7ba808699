//! What can go wrong, how it is told, and the exit status that stands for it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use taskdef_core::catalog;
use taskdef_core::escape;
#[cfg(feature = "generate")]
use taskdef_core::generate::GenerateError;
use taskdef_core::{EditError, Lang, Unreadable};

#[cfg(feature = "aws")]
use crate::aws::{Failure, OrderError};
use crate::paint::{Paint, Stream};
use taskdef_core::report::Style;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// All is done.
    Done = 0,
    /// A file can't be read or written.
    File = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The input is no task definition.
    NotATaskDefinition = 3,
    /// The result has error findings, or `--strict` found something.
    Findings = 4,
    /// AWS refused.
    #[cfg(feature = "aws")]
    Refused = 5,
    /// AWS can't be reached, or throttled every attempt.
    #[cfg(feature = "aws")]
    Unreachable = 6,
    /// The time was over while the deployment still runs.
    #[cfg(feature = "aws")]
    TimedOut = 7,
    /// The deployment failed or was rolled back.
    #[cfg(feature = "aws")]
    DeploymentFailed = 8,
    /// `diff --exit-code` found a difference.
    Difference = 10,
    /// Ctrl-C; what shells give for it.
    #[cfg(feature = "aws")]
    Interrupted = 130,
}

#[cfg(feature = "aws")]
impl Status {
    /// The status of this number.
    pub(crate) fn of(number: u8) -> Self {
        let all = [
            Status::Done,
            Status::Findings,
            Status::Refused,
            Status::Unreachable,
            Status::TimedOut,
            Status::DeploymentFailed,
            Status::Interrupted,
        ];
        let mut all = all.into_iter();
        all.find(|status| *status as u8 == number)
            .unwrap_or(Status::File)
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(status as u8)
    }
}

/// Why a command gave up.
#[derive(Debug)]
pub(crate) enum Error {
    /// A file can't be read or written; the verb is `read` or `write`.
    File {
        verb: &'static str,
        path: PathBuf,
        error: io::Error,
    },
    /// Nobody reads stdout any more.
    PipeClosed,
    /// The reason is on stderr already, in the machine's form.
    Told(Status),
    /// No file was named, and stdin is a terminal.
    NothingToRead,
    /// An option's value is not of its form; the value itself is never told.
    Form {
        option: &'static str,
        form: &'static str,
    },
    /// An edit matches nothing.
    Edit { error: EditError, lang: Lang },
    /// An input is no task definition.
    Unreadable {
        file: String,
        error: Unreadable,
        lang: Lang,
    },
    /// A file can't be generated.
    #[cfg(feature = "generate")]
    Refused { refusal: GenerateError, lang: Lang },
    /// `explain` knows no such rule or field.
    NothingToExplain { topic: String, near: Vec<String> },
    /// No rule has this id.
    NoSuchRule { id: String },
    /// A configuration file says something that is not understood.
    Config { path: PathBuf, message: String },
    /// `--fix` is asked for, and the input is no file.
    FixStdin,
    /// AWS refused, or did not answer.
    #[cfg(feature = "aws")]
    Aws(Box<Failure>),
    /// What is asked of AWS can't be done with what is there.
    #[cfg(feature = "aws")]
    Order(OrderError),
    /// `man` knows no such command.
    NoSuchCommand { name: String },
}

impl Error {
    pub(crate) fn read(path: &Path, error: io::Error) -> Self {
        Error::File {
            verb: "read",
            path: path.to_owned(),
            error,
        }
    }

    pub(crate) fn write(path: &Path, error: io::Error) -> Self {
        // The error of a temporary file names that file, which says nothing to a person.
        let error = match error.raw_os_error() {
            Some(_) => error,
            None => io::Error::from(error.kind()),
        };
        Error::File {
            verb: "write",
            path: path.to_owned(),
            error,
        }
    }

    /// What went wrong, on stderr.
    pub(crate) fn print(&self) {
        let Some(message) = self.message() else {
            return;
        };
        let paint = Paint::of(Stream::Stderr).function();
        let mut text = format!("{}: {message}\n", paint(Style::Error, "error"));
        if let Error::Unreadable { file, error, .. } = self {
            text.push_str(&source_line(file, error));
        }
        let _ = io::stderr().write_all(text.as_bytes());
    }

    fn message(&self) -> Option<String> {
        Some(match self {
            Error::PipeClosed | Error::Told(_) => return None,
            Error::File { verb, path, error } => {
                format!("can't {verb} {}: {error}", escape(&path.to_string_lossy()))
            }
            Error::NothingToRead => "no FILE is given and stdin is a terminal; name a file, or \
                                     paste into `taskdef convert -` and end with Ctrl-D"
                .to_owned(),
            Error::Form { option, form } => format!("the value of {option} should be {form}"),
            Error::Edit { error, lang } => error.message(*lang),
            Error::Unreadable { error, lang, .. } => error.message(*lang),
            #[cfg(feature = "generate")]
            Error::Refused { refusal, lang } => refusal.message(*lang),
            Error::NothingToExplain { topic, near } if near.is_empty() => {
                format!("no rule or field is named `{}`", escape(topic))
            }
            Error::NothingToExplain { topic, near } => format!(
                "no rule or field is named `{}`; did you mean `{}`?",
                escape(topic),
                near.join("`, `")
            ),
            Error::NoSuchRule { id } => no_such_rule(id),
            Error::Config { path, message } => {
                format!("{}: {}", escape(&path.to_string_lossy()), escape(message))
            }
            Error::FixStdin => {
                "--fix changes the file itself, and stdin is none; name a FILE".to_owned()
            }
            #[cfg(feature = "aws")]
            Error::Aws(failure) => failure.to_string(),
            #[cfg(feature = "aws")]
            Error::Order(error) => error.to_string(),
            Error::NoSuchCommand { name } => format!("there is no command `{}`", escape(name)),
        })
    }
}

/// Says that no rule has this id, and which one may have been meant.
pub(crate) fn no_such_rule(id: &str) -> String {
    let id = escape(id);
    match catalog::suggestions(&id).first() {
        Some(near) => format!("no rule is named `{id}`; did you mean `{near}`?"),
        None => format!("no rule is named `{id}`; `taskdef explain` lists them"),
    }
}

impl From<&Error> for Status {
    fn from(error: &Error) -> Self {
        match error {
            Error::Told(status) => *status,
            Error::File { .. } | Error::PipeClosed => Status::File,
            Error::NothingToRead
            | Error::Form { .. }
            | Error::Edit { .. }
            | Error::NothingToExplain { .. }
            | Error::NoSuchRule { .. }
            | Error::Config { .. }
            | Error::FixStdin
            | Error::NoSuchCommand { .. } => Status::Usage,
            Error::Unreadable { .. } => Status::NotATaskDefinition,
            #[cfg(feature = "aws")]
            Error::Aws(failure) => failure.status(),
            #[cfg(feature = "aws")]
            Error::Order(error) => error.status(),
            #[cfg(feature = "generate")]
            Error::Refused { refusal, .. } if refusal.is_about_options() => Status::Usage,
            #[cfg(feature = "generate")]
            Error::Refused { .. } => Status::Findings,
        }
    }
}

#[cfg(feature = "aws")]
impl From<Box<Failure>> for Error {
    fn from(failure: Box<Failure>) -> Self {
        Error::Aws(failure)
    }
}

#[cfg(feature = "aws")]
impl From<OrderError> for Error {
    fn from(error: OrderError) -> Self {
        Error::Order(error)
    }
}

/// Where an unreadable text stopped: the place, and its line with the values masked.
pub(crate) fn source_line(file: &str, error: &Unreadable) -> String {
    let file = escape(file);
    let Some(position) = error.position else {
        return format!("  --> {file}\n");
    };
    let number = position.line.to_string();
    let Some(line) = &error.line else {
        return format!("  --> {file}:{number}:{}\n", position.column);
    };
    let margin = " ".repeat(number.len());
    let caret = " ".repeat(line.column as usize - 1);
    format!(
        "{margin}--> {file}:{number}:{}\n{margin} |\n{number} | {}\n{margin} | {caret}^\n",
        position.column, line.text,
    )
}

/// Tells of a command line that clap refuses. A stray word may be part of a value that was not
/// quoted, so it is not repeated.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let stray = matches!(
        error.get(ContextKind::InvalidArg),
        Some(ContextValue::String(word)) if !word.starts_with('-')
    );
    if error.kind() == ErrorKind::UnknownArgument && stray {
        let message = "error: there is one word too many; a value with white space needs quotes\n";
        let _ = io::stderr().write_all(message.as_bytes());
        return Status::Usage.into();
    }
    if let (ErrorKind::TooManyValues, Some(ContextValue::String(option))) =
        (error.kind(), error.get(ContextKind::InvalidArg))
    {
        let message = format!("error: {option} takes no value\n");
        let _ = io::stderr().write_all(message.as_bytes());
        return Status::Usage.into();
    }
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Status::Usage as u8))
}
