//! What became of tasks that were run, as JSON.

use serde::Serialize;
use taskdef_core::explain::Meaning;
use taskdef_core::{Lang, report_json};

use crate::aws::task::{End, Ended, Followed, Started};
use crate::reported::ReportedError;
use crate::status::Status;

/// The version of the JSON form; it grows when a member changes its meaning or goes.
const VERSION: u32 = 1;

/// What became of tasks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunOutcome {
    /// [`VERSION`].
    version: u32,
    /// The exit status.
    pub(crate) status: u8,
    /// The cluster as it was given.
    cluster: String,
    /// The ARN of the revision that they run.
    revision: String,
    /// What they were started like.
    like: Option<String>,
    /// What could not be looked at.
    unseen: Vec<String>,
    /// In the order in which they were started.
    pub(crate) tasks: Vec<RanTask>,
    /// Why not all were started, or not followed to their end.
    pub(crate) error: Option<ReportedError>,
}

/// What became of a task.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RanTask {
    pub(crate) arn: String,
    /// AWS's last word of it, such as `STOPPED`; `None` if AWS said nothing.
    state: Option<String>,
    /// That of its essential containers: the first that is not 0.
    exit_code: Option<i64>,
    /// Why it stopped.
    reason: Option<String>,
    containers: Vec<RanContainer>,
    /// What its end means and what to do, if it did not succeed and that is known.
    meaning: Option<Meaning>,
}

/// How a container of a task ended.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RanContainer {
    name: String,
    exit_code: Option<i64>,
    reason: Option<String>,
}

impl RanTask {
    fn new(arn: String, state: Option<String>, ended: Option<Ended>) -> Self {
        let (exit_code, reason, meaning, containers) = match ended {
            Some(ended) => {
                let reason = Some(ended.reason);
                (ended.exit_code, reason, ended.meaning, ended.containers)
            }
            None => (None, None, None, Vec::new()),
        };
        let containers = containers.into_iter().map(|container| RanContainer {
            name: container.name,
            exit_code: container.exit_code,
            reason: container.reason,
        });
        RanTask {
            arn,
            state,
            exit_code,
            reason,
            containers: containers.collect(),
            meaning,
        }
    }
}

impl RunOutcome {
    /// That of tasks that were started.
    pub(crate) fn new(
        cluster: &str,
        revision: &str,
        like: Option<String>,
        unseen: Option<String>,
        started: &Started,
        lang: Lang,
    ) -> Self {
        let arns = started.arns.iter().cloned();
        let error = started.failure.as_ref().map(|failure| failure.report(lang));
        RunOutcome {
            version: VERSION,
            status: error.as_ref().map_or(0, |error| error.status),
            cluster: cluster.to_owned(),
            revision: revision.to_owned(),
            like,
            unseen: unseen.into_iter().collect(),
            tasks: arns.map(|arn| RanTask::new(arn, None, None)).collect(),
            error,
        }
    }

    /// The same once following them ended. It has the exit code of the first task that did not exit with
    /// 0; where not all were seen to end, that goes before.
    pub(crate) fn ended(mut self, followed: Followed, lang: Lang) -> Self {
        match followed.end {
            End::Stopped => {
                let ended = followed.tasks.iter().filter_map(|task| task.ended.as_ref());
                let mut failed = ended.map(exit_status).filter(|status| *status != 0);
                self.status = failed.next().unwrap_or(self.status);
            }
            End::TimedOut => self.status = Status::TimedOut as u8,
            End::Interrupted => self.status = Status::Interrupted as u8,
            End::Lost(failure) => {
                let mut error = failure.report(lang);
                // Why not all were started is not forgotten.
                if let Some(first) = &self.error {
                    error.message = format!("{}\n{}", first.text(), error.message);
                }
                self.status = error.status;
                self.error = Some(error);
            }
        }
        let tasks = followed.tasks.into_iter();
        let tasks = tasks.map(|task| RanTask::new(task.arn, task.state, task.ended));
        self.tasks = tasks.collect();
        self
    }

    /// The outcome as JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }
}

/// The exit status for a task: its exit code, where that is one.
fn exit_status(ended: &Ended) -> u8 {
    let failed = Status::DeploymentFailed as u8;
    let code = ended.exit_code;
    code.map_or(failed, |code| u8::try_from(code).unwrap_or(failed))
}
