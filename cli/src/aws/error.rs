//! Errors of what talks to AWS.

use taskdef_core::Lang;

use super::failure::Failure;
use super::place::Place;
use super::precondition::Precondition;
use super::refusal::Refusal;
use crate::files::FileError;
use crate::reported::ReportedError;
use crate::status::Status;

/// Why a command that talks to AWS gave up.
#[derive(Debug)]
pub(crate) enum Error {
    /// AWS refused, or did not answer.
    Call(Box<Failure>),
    /// The request does not fit what exists.
    Precondition(Precondition),
    /// A file can't be read.
    File(FileError),
    /// Something is not there, and this is where it was looked for.
    NotThere { error: Box<Error>, place: Place },
}

impl Error {
    /// The exit status for it.
    pub(crate) fn status(&self) -> Status {
        match self {
            Error::Call(failure) => failure.status(),
            Error::Precondition(error) => error.status(),
            Error::File(error) => error.status(),
            Error::NotThere { error, .. } => error.status(),
        }
    }

    /// What happened and what to do about it.
    pub(crate) fn report(&self, lang: Lang) -> ReportedError {
        match self {
            Error::Call(failure) => failure.report(lang),
            Error::Precondition(error) => error.report(lang),
            Error::File(error) => error.report(lang),
            Error::NotThere { error, place } => {
                let report = error.report(lang);
                let cures = report.cure.into_iter().chain([place.text(lang)]);
                ReportedError {
                    cure: Some(cures.collect::<Vec<_>>().join("\n")),
                    ..report
                }
            }
        }
    }

    /// Whether it is about something that is not there.
    pub(super) fn is_of_what_is_not_there(&self) -> bool {
        match self {
            Error::Call(failure) => failure.is_missing() || failure.is_of_no_definition(),
            Error::Precondition(error) => error.is_of_what_is_not_there(),
            Error::File(_) | Error::NotThere { .. } => false,
        }
    }
}

impl From<Box<Failure>> for Error {
    fn from(failure: Box<Failure>) -> Self {
        Error::Call(failure)
    }
}

impl From<Precondition> for Error {
    fn from(error: Precondition) -> Self {
        Error::Precondition(error)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Precondition(Precondition::Run(refusal))
    }
}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        Error::File(error)
    }
}
