//! The status of a service deployment, as the list of them and each of them show it.

use serde::Deserialize;

/// Such as `IN_PROGRESS` or `ROLLBACK_FAILED`. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html>
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub(crate) struct DeploymentStatus(String);

impl DeploymentStatus {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it ended with its revision running.
    pub(crate) fn is_successful(&self) -> bool {
        self.0 == "SUCCESSFUL"
    }

    /// Whether it goes forward, so that it can be stopped.
    pub(crate) fn is_under_way(&self) -> bool {
        matches!(self.as_str(), "PENDING" | "IN_PROGRESS")
    }

    /// Whether ECS rolls it back, rolled it back, or tried to.
    pub(crate) fn is_rolled_back(&self) -> bool {
        self.0.starts_with("ROLLBACK_")
    }

    /// Whether ECS is rolling it back, or is about to.
    pub(crate) fn is_rolling_back(&self) -> bool {
        matches!(self.as_str(), "ROLLBACK_REQUESTED" | "ROLLBACK_IN_PROGRESS")
    }

    /// Whether that is done: what came before runs again.
    pub(crate) fn is_put_back(&self) -> bool {
        self.0 == "ROLLBACK_SUCCESSFUL"
    }
}
