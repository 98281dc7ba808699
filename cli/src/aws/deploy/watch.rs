//! Waiting until services run their new revision.

use std::time::Duration;

use tokio::time::{Instant, timeout, timeout_at};

use super::deployer::Deployer;
use super::outcome::{Family, Service, ServiceState};
use super::request::Wait;
use crate::aws::rollout::{Expected, Rollout, judge};
use crate::aws::services::{self, DESCRIBED_AT_ONCE};
use crate::status::Status;
use crate::time::elapsed;

/// The polling interval of the AWS CLI's waiters.
const LONGEST_POLL: Duration = Duration::from_secs(15);
/// How long a look may take where the time is up.
const LAST_LOOK: Duration = Duration::from_secs(10);
/// How long to ask why a deployment failed: it only adds to what is known.
const EXPLANATION: Duration = Duration::from_secs(15);
/// After this many polls in a row that something else than AWS answered, it is not going to be AWS.
const MAX_STRANGE_POLLS: u32 = 5;
/// After this many polls in a row without our deployment, it is not going to appear.
const MAX_HIDDEN_POLLS: u32 = 12;
/// After this many in a row, it is gone if it was there.
const MAX_LOST_POLLS: u32 = 3;

/// A service that is waited for.
#[derive(Debug)]
pub(super) struct Watched<'a> {
    pub(super) service: &'a mut Service,
    pub(super) definition: String,
    /// Whether AWS has shown our deployment.
    seen: bool,
    /// The polls in a row that did not show it.
    hidden_polls: u32,
    /// The polls in a row in which AWS did not know the service.
    missing_polls: u32,
    /// The polls in a row that had no answer of AWS's.
    strange_polls: u32,
    /// What an event said of a rollback.
    rollback: Option<String>,
    over: bool,
}

impl<'a> Watched<'a> {
    /// A service that is to run the revision with this ARN.
    pub(super) fn new(service: &'a mut Service, definition: &str) -> Self {
        Watched {
            service,
            definition: definition.to_owned(),
            seen: false,
            hidden_polls: 0,
            missing_polls: 0,
            strange_polls: 0,
            rollback: None,
            over: false,
        }
    }

