//! What the state of a service says of our deployment.

use super::services::{Deployment, Service};

/// How far a deployment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rollout {
    /// In progress, or not yet visible in AWS's answers.
    Going {
        desired: u64,
        running: u64,
        pending: u64,
        seen: bool,
    },
    /// The primary deployment is ours and complete.
    Done,
    /// ECS marked it as failed, and leaves it.
    Failed { reason: String },
    /// ECS marked it as failed, and put another revision back.
    RolledBack { to: String, reason: String },
    /// Someone deployed something else meanwhile.
    Superseded { by: String },
    /// The service was deleted.
    Gone,
}

/// The deployment that a service is expected to complete.
#[derive(Debug, Clone)]
pub(crate) struct Expected<'a> {
    /// The ARN of the revision.
    pub(crate) definition: &'a str,
    /// What the service ran before.
    pub(crate) before: &'a str,
    /// The id of our deployment, if AWS gave it.
    pub(crate) deployment: Option<&'a str>,
    /// Whether AWS has shown our deployment before: its answers may lag behind at first.
    pub(crate) seen: bool,
}

/// Judges a service. Success is the primary deployment being ours and complete, nothing less:
/// a circuit breaker leaves a service stable too, with the old revision.
pub(crate) fn judge(service: &Service, expected: &Expected<'_>) -> Rollout {
    if service.status() != "ACTIVE" {
        return Rollout::Gone;
    }
    let ours = ours(service, expected);
    let primary = service.primary();
    let to = primary.map_or("", |primary| &primary.definition);
    let is_primary = matches!((ours, primary), (Some(a), Some(b)) if a.id == b.id);
    match ours {
        Some(ours) if ours.rollout() == "FAILED" && is_primary => Rollout::Failed {
            reason: ours.reason().to_owned(),
        },
        Some(ours) if ours.rollout() == "FAILED" => Rollout::RolledBack {
            to: to.to_owned(),
            reason: ours.reason().to_owned(),
        },
        Some(ours) if is_primary => progress(service, ours),
        Some(_) => replaced(to, expected),
        None if expected.seen => replaced(to, expected),
        None => Rollout::Going {
            desired: service.desired(),
            running: 0,
            pending: 0,
            seen: false,
        },
    }
}

/// Our deployment: by its id, or by its revision, for a service that ran it already.
fn ours<'a>(service: &'a Service, expected: &Expected<'_>) -> Option<&'a Deployment> {
    let by_id = expected.deployment.and_then(|id| {
        let mut deployments = service.deployments();
        deployments.find(|deployment| deployment.id == id)
    });
    by_id.or_else(|| {
        let mut deployments = service.deployments();
        deployments.find(|deployment| deployment.definition == expected.definition)
    })
}

fn progress(service: &Service, ours: &Deployment) -> Rollout {
    let (desired, running, pending) = (ours.desired, ours.running, ours.pending);
    let alone = service.deployments().count() == 1;
    // Services that another controller deploys have no rollout state.
    let silent = ours.rollout().is_empty();
    if ours.rollout() == "COMPLETED" || (silent && alone && running == desired && pending == 0) {
        return Rollout::Done;
    }
    Rollout::Going {
        desired,
        running,
        pending,
        seen: true,
    }
}

/// Our deployment is no longer the primary one.
fn replaced(by: &str, expected: &Expected<'_>) -> Rollout {
    if by == expected.before && by != expected.definition {
        return Rollout::RolledBack {
            to: by.to_owned(),
            reason: String::new(),
        };
    }
    Rollout::Superseded { by: by.to_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::{Value, json};

    use super::{Expected, Rollout, Service, judge};
    use crate::aws::operation::Operation;

    const NEW: &str = "arn:aws:ecs:r:1:task-definition/f:2";
    const OLD: &str = "arn:aws:ecs:r:1:task-definition/f:1";

    fn deployment(id: &str, status: &str, definition: &str, rollout: &str) -> Value {
        json!({"id": id, "status": status, "taskDefinition": definition, "rolloutState": rollout,
            "desiredCount": 2, "runningCount": 1, "pendingCount": 1})
    }

    fn judged(status: &str, deployments: &[Value], seen: bool) -> Rollout {
        let service = json!({"serviceName": "s", "serviceArn": "s", "status": status,
            "desiredCount": 2, "deployments": deployments});
        let service = Service::read(Operation::DescribeServices, service).unwrap();
        let expected = Expected {
            definition: NEW,
            before: OLD,
            deployment: Some("new"),
            seen,
        };
        judge(&service, &expected)
    }

    #[test]
    fn only_our_own_complete_deployment_is_success() {
        let done = judged(
            "ACTIVE",
            &[deployment("new", "PRIMARY", NEW, "COMPLETED")],
            true,
        );
        assert_eq!(done, Rollout::Done);
        let going = judged(
            "ACTIVE",
            &[deployment("new", "PRIMARY", NEW, "IN_PROGRESS")],
            true,
        );
        assert!(matches!(
            going,
            Rollout::Going {
                desired: 2,
                running: 1,
                pending: 1,
                ..
            }
        ));
    }

    #[test]
    fn a_stable_old_revision_is_a_rollback() {
        let old = deployment("old", "PRIMARY", OLD, "COMPLETED");
        assert!(matches!(
            judged("ACTIVE", std::slice::from_ref(&old), false),
            Rollout::Going { .. }
        ));
        let back = judged("ACTIVE", std::slice::from_ref(&old), true);
        assert!(matches!(back, Rollout::RolledBack { .. }));
        let failed = deployment("new", "ACTIVE", NEW, "FAILED");
        let back = judged("ACTIVE", &[old, failed], false);
        assert!(matches!(back, Rollout::RolledBack { .. }));
    }

    #[test]
    fn others_may_deploy_or_delete_meanwhile() {
        let other = deployment(
            "x",
            "PRIMARY",
            "arn:aws:ecs:r:1:task-definition/f:9",
            "COMPLETED",
        );
        let judged_other = judged("ACTIVE", &[other], true);
        assert!(matches!(judged_other, Rollout::Superseded { .. }));
        assert_eq!(judged("INACTIVE", &[], true), Rollout::Gone);
        let failed = deployment("new", "PRIMARY", NEW, "FAILED");
        assert!(matches!(
            judged("ACTIVE", &[failed], true),
            Rollout::Failed { .. }
        ));
    }
}
