//! How a service is, by what ECS shows of it.

use serde::Serialize;

use super::service_deployment::DeploymentDetails;
use super::services::Service;

/// How a service is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Condition {
    /// ECS marked its deployment as failed.
    Failed,
    /// ECS is putting an earlier revision back.
    RollingBack,
    /// Fewer tasks run than it wants, and those that are started fail.
    Failing,
    /// Its deployment waits at a pause hook for somebody.
    Waiting,
    /// Its deployment goes on.
    Deploying,
    /// Its deployment is completed, and fewer tasks run than it wants.
    Short,
    /// ECS shows no deployment of it: another controller deploys it.
    Unseen,
    /// It is being deleted, or was.
    Inactive,
    /// It runs what it is to run.
    Steady,
}

impl Condition {
    /// By what ECS shows of it, and of its service deployment, if that is seen.
    pub(crate) fn of(service: &Service, details: Option<&DeploymentDetails>) -> Self {
        if service.status() != "ACTIVE" {
            return Condition::Inactive;
        }
        let Some(primary) = service.primary() else {
            return Condition::Unseen;
        };
        if let Some(details) = details {
            if details.status.is_rolling_back() {
                return Condition::RollingBack;
            }
            if details.status.is_under_way() && details.waiting().next().is_some() {
                return Condition::Waiting;
            }
        }
        let runs_all = primary.running >= primary.desired;
        let alone = service.deployments().count() == 1;
        match primary.rollout() {
            "FAILED" => Condition::Failed,
            "COMPLETED" if runs_all => Condition::Steady,
            "COMPLETED" if primary.failed() > 0 => Condition::Failing,
            "COMPLETED" => Condition::Short,
            // Behind a Classic Load Balancer there is no rollout state.
            "" if alone && runs_all => Condition::Steady,
            _ if primary.rolls_back() => Condition::RollingBack,
            _ if primary.failed() > 0 => Condition::Failing,
            _ => Condition::Deploying,
        }
    }

    /// Whether something has gone wrong with what it is to run.
    pub(crate) fn is_failing(self) -> bool {
        self <= Condition::Failing
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::{Value, json};

    use super::{Condition as S, Service};
    use crate::aws::operation::Operation;

    fn state(status: &str, deployments: &[Value]) -> S {
        let service = json!({"serviceName": "s", "serviceArn": "s", "status": status,
            "desiredCount": 2, "deployments": deployments});
        S::of(
            &Service::read(Operation::DescribeServices, service).unwrap(),
            None,
        )
    }

    fn primary(rollout: &str, running: u64, failed: u64, reason: &str) -> Value {
        json!({"id": "d", "status": "PRIMARY", "taskDefinition": "f:1", "rolloutState": rollout,
            "rolloutStateReason": reason, "desiredCount": 2, "runningCount": running,
            "pendingCount": 0, "failedTasks": failed})
    }

    #[test]
    fn a_service_is_as_ecs_shows_it() {
        let back = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";
        for (expected, rollout, running, failed, reason) in [
            (S::Failed, "FAILED", 0, 3, ""),
            (S::RollingBack, "IN_PROGRESS", 1, 0, back),
            (S::Failing, "IN_PROGRESS", 0, 1, ""),
            (S::Deploying, "IN_PROGRESS", 0, 0, ""),
            (S::Short, "COMPLETED", 1, 0, ""),
            (S::Failing, "COMPLETED", 1, 7, ""),
            (S::Steady, "COMPLETED", 2, 0, ""),
            (S::Steady, "COMPLETED", 2, 0, back),
            (S::Steady, "", 2, 0, ""),
            (S::Deploying, "", 1, 0, ""),
        ] {
            let primary = primary(rollout, running, failed, reason);
            assert_eq!(state("ACTIVE", &[primary]), expected, "{rollout} {running}");
        }
        assert_eq!(state("ACTIVE", &[]), S::Unseen);
        assert_eq!(
            state("DRAINING", &[primary("FAILED", 0, 0, "")]),
            S::Inactive
        );
    }
}