    /// The services of a family that were updated, or that may still be on their way from an
    /// earlier run.
    pub(super) fn from_family(family: &'a mut Family) -> Vec<Self> {
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

    fn judge(&mut self, found: Option<&services::Service>) -> Rollout {
        let Some(found) = found else {
            self.missing_polls += 1;
            if self.missing_polls >= MAX_LOST_POLLS {
                return Rollout::Gone;
            }
            return Rollout::Going {
                desired: 0,
                running: 0,
                pending: 0,
                seen: false,
            };
        };
        self.missing_polls = 0;
        let most = if self.seen {
            MAX_LOST_POLLS
        } else {
            MAX_HIDDEN_POLLS
        };
        let expected = Expected {
            definition: &self.definition,
            deployment: self.service.deployment.as_deref(),
            earlier: &self.service.earlier,
            before: &self.service.definitions,
            is_due: self.hidden_polls >= most && !self.service.is_going_back,
        };
        let rollout = judge(found, &expected);
        match rollout {
            Rollout::Continued { deployment } => {
                self.service.earlier.extend(self.service.deployment.take());
                self.service.deployment = Some(deployment);
                self.judge(Some(found))
            }
            Rollout::Going { seen, .. } => {
                self.seen |= seen;
                self.hidden_polls = if seen { 0 } else { self.hidden_polls + 1 };
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

    /// Records how the deployment ended.
    fn conclude(&mut self, rollout: Rollout, time: Duration) {
        let (state, now, reason) = match rollout {
            Rollout::Going { .. } | Rollout::Continued { .. } => return,
            Rollout::Done if self.service.state == ServiceState::Unchanged && !self.seen => {
                (ServiceState::Unchanged, None, String::new())
            }
            Rollout::Done => (ServiceState::Deployed, None, String::new()),
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
        };
        self.over = true;
        self.service.state = state;
        self.service.now = now;
        self.service.seconds = Some(time.as_secs());
        self.service
            .reasons
            .extend(Some(reason).filter(|reason| !reason.is_empty()));
    }

    fn stop(&mut self, state: ServiceState) {
        if !self.over {
            self.over = true;
            self.service.state = state;
        }
    }
}

impl Deployer<'_> {
    /// Polls the services until each is done or failed, or the timeout expires.
    pub(super) async fn watch(&self, cluster: &str, wait: &Wait, watched: &mut [Watched<'_>]) {
        let start = Instant::now();
        let mut interval = wait.poll;
        let mut unanswered;
        loop {
            // The last look, too, has the time for an answer.
            let limit = (start + wait.timeout).max(Instant::now() + LAST_LOOK);
            let look = self.look(cluster, watched, start);
            unanswered = match timeout_at(limit, look).await {
                Ok(unanswered) => unanswered,
                Err(_) => Some("AWS did not answer in time".to_owned()),
            };
            if let Some(why) = &unanswered {
                let why = why.lines().next().unwrap_or_default();
                self.progress
                    .state(why, &format!("{why}; looking again until the time is up"));
            }
            let going = watched.iter().any(|watched| !watched.over);
            let time = start.elapsed();
            if !going || time >= wait.timeout || self.interrupt.is_requested() {
                break;
            }
            let jitter = 0.8 + 0.4 * fastrand::f64();
            let pause = interval
                .mul_f64(jitter)
                .min(wait.timeout.saturating_sub(time));
            self.interrupt.sleep(pause).await;
            interval = interval.mul_f64(1.3).min(LONGEST_POLL.max(wait.poll));
        }
        let state = if self.interrupt.is_requested() {
            ServiceState::Interrupted
        } else {
            ServiceState::TimedOut
        };
        for watched in watched.iter_mut().filter(|watched| !watched.over) {
            watched.service.reasons.extend(unanswered.clone());
            watched.stop(state);
        }
        if unanswered.is_none() {
            let _ = timeout(EXPLANATION, self.explain(cluster, watched)).await;
        }
        self.progress.end();
    }

    /// Polls all unfinished services once, several in one call. What AWS does not answer is returned,
    /// and can be asked for again: nothing is lost by a look that saw nothing.
    async fn look(
        &self,
        cluster: &str,
        watched: &mut [Watched<'_>],
        start: Instant,
    ) -> Option<String> {
        let mut unanswered = None;
        let mut going: Vec<_> = watched.iter_mut().filter(|watched| !watched.over).collect();
        for some in going.chunks_mut(DESCRIBED_AT_ONCE) {
            let names: Vec<_> = some
                .iter()
                .map(|watched| watched.service.name.clone())
                .collect();
            match self.aws.services(cluster, &names).await {
                Ok(found) => {
                    for (watched, found) in some.iter_mut().zip(found) {
                        watched.strange_polls = 0;
                        self.see(watched, found.as_ref(), start.elapsed());
                    }
                }
                Err(failure) if failure.is_outage() => {
                    unanswered = Some(failure.message(self.aws.lang));
                }
                Err(failure) => {
                    for watched in some {
                        watched.strange_polls += 1;
                        let may_pass = failure.status() == Status::Unreachable;
                        if !may_pass || watched.strange_polls >= MAX_STRANGE_POLLS {
                            watched.service.error = Some(failure.report(self.aws.lang));
                            watched.stop(ServiceState::Error);
                        } else {
                            unanswered = Some(failure.message(self.aws.lang));
                        }
                    }
                }
            }
        }
        unanswered
    }

    fn see(&self, watched: &mut Watched<'_>, found: Option<&services::Service>, time: Duration) {
        let name = watched.service.name.clone();
        if let Some(found) = found {
            for (id, message) in found.events() {
                if !watched.service.events.iter().any(|seen| seen == id) {
                    watched.service.events.push(id.to_owned());
                    if message.contains("rolling back to deployment") {
                        watched.rollback = Some(message.to_owned());
                    }
                    self.progress.line(message);
                }
            }
        }
        let judged = watched.judge(found);
        if let Rollout::Going {
            desired,
            running,
            pending,
            seen,
        } = judged
        {
            let primary = found.and_then(services::Service::primary);
            let rollout = primary.map_or("", |primary| primary.rollout());
            let state = if seen {
                format!(
                    "service {name}: {running} of {desired} running, {pending} pending, {rollout}"
                )
            } else {
                format!("service {name}: AWS does not show the deployment yet")
            };
            self.progress
                .state(&state, &format!("{state}, {}", elapsed(time)));
        }
        watched.conclude(judged, time);
    }
}
