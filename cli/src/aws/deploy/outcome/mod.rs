//! What a deployment did, as values: the text and the JSON are both rendered from them.

mod deployment;
mod service;
mod task;
mod trigger;

use serde::Serialize;
use taskdef_core::diff::Difference;
use taskdef_core::report_json;

pub(crate) use deployment::{DeploymentState, PausedHook};
pub(crate) use service::{Service, ServiceState};
pub(crate) use task::{FirstRun, FirstRunState, Task, TaskState};
pub(crate) use trigger::{TriggerOutcome, TriggerState};

use crate::reported::ReportedError;

/// The version of the JSON form; it grows when a member changes its meaning or goes.
pub(crate) const VERSION: u32 = 1;

/// What was done, or, in a dry run, what would be.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outcome {
    /// [`VERSION`].
    pub(crate) version: u32,
    /// Whether this was a dry run, which changes nothing.
    pub(crate) dry_run: bool,
    /// The exit status.
    pub(crate) status: u8,
    /// The cluster's name, if one was given.
    pub(crate) cluster: Option<String>,
    /// The families, in the order of the command line.
    pub(crate) families: Vec<Family>,
    /// What was not examined, and why.
    #[serde(rename = "unseen")]
    pub(crate) skipped: Vec<String>,
    /// The IAM actions that this takes; in a dry run only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) permissions: Vec<Permission>,
    /// The command that goes on where this one stopped.
    pub(crate) next: Option<String>,
}

/// An action on resources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Permission {
    pub(crate) action: String,
    pub(crate) resources: Vec<String>,
    /// For `iam:PassRole`: the service that the role is passed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) passed_to: Option<&'static str>,
}

/// What happened to one family.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Family {
    #[serde(rename = "family")]
    pub(crate) name: String,
    /// The file that defines it; `None` if a revision was given.
    pub(crate) file: Option<String>,
    /// The ARN of the revision that is now in use; `None` if none was registered.
    pub(crate) revision: Option<String>,
    pub(crate) registration: Registration,
    /// For a rollback, why this revision is the one to go back to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<String>,
    /// The revision that counted before.
    pub(crate) before: Option<String>,
    /// What the new revision changes of the one before, by AWS's own answers, masked.
    pub(crate) differences: Vec<Difference>,
    /// What was sent and AWS did not take.
    pub(crate) ignored: Vec<Difference>,
    /// The tool that also manages this definition.
    pub(crate) owner: Option<String>,
    /// The run of `--run-first`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_run: Option<FirstRun>,
    /// Whether nothing of it may move, since a run of `--run-first` did not succeed.
    #[serde(skip)]
    pub(in crate::aws::deploy) is_held: bool,
    pub(crate) services: Vec<Service>,
    /// Whether `--all-services` found none that runs it.
    #[serde(skip)]
    pub(crate) has_no_service: bool,
    #[serde(rename = "starters")]
    pub(crate) triggers: Vec<TriggerOutcome>,
    /// The task of `--run`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task: Option<Task>,
    pub(crate) error: Option<ReportedError>,
}

/// How a family got its revision.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Registration {
    /// It has none: it failed, or was not reached.
    #[default]
    None,
    /// A new one was made.
    Registered,
    /// The latest one says the same.
    Reused,
    /// It was named.
    Given,
    /// A dry run would make one.
    Planned,
}

impl Outcome {
    /// The outcome as JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }
}
