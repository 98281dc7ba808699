//! A deployment of a service, as it was last seen.

use serde::Serialize;

/// A deployment of a service, as AWS shows it. What AWS does not show is `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeploymentState {
    /// The id of `DescribeServices`.
    pub(crate) id: Option<String>,
    /// The ARN of the service deployment.
    pub(crate) arn: Option<String>,
    /// `ROLLING`, `BLUE_GREEN`, `LINEAR` or `CANARY`.
    pub(crate) strategy: Option<String>,
    /// Such as `IN_PROGRESS` or `ROLLBACK_FAILED`.
    pub(crate) status: Option<String>,
    /// Such as `BAKE_TIME`.
    pub(crate) stage: Option<String>,
    /// The percentage of production traffic that the revision is to have.
    pub(crate) traffic: Option<f64>,
    /// Tasks of the revision that run.
    pub(crate) running: u64,
    /// Tasks that are to run.
    pub(crate) desired: u64,
    /// Tasks that failed in a row.
    pub(crate) failed_tasks: u64,
    /// Tasks of other revisions that still run where the deployment is done.
    pub(crate) draining: u64,
    /// The hooks at which it waits for somebody.
    pub(crate) paused: Vec<PausedHook>,
}

/// A hook at which a deployment waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PausedHook {
    /// Its id.
    pub(crate) hook: String,
    /// When ECS goes on by itself, as RFC 3339.
    pub(crate) expires: Option<String>,
    /// What ECS does then: `CONTINUE` or `ROLLBACK`.
    pub(crate) then: Option<String>,
    /// The command that lets it go on.
    pub(crate) command: String,
}
