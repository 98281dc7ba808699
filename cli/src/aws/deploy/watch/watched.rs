//! A service that is waited for, and what is known of it.

use std::time::Duration;

use tokio::time::Instant;

use super::stops::Stops;
use crate::aws::arn::short;
use crate::aws::deploy::outcome::{Family, PausedHook, Service, ServiceState};
use crate::aws::lifecycle::Until;
use crate::aws::progress::{Phase, Row};
use crate::aws::rollout::{Expected, Rollout, judge};
use crate::aws::service_deployment::DeploymentDetails;
use crate::aws::services;

/// After this many looks in a row without our deployment, it is not going to appear.
const MAX_HIDDEN_LOOKS: u32 = 12;
/// After this many in a row, it is gone if it was there.
const MAX_LOST_LOOKS: u32 = 3;

/// A service that is waited for.
#[derive(Debug)]
pub(in crate::aws::deploy) struct Watched<'a> {
    pub(in crate::aws::deploy) service: &'a mut Service,
    pub(in crate::aws::deploy) definition: String,
    /// The reasons of the tasks that stopped.
    pub(in crate::aws::deploy) stops: Stops,
    /// Whether the last look had an answer.
    pub(super) is_fresh: bool,
    /// What it found.
    pub(super) found: Option<services::Service>,
    /// The service deployment, as AWS last showed it, and its ARN.
    pub(in crate::aws::deploy) details: Option<DeploymentDetails>,
    pub(super) deployment_arn: Option<String>,
    /// Whether that is known to be the deployment that is waited for.
    pub(super) is_proven: bool,
    /// How often that was asked for.
    pub(super) proofs: u32,
    /// The ARNs of service deployments that are known to bring another revision.
    pub(super) others: Vec<String>,
    /// Why ECS rolled one of these back, or does.
    pub(super) other_rollback: Option<String>,
    /// Whether any rollback is a failure: what is to run was not named.
    is_attached: bool,
    /// How often the ARN was looked for in the history.
    pub(super) searches: u32,
    /// The stage, and since when it is seen.
    pub(super) stage: Option<(String, Instant)>,
    /// What is shown of it.
    pub(super) row: Row,
    /// Whether AWS has shown our deployment.
    seen: bool,
    /// The looks in a row that did not show it.
    hidden_looks: u32,
    /// The looks in a row in which AWS did not know the service.
    missing_looks: u32,
    /// The looks in a row that had no answer of AWS's.
    pub(super) strange_looks: u32,
    /// What an event said of a rollback.
    pub(super) rollback: Option<String>,
    /// When it was first seen to wait for somebody, since the wait began; `None` if it does not. It may go on
    /// while others are waited for.
    pub(super) paused: Option<Duration>,
    /// The ids of the hooks that were told.
    pub(super) told_hooks: Vec<String>,
    pub(super) over: bool,
}

/// What a look says.
#[derive(Debug)]
pub(super) enum Verdict {
    Rollout(Rollout),
    /// It has come as far as it is waited for, which may be hooks at which it waits for somebody.
    Reached(Vec<PausedHook>),
    /// It waits at these hooks for somebody.
    Paused(Vec<PausedHook>),
}

impl<'a> Watched<'a> {
    /// A service that is to run the revision with this ARN.
    pub(in crate::aws::deploy) fn new(service: &'a mut Service, definition: &str) -> Self {
        let row = Row {
            service: service.name.clone(),
            revision: short(definition),
            phase: Phase::NotShown,
            ..Row::default()
        };
        Watched {
            service,
            definition: definition.to_owned(),
            stops: Stops::default(),
            is_fresh: false,
            found: None,
            details: None,
            deployment_arn: None,
            is_proven: false,
            proofs: 0,
            others: Vec::new(),
            other_rollback: None,
            is_attached: false,
            searches: 0,
            stage: None,
            row,
            seen: false,
            hidden_looks: 0,
            missing_looks: 0,
            strange_looks: 0,
            rollback: None,
            paused: None,
            told_hooks: Vec::new(),
            over: false,
        }
    }

    /// The services of a family that were updated, or that may still be on their way from an
    /// earlier run.
    pub(in crate::aws::deploy) fn from_family(family: &'a mut Family) -> Vec<Self> {
        let Some(definition) = family.revision.clone() else {
            return Vec::new();
        };
        let services = family.services.iter_mut().filter(|service| {
            matches!(
                service.state,
                ServiceState::Updated | ServiceState::Unchanged
            )
        });
        services
            .map(|service| Watched::new(service, &definition))
            .collect()
    }

    /// The same, where nobody named what is to run: what ECS puts back is no success.
    pub(in crate::aws::deploy) fn attached(mut self) -> Self {
        self.is_attached = true;
        self
    }

    /// Why ECS put back what runs now, where that is no success.
    pub(super) fn put_back_reason(&self) -> Option<String> {
        let primary = self.found.as_ref().and_then(services::Service::primary);
        let told = primary
            .filter(|it| it.rolls_back())
            .map(|it| it.reason().to_owned());
        told.or(self.other_rollback.clone())
            .filter(|_| self.is_attached)
    }

