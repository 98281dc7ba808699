//! Why a command gave up, as a message and as an exit status.

mod words;

use std::path::PathBuf;

#[cfg(feature = "generate")]
use taskdef_core::generate::GenerateError;
#[cfg(feature = "aws")]
use taskdef_core::report::Report;
use taskdef_core::{EditError, Lang, Localized, Unreadable};

#[cfg(feature = "aws")]
use crate::aws;
use crate::files::FileError;
use crate::reported::ReportedError;
use crate::status::Status;
pub(crate) use words::{is_sentence, no_such_rule};

/// Why a command gave up.
#[derive(Debug)]
pub(crate) enum Error {
    /// An input or output failed.
    File(FileError),
    /// The reason is already printed.
    Reported(Status),
    /// An option's value has the wrong form; the value itself is never shown.
    Form { option: String, form: Localized },
    /// An environment variable can't be had: at an option, or at a line of a file.
    Variable { place: String, problem: Localized },
    /// An edit matches nothing.
    Edit(EditError),
    /// An input has findings with which it is not sent.
    #[cfg(feature = "aws")]
    Blocked { file: String, report: Box<Report> },
    /// Each fault of several inputs.
    #[cfg(feature = "aws")]
    Several(Vec<Error>),
    /// An input is no task definition.
    Unreadable { file: String, error: Unreadable },
    /// A file can't be generated.
    #[cfg(feature = "generate")]
    Refused(GenerateError),
    /// `explain` knows no such rule or field; without a topic, no error of AWS is in the text.
    NothingToExplain {
        topic: Option<String>,
        suggestions: Vec<String>,
    },
    /// No rule has this id.
    NoSuchRule { id: String },
    /// A configuration file says something that is not understood.
    Config {
        path: PathBuf,
        message: Localized<String>,
    },
    /// `--fix` on stdin.
    FixStdin,
    /// AWS refused, did not answer, or was not called.
    #[cfg(feature = "aws")]
    Aws(aws::Error),
    /// `man` knows no such command.
    NoSuchCommand { name: String },
}

impl Error {
    /// What went wrong, each fault by itself; nothing if stdout is closed, or the reason is printed
    /// already.
    pub(crate) fn reports(&self, lang: Lang) -> Vec<ReportedError> {
        let one = match self {
            Error::File(FileError::PipeClosed) | Error::Reported(_) => return Vec::new(),
            #[cfg(feature = "aws")]
            Error::Several(errors) => {
                return errors
                    .iter()
                    .flat_map(|error| error.reports(lang))
                    .collect();
            }
            Error::File(error) => error.report(lang),
            #[cfg(feature = "aws")]
            Error::Aws(error) => error.report(lang),
            #[cfg(feature = "aws")]
            Error::Blocked { file, report } => ReportedError {
                findings: report.blockers().cloned().collect(),
                more: report
                    .more
                    .iter()
                    .filter(|it| it.blocks())
                    .cloned()
                    .collect(),
                ..self.new_report(lang).of_file(file)
            },
            Error::Unreadable { file, error } => ReportedError {
                code: Some(error.id().to_owned()),
                position: error.position,
                ..self.new_report(lang).of_file(file)
            },
            Error::Config { path, .. } => self.new_report(lang).of_file(path.to_string_lossy()),
            _ => self.new_report(lang),
        };
        vec![one]
    }

    fn new_report(&self, lang: Lang) -> ReportedError {
        ReportedError::new(self.status(), self.message(lang))
    }

    /// The exit status for it.
    pub(crate) fn status(&self) -> Status {
        match self {
            Error::Reported(status) => *status,
            #[cfg(feature = "aws")]
            Error::Several(errors) => {
                let all = errors.iter().map(Error::status);
                all.max().unwrap_or(Status::Done)
            }
            #[cfg(feature = "aws")]
            Error::Blocked { .. } => Status::Findings,
            Error::File(error) => error.status(),
            Error::Form { .. }
            | Error::Variable { .. }
            | Error::Edit(_)
            | Error::NothingToExplain { .. }
            | Error::NoSuchRule { .. }
            | Error::Config { .. }
            | Error::FixStdin
            | Error::NoSuchCommand { .. } => Status::Usage,
            Error::Unreadable { .. } => Status::NotATaskDefinition,
            #[cfg(feature = "aws")]
            Error::Aws(error) => error.status(),
            #[cfg(feature = "generate")]
            Error::Refused(refusal) if refusal.is_about_options() => Status::Usage,
            #[cfg(feature = "generate")]
            Error::Refused(_) => Status::Findings,
        }
    }
}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        Error::File(error)
    }
}

#[cfg(feature = "aws")]
impl From<aws::Error> for Error {
    fn from(error: aws::Error) -> Self {
        match error {
            aws::Error::File(error) => Error::File(error),
            error => Error::Aws(error),
        }
    }
}
