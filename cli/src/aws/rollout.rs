//! What the state of a service says of our deployment.

use super::services::{Deployment, Service};

/// How far a deployment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rollout {
    /// In progress, or not visible in AWS's answers, which may lag behind.
    Going {
        desired: u64,
        running: u64,
        pending: u64,
        failed: u64,
        seen: bool,
    },
    /// The primary deployment is ours and complete.
    Done,
    /// ECS ended it, and carries our revision on in this newer deployment.
    Continued { deployment: String },
    /// ECS marked it as failed, and leaves it.
    Failed { reason: String },
    /// ECS marked it as failed, or says that it rolls back, and puts another revision back.
    RolledBack {
        to: String,
        /// Whether the other revision is back, or is still being put back.
        over: bool,
        reason: String,
    },
    /// Another revision took its place, and AWS does not say why; with what it says of ours.
    Replaced { by: String, reason: String },
    /// The service was deleted.
    Gone,
}

/// The deployment that a service is expected to complete.
#[derive(Debug, Clone)]
pub(crate) struct Expected<'a> {
    /// The ARN of the revision.
    pub(crate) definition: &'a str,
    /// The id of our deployment. Where AWS has not told it, a new deployment of the revision is ours.
    pub(crate) deployment: Option<&'a str>,
    /// The ids of the deployments that were there before ours.
    pub(crate) earlier: &'a [String],
    /// The ARNs of their revisions.
    pub(crate) before: &'a [String],
    /// Whether an answer without our deployment counts: AWS has shown it before or had the time to,
    /// and it is missing in several answers.
    pub(crate) is_due: bool,
}

/// Judges a service. Success is the primary deployment being ours and complete, nothing less:
/// a circuit breaker leaves a service stable too, with an older revision, and so does an answer that
/// lags behind.
pub(crate) fn judge(service: &Service, expected: &Expected<'_>) -> Rollout {
    if service.status() != "ACTIVE" {
        return Rollout::Gone;
    }
    let primary = service.primary();
    let Some(ours) = ours(service, expected) else {
        return match primary {
            Some(primary) if continues(primary, expected) => Rollout::Continued {
                deployment: primary.id.clone(),
            },
            Some(primary) if expected.is_due || primary.rolls_back() => replaced(primary),
            None if expected.is_due => unknown(),
            _ => Rollout::hidden(service.desired()),
        };
    };
    match primary {
        Some(primary) if primary.id == ours.id => match ours.rollout() {
            "FAILED" => Rollout::Failed {
                reason: ours.reason().to_owned(),
            },
            _ => progress(service, ours),
        },
        Some(primary) if continues(primary, expected) => Rollout::Continued {
            deployment: primary.id.clone(),
        },
        // ECS puts back what ran before; another revision is somebody's.
        Some(primary)
            if ours.rollout() == "FAILED" && expected.before.contains(&primary.definition) =>
        {
            Rollout::RolledBack {
                to: primary.definition.clone(),
                over: primary.rollout() == "COMPLETED",
                reason: ours.reason().to_owned(),
            }
        }
        Some(primary) if ours.rollout() == "FAILED" => match replaced(primary) {
            Rollout::Replaced { by, .. } => Rollout::Replaced {
                by,
                reason: ours.reason().to_owned(),
            },
            rollout => rollout,
        },
        Some(primary) => replaced(primary),
        None => unknown(),
    }
}

/// A service without a primary deployment.
fn unknown() -> Rollout {
    Rollout::Replaced {
        by: String::new(),
        reason: String::new(),
    }
}

/// Our deployment.
fn ours<'a>(service: &'a Service, expected: &Expected<'_>) -> Option<&'a Deployment> {
    let mut deployments = service.deployments();
    deployments.find(|deployment| match expected.deployment {
        Some(id) => deployment.id == id,
        None => deployment.is_primary() && continues(deployment, expected),
    })
}

/// Whether a deployment is a newer one of our revision: ECS may stop a deployment, as after a change of
/// the service, and carry its revision on in another.
fn continues(deployment: &Deployment, expected: &Expected<'_>) -> bool {
    deployment.definition == expected.definition && !expected.earlier.contains(&deployment.id)
}

fn progress(service: &Service, ours: &Deployment) -> Rollout {
    let (desired, running, pending) = (ours.desired, ours.running, ours.pending);
    let alone = service.deployments().count() == 1;
    // Stand-ins of AWS, and services behind a Classic Load Balancer, have no rollout state.
    let silent = ours.rollout().is_empty();
    if ours.rollout() == "COMPLETED" || (silent && alone && running == desired && pending == 0) {
        return Rollout::Done;
    }
    Rollout::of(ours)
}

impl Rollout {
    /// That AWS does not show our deployment of a service with this many tasks.
    pub(crate) fn hidden(desired: u64) -> Self {
        Rollout::Going {
            desired,
            running: 0,
            pending: 0,
            failed: 0,
            seen: false,
        }
    }

    /// That a deployment goes on.
    pub(crate) fn of(ours: &Deployment) -> Self {
        Rollout::Going {
            desired: ours.desired,
            running: ours.running,
            pending: ours.pending,
            failed: ours.failed(),
            seen: true,
        }
    }
}

