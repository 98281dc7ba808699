//! What it means that a task stopped.

use super::error_text::{KnownError, known_errors};
use crate::aws_error::{self, AwsError};

/// A container of a task that stopped, as `DescribeTasks` shows it.
#[derive(Debug, Clone, Copy, Default)]
pub struct StoppedContainer<'a> {
    /// `None` if it never ran.
    pub exit_code: Option<i64>,
    /// In AWS’s words.
    pub reason: Option<&'a str>,
}

/// What it means that a task stopped, if that is known: by the reasons of its containers and its own
/// (`stoppedReason`), else by who ended it (`stopCode`), else by its exit codes.
#[must_use]
pub fn known_stop(
    reason: &str,
    stop_code: Option<&str>,
    containers: &[StoppedContainer<'_>],
) -> Option<KnownError> {
    let reasons = containers.iter().filter_map(|container| container.reason);
    let said = reasons.chain([reason]).flat_map(known_errors);
    let mut codes = containers
        .iter()
        .filter_map(|container| container.exit_code);
    let code = codes
        .clone()
        .find(|code| *code != 0)
        .or_else(|| codes.next());
    let by = |means: &dyn Fn(&AwsError) -> bool| aws_error::all().find(|error| means(error));
    let stopped = by(&|error| error.stop_codes.iter().any(|code| Some(*code) == stop_code));
    let ended = by(&|error| error.exit_codes.iter().any(|own| Some(*own) == code));
    let stopped = stopped.map(KnownError::Other);
    let ended = ended.map(KnownError::Other);
    let known: Vec<KnownError> = said.collect();
    let first = |wanted: &dyn Fn(&KnownError) -> bool| known.iter().copied().find(wanted);
    let says_why = |error: &KnownError| !error.is_general();
    first(&says_why)
        .or(stopped.filter(says_why))
        .or(ended.filter(says_why))
        // That a container ended says less than how.
        .or(first(&|error| error.id() != ESSENTIAL_EXITED))
        .or(ended)
        .or(first(&|_| true))
        .or(stopped)
}

/// The error that says no more than that a container ended.
const ESSENTIAL_EXITED: &str = "essential-container-exited";

#[cfg(test)]
mod tests {
    use super::{StoppedContainer, known_stop};

    #[test]
    fn what_says_most_counts() {
        let ended = |code| StoppedContainer {
            exit_code: Some(code),
            reason: None,
        };
        let because = |code, reason| StoppedContainer {
            exit_code: code,
            reason: Some(reason),
        };
        let essential = "Essential container in task exited";
        let memory = "OutOfMemoryError: Container killed due to memory usage";
        let pull = "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed \
                    to resolve ref docker.io/library/app:1: docker.io/library/app:1: not found";
        for (reason, code, containers, id) in [
            (essential, None, vec![ended(137)], "killed"),
            (
                essential,
                None,
                vec![ended(0), ended(139)],
                "crashed-by-segfault",
            ),
            (
                essential,
                None,
                vec![because(Some(137), memory)],
                "out-of-memory",
            ),
            (essential, None, vec![ended(0)], "program-ended"),
            (
                essential,
                None,
                vec![ended(77)],
                "essential-container-exited",
            ),
            (
                "Task failed to start",
                None,
                vec![because(None, pull)],
                "image-not-found",
            ),
            (pull, Some("TaskFailedToStart"), vec![], "image-not-found"),
            (
                "",
                Some("SpotInterruption"),
                vec![ended(0)],
                "spot-interruption",
            ),
            (
                essential,
                Some("EssentialContainerExited"),
                vec![ended(1)],
                "program-failed",
            ),
            (
                "",
                Some("EssentialContainerExited"),
                vec![ended(0)],
                "program-ended",
            ),
            (
                "",
                Some("SpotInterruption"),
                vec![ended(143)],
                "spot-interruption",
            ),
            ("", Some("UserInitiated"), vec![], "stopped-by-user"),
            (
                "Scaling activity initiated by (deployment ecs-svc/1234567890123456789)",
                Some("ServiceSchedulerInitiated"),
                vec![ended(143)],
                "scaling-activity",
            ),
            (
                "CannotCreateContainerError: Error response from daemon: Minimum memory reservation \
                 allowed is 6MB",
                None,
                vec![],
                "memory-too-small",
            ),
        ] {
            let found = known_stop(reason, code, &containers).map(super::KnownError::id);
            assert_eq!(found, Some(id), "{reason}");
        }
        assert_eq!(known_stop("", None, &[]), None);
        assert_eq!(
            known_stop("a batch of its own words", None, &[ended(77)]),
            None
        );
    }
}
