//! What became of a task that was run once.

use serde::Serialize;
use taskdef_core::explain::Meaning;

/// What became of a run before anything moved.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FirstRun {
    pub(crate) state: FirstRunState,
    /// What it is started like.
    pub(crate) like: Option<String>,
    /// `None` if none was started.
    pub(crate) task: Option<Task>,
    /// The same in words.
    #[serde(skip)]
    pub(crate) told: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FirstRunState {
    /// A dry run would run it.
    Planned,
    NotReached,
    /// It exited with 0.
    Succeeded,
    Failed,
    /// It was not waited for any longer.
    Running,
    /// AWS refused to start it.
    NotStarted,
    /// AWS did not answer, so that it may have been started, or run still.
    Error,
}

/// A task that was run.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Task {
    pub(crate) arn: String,
    pub(crate) state: TaskState,
    /// That of its essential containers: the first that is not 0.
    pub(crate) exit_code: Option<i64>,
    pub(crate) reason: String,
    /// What that means and what to do, if it did not succeed and that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) meaning: Option<Meaning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TaskState {
    /// It exited with 0.
    Succeeded,
    Failed,
    /// It was not waited for any longer.
    Running,
    /// AWS did not show its end.
    Unseen,
}
