//! A deployment of a service, as `DescribeServices` answers.

use serde::Deserialize;

/// A deployment of a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Deployment {
    pub(crate) id: String,
    status: String,
    /// The ARN of the revision that it brings.
    #[serde(rename = "taskDefinition")]
    pub(crate) definition: String,
    rollout_state: Option<String>,
    pub(super) rollout_state_reason: Option<String>,
    /// Tasks that are to run.
    #[serde(rename = "desiredCount")]
    pub(crate) desired: u64,
    /// Tasks that run.
    #[serde(rename = "runningCount")]
    pub(crate) running: u64,
    /// Tasks that are starting.
    #[serde(rename = "pendingCount")]
    pub(crate) pending: u64,
    /// Tasks that failed in a row: they could not be started, or did not stay healthy.
    #[serde(rename = "failedTasks")]
    failed: Option<u64>,
}

impl Deployment {
    /// Whether it is the PRIMARY deployment, whose revision the service is to run.
    pub(crate) fn is_primary(&self) -> bool {
        self.status == "PRIMARY"
    }

    /// The tasks that failed in a row.
    pub(crate) fn failed(&self) -> u64 {
        self.failed.unwrap_or_default()
    }

    /// `IN_PROGRESS`, `COMPLETED` or `FAILED`; empty where ECS reports no rollout.
    pub(crate) fn rollout(&self) -> &str {
        self.rollout_state.as_deref().unwrap_or("")
    }

    /// Why the rollout is as it is; empty where ECS does not say.
    pub(crate) fn reason(&self) -> &str {
        self.rollout_state_reason.as_deref().unwrap_or("")
    }

    /// Whether ECS says that it puts this deployment back after another one failed: "ECS deployment
    /// circuit breaker: rolling back to deploymentId ecs-svc/…". Source:
    /// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html>
    pub(crate) fn rolls_back(&self) -> bool {
        self.reason().to_lowercase().contains("rolling back")
    }
}