    /// The same, where AWS has shown the deployment already.
    pub(in crate::aws::deploy) fn shown_before(mut self) -> Self {
        self.seen = true;
        self
    }

    /// Whether AWS has shown the deployment.
    pub(super) fn is_seen(&self) -> bool {
        self.seen
    }

    /// Judges what was found.
    pub(super) fn judge(&mut self) -> Rollout {
        let Some(found) = self.found.take() else {
            self.missing_looks += 1;
            if self.missing_looks >= MAX_LOST_LOOKS {
                return Rollout::Gone;
            }
            return Rollout::hidden(0);
        };
        self.missing_looks = 0;
        let rollout = self.judge_found(&found);
        self.found = Some(found);
        rollout
    }

    fn judge_found(&mut self, found: &services::Service) -> Rollout {
        let most = if self.seen {
            MAX_LOST_LOOKS
        } else {
            MAX_HIDDEN_LOOKS
        };
        let expected = Expected {
            definition: &self.definition,
            deployment: self.service.deployment.as_deref(),
            earlier: &self.service.earlier,
            before: &self.service.definitions,
            is_due: self.hidden_looks >= most && !self.service.is_going_back,
        };
        let rollout = judge(found, &expected);
        match rollout {
            Rollout::Continued { deployment } => {
                self.service.earlier.extend(self.service.deployment.take());
                self.service.deployment = Some(deployment);
                self.judge_found(found)
            }
            Rollout::Going { seen, .. } => {
                self.seen |= seen;
                self.hidden_looks = if seen { 0 } else { self.hidden_looks + 1 };
                rollout
            }
            // An event says why, where the deployments no longer do.
            Rollout::Replaced { by, reason } => match self.rollback.take() {
                Some(reason) => Rollout::RolledBack {
                    over: found
                        .primary()
                        .is_some_and(|it| it.rollout() == "COMPLETED"),
                    to: by,
                    reason,
                },
                None => Rollout::Replaced { by, reason },
            },
            // What was asked for is to go back, and it went elsewhere.
            Rollout::RolledBack { to, reason, .. } if self.service.is_going_back => {
                Rollout::Replaced { by: to, reason }
            }
            rollout => rollout,
        }
    }

    /// Whether something was seen that no rollout without news shows.
    pub(super) fn needs_details(&self, until: Until) -> bool {
        let configuration = self.found.as_ref().map(services::Service::configuration);
        let shifts = configuration.is_some_and(|it| !it.is_rolling() || it.may_pause());
        shifts || until != Until::Done || self.service.stopped_deployment.is_some()
    }

    /// Records how the deployment ended, or how far it is waited for.
    pub(super) fn conclude(&mut self, verdict: Verdict, time: Duration) {
        let (state, now, reason) = match verdict {
            Verdict::Rollout(Rollout::Going { .. } | Rollout::Continued { .. }) => {
                self.paused = None;
                return;
            }
            Verdict::Paused(_) => {
                self.paused.get_or_insert(time);
                return;
            }
            Verdict::Rollout(rollout) => self.ended(rollout),
            Verdict::Reached(_) => (ServiceState::Reached, None, String::new()),
        };
        self.over = true;
        self.service.state = state;
        self.service.now = now;
        self.service.seconds = Some(time.as_secs());
        self.service
            .reasons
            .extend(Some(reason).filter(|reason| !reason.is_empty()));
    }

    /// The state of a service whose rollout ended, the revision that it is to run instead, and why.
    fn ended(&self, rollout: Rollout) -> (ServiceState, Option<String>, String) {
        match rollout {
            Rollout::Done if self.service.state == ServiceState::Unchanged && !self.seen => {
                (ServiceState::Unchanged, None, String::new())
            }
            Rollout::Done | Rollout::Going { .. } | Rollout::Continued { .. } => {
                (ServiceState::Deployed, None, String::new())
            }
            Rollout::Failed { reason } => (ServiceState::Failed, None, reason),
            Rollout::RolledBack { to, over, reason } => {
                let state = if over {
                    ServiceState::RolledBack
                } else {
                    ServiceState::RollingBack
                };
                (state, Some(to), reason)
            }
            Rollout::Replaced { by, reason } => (ServiceState::Superseded, Some(by), reason),
            Rollout::Gone => (ServiceState::Gone, None, String::new()),
        }
    }

    /// Whether it is to be waited for: it neither ended nor waits for somebody.
    pub(super) fn is_going(&self) -> bool {
        !self.over && self.paused.is_none()
    }

    /// Ends the wait for it; one that waits for somebody stays so.
    pub(super) fn stop(&mut self, state: ServiceState) {
        if self.over {
            return;
        }
        self.over = true;
        self.service.state = state;
        if let Some(time) = self.paused {
            self.service.state = ServiceState::Paused;
            self.service.seconds = Some(time.as_secs());
        }
    }
}
