//! Why a command gave up, as a message and as an exit status.

use std::path::PathBuf;

#[cfg(feature = "generate")]
use taskdef_core::generate::GenerateError;
use taskdef_core::{EditError, Lang, Unreadable, catalog, escape};

#[cfg(feature = "aws")]
use crate::aws;
use crate::files::FileError;
use crate::status::Status;

/// Why a command gave up.
#[derive(Debug)]
pub(crate) enum Error {
    /// An input or output failed.
    File(FileError),
    /// The reason is already printed.
    Reported(Status),
    /// An option's value has the wrong form; the value itself is never shown.
    Form {
        option: &'static str,
        form: &'static str,
    },
    /// An environment variable can't be had: at an option, or at a line of a file.
    Variable {
        place: String,
        problem: &'static str,
    },
    /// An edit matches nothing.
    Edit(EditError),
    /// An input is no task definition.
    Unreadable { file: String, error: Unreadable },
    /// A file can't be generated.
    #[cfg(feature = "generate")]
    Refused(GenerateError),
    /// `explain` knows no such rule or field.
    NothingToExplain { topic: String, near: Vec<String> },
    /// No rule has this id.
    NoSuchRule { id: String },
    /// A configuration file says something that is not understood.
    Config { path: PathBuf, message: String },
    /// `--fix` on stdin.
    FixStdin,
    /// AWS refused, did not answer, or was not called.
    #[cfg(feature = "aws")]
    Aws(aws::Error),
    /// `man` knows no such command.
    NoSuchCommand { name: String },
}

impl Error {
    /// What went wrong, in one sentence or two; `None` if stdout is closed, or the reason is
    /// printed already.
    pub(crate) fn message(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Error::File(FileError::PipeClosed) | Error::Reported(_) => return None,
            Error::File(error) => error.to_string(),
            Error::Form { option, form } => format!("the value of {option} should be {form}"),
            Error::Variable { place, problem } => format!("{}: {problem}", escape(place)),
            Error::Edit(error) => error.message(lang),
            Error::Unreadable { error, .. } => error.message(lang),
            #[cfg(feature = "generate")]
            Error::Refused(refusal) => refusal.message(lang),
            Error::NothingToExplain { topic, .. } if is_sentence(topic) => {
                "no rule is known for this error of AWS".to_owned()
            }
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
            Error::FixStdin => "--fix needs a FILE; stdin cannot be changed in place".to_owned(),
            #[cfg(feature = "aws")]
            Error::Aws(error) => error.to_string(),
            Error::NoSuchCommand { name } => format!("there is no command `{}`", escape(name)),
        })
    }

    /// The exit status for it.
    pub(crate) fn status(&self) -> Status {
        match self {
            Error::Reported(status) => *status,
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

/// The message for an unknown rule id, with the most similar one.
pub(crate) fn no_such_rule(id: &str) -> String {
    let id = escape(id);
    match catalog::suggestions(&id).first() {
        Some(near) => format!("no rule is named `{id}`; did you mean `{near}`?"),
        None => format!("no rule is named `{id}`; `taskdef explain` lists them"),
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

/// Whether a topic is the text of an error and no name. AWS's errors repeat values.
pub(crate) fn is_sentence(topic: &str) -> bool {
    topic.contains(char::is_whitespace)
}
