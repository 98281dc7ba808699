//! The exit statuses of `taskdef`.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The timeout expired while the deployment still runs.
    #[cfg(feature = "aws")]
    TimedOut = 7,
    /// The deployment failed or was rolled back.
    #[cfg(feature = "aws")]
    DeploymentFailed = 8,
    /// A deployment waits at a pause hook for somebody.
    #[cfg(feature = "aws")]
    WaitsForPerson = 9,
    /// `diff --exit-code` found a difference.
    Difference = 10,
    /// Ctrl-C; what shells give for it.
    #[cfg(feature = "aws")]
    Interrupted = 130,
}

#[cfg(feature = "aws")]
impl Status {
    /// The status of this number.
    pub(crate) fn from_code(number: u8) -> Self {
        let all = [
            Status::Done,
            Status::Findings,
            Status::Refused,
            Status::Unreachable,
            Status::TimedOut,
            Status::DeploymentFailed,
            Status::WaitsForPerson,
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