/// Our deployment is no longer the primary one.
fn replaced(primary: &Deployment) -> Rollout {
    let by = primary.definition.clone();
    if primary.rolls_back() {
        return Rollout::RolledBack {
            to: by,
            over: primary.rollout() == "COMPLETED",
            reason: primary.reason().to_owned(),
        };
    }
    Rollout::Replaced {
        by,
        reason: String::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::{Value, json};

    use super::{Expected, Rollout, Service, judge};
    use crate::aws::operation::Operation;

    const NEW: &str = "arn:aws:ecs:r:1:task-definition/f:2";
    const OLD: &str = "arn:aws:ecs:r:1:task-definition/f:1";
    const ROLLING: &str = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";

    fn deployment(id: &str, status: &str, definition: &str, rollout: &str) -> Value {
        json!({"id": id, "status": status, "taskDefinition": definition, "rolloutState": rollout,
            "desiredCount": 2, "runningCount": 1, "pendingCount": 1})
    }

    fn judged(status: &str, deployments: &[Value], is_due: bool) -> Rollout {
        let service = json!({"serviceName": "s", "serviceArn": "s", "status": status,
            "desiredCount": 2, "deployments": deployments});
        let service = Service::read(Operation::DescribeServices, service).unwrap();
        let (earlier, before) = (["old".to_owned()], [OLD.to_owned()]);
        let expected = Expected {
            definition: NEW,
            deployment: Some("new"),
            earlier: &earlier,
            before: &before,
            is_due,
        };
        judge(&service, &expected)
    }

    fn active(deployments: &[Value], is_due: bool) -> Rollout {
        judged("ACTIVE", deployments, is_due)
    }

    fn replaced_by(by: &str) -> Rollout {
        Rollout::Replaced {
            by: by.to_owned(),
            reason: String::new(),
        }
    }

    #[test]
    fn only_our_own_complete_deployment_is_success() {
        let done = [deployment("new", "PRIMARY", NEW, "COMPLETED")];
        assert_eq!(active(&done, true), Rollout::Done);
        // The same revision by an older deployment, as before `--force-new-deployment`.
        let stale = [deployment("old", "PRIMARY", NEW, "COMPLETED")];
        assert!(matches!(
            active(&stale, false),
            Rollout::Going { seen: false, .. }
        ));
        assert!(matches!(active(&stale, true), Rollout::Replaced { .. }));
        let going = active(&[deployment("new", "PRIMARY", NEW, "IN_PROGRESS")], true);
        let expected = Rollout::Going {
            desired: 2,
            running: 1,
            pending: 1,
            failed: 0,
            seen: true,
        };
        assert_eq!(going, expected);
    }

    #[test]
    fn a_newer_deployment_of_our_revision_is_followed() {
        let newer = deployment("newer", "PRIMARY", NEW, "IN_PROGRESS");
        let ours = deployment("new", "ACTIVE", NEW, "IN_PROGRESS");
        let continued = Rollout::Continued {
            deployment: "newer".to_owned(),
        };
        assert_eq!(active(std::slice::from_ref(&newer), true), continued);
        assert_eq!(active(&[newer, ours], false), continued);
    }

    #[test]
    fn a_rollback_is_what_ecs_says_or_did() {
        let old = deployment("old", "PRIMARY", OLD, "COMPLETED");
        assert!(matches!(
            active(std::slice::from_ref(&old), false),
            Rollout::Going { seen: false, .. }
        ));
        assert_eq!(active(std::slice::from_ref(&old), true), replaced_by(OLD));
        let mut back = deployment("back", "PRIMARY", OLD, "IN_PROGRESS");
        for (failed, reason, expected) in [
            ("FAILED", "", ""),
            ("IN_PROGRESS", ROLLING, ROLLING),
            ("", ROLLING, ROLLING),
        ] {
            back["rolloutStateReason"] = reason.into();
            let ours = deployment("new", "ACTIVE", NEW, failed);
            let deployments = [back.clone(), ours];
            let shown = if failed.is_empty() { 1 } else { 2 };
            let expected = Rollout::RolledBack {
                to: OLD.to_owned(),
                over: false,
                reason: expected.to_owned(),
            };
            assert_eq!(active(&deployments[..shown], false), expected, "{failed}");
        }
    }

    #[test]
    fn others_may_deploy_or_delete_meanwhile() {
        let nine = "arn:aws:ecs:r:1:task-definition/f:9";
        let other = deployment("x", "PRIMARY", nine, "COMPLETED");
        let replaced = replaced_by(nine);
        assert_eq!(active(std::slice::from_ref(&other), true), replaced);
        let ours = deployment("new", "ACTIVE", NEW, "IN_PROGRESS");
        assert_eq!(active(&[other, ours], false), replaced);
        assert_eq!(active(&[], true), replaced_by(""));
        assert_eq!(judged("INACTIVE", &[], true), Rollout::Gone);
        let failed = deployment("new", "PRIMARY", NEW, "FAILED");
        assert!(matches!(active(&[failed], true), Rollout::Failed { .. }));
    }
}
