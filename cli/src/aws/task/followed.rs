//! What became of tasks that were followed.

use std::time::Duration;

use super::ended::Ended;
use crate::aws::failure::Failure;

/// How long and how often to look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PollOptions {
    pub(crate) timeout: Duration,
    pub(crate) poll: Duration,
    /// Whether stdout is for something else than the tasks' logs.
    pub(crate) log_to_stderr: bool,
}

impl PollOptions {
    /// How long to sleep before the next look, after this time: until the timeout at most.
    pub(super) fn pause(self, elapsed: Duration) -> Duration {
        self.poll.min(self.timeout.saturating_sub(elapsed))
    }
}

/// What became of tasks.
#[derive(Debug)]
pub(crate) struct Followed {
    /// In the order in which they were started.
    pub(crate) tasks: Vec<FollowedTask>,
    pub(crate) end: End,
}

/// What became of a task.
#[derive(Debug)]
pub(crate) struct FollowedTask {
    pub(crate) arn: String,
    /// AWS's last word of it, such as `RUNNING`; `None` if AWS said nothing.
    pub(crate) state: Option<String>,
    /// `None` while it runs.
    pub(crate) ended: Option<Ended>,
}

/// Why following ended.
#[derive(Debug)]
pub(crate) enum End {
    /// Every task stopped.
    Stopped,
    /// Some still run; the timeout expired.
    TimedOut,
    /// Some still run; Ctrl-C.
    Interrupted,
    /// AWS does not answer any more.
    Lost(Box<Failure>),
}

impl Followed {
    /// Those of which the end was not seen.
    pub(crate) fn running(&self) -> impl Iterator<Item = &str> {
        let running = self.tasks.iter().filter(|task| task.ended.is_none());
        running.map(|task| task.arn.as_str())
    }
}
