//! What the strategy, the stage and the hooks of a deployment say of how far it is.

use super::details::MAX_SEARCHES;
use super::look::Look;
use super::watched::{Verdict, Watched};
use crate::aws::deploy::hint::hint;
use crate::aws::deploy::outcome::PausedHook;
use crate::aws::lifecycle::Until;
use crate::aws::rollout::Rollout;
use crate::aws::service_deployment::{DeploymentDetails, Hook};

impl Look<'_, '_> {
    /// What the service deployment adds to what the tasks show.
    pub(super) fn judge_details(&self, watched: &mut Watched<'_>, rollout: Rollout) -> Verdict {
        if let (Rollout::Done, Some(reason)) = (&rollout, watched.put_back_reason()) {
            return Verdict::Rollout(Rollout::Failed { reason });
        }
        let Some(details) = watched.details.clone() else {
            let may_come = !self.is_blind && watched.searches < MAX_SEARCHES;
            let is_silent = rollout == Rollout::Done && !watched.is_complete();
            return Verdict::Rollout(
                if is_silent && may_come && watched.needs_details(self.until) {
                    watched.going()
                } else {
                    rollout
                },
            );
        };
        if watched.service.is_going_back {
            // A hook of the way forward may be shown for a while.
            let waiting = self.waiting(watched, &details);
            return if details.status.is_rolled_back() && !waiting.is_empty() {
                Verdict::Paused(waiting)
            } else {
                Verdict::Rollout(going_back(rollout, &details))
            };
        }
        let reason = details.reason().to_owned();
        let is_open = matches!(rollout, Rollout::Going { .. } | Rollout::Replaced { .. });
        if is_open && watched.is_proven && details.status.is_rolling_back() {
            return Verdict::Rollout(Rollout::RolledBack {
                to: watched.other_primary(),
                over: false,
                reason,
            });
        }
        if !matches!(rollout, Rollout::Going { seen: true, .. } | Rollout::Done) {
            return Verdict::Rollout(rollout);
        }
        match details.status.as_str() {
            _ if !watched.is_proven => {}
            "ROLLBACK_FAILED" | "STOPPED" => {
                let reason = with_status(&details);
                return Verdict::Rollout(Rollout::Failed { reason });
            }
            "SUCCESSFUL" => return Verdict::Rollout(Rollout::Done),
            _ if details.status.is_rolled_back() => {
                return Verdict::Rollout(Rollout::RolledBack {
                    to: watched.other_primary(),
                    over: details.status.is_put_back(),
                    reason,
                });
            }
            _ => {}
        }
        // The service may show the end before its deployment does, which may still wait for somebody.
        let goes_on = details.status.is_under_way();
        if rollout == Rollout::Done && watched.is_complete() && !goes_on {
            return Verdict::Rollout(rollout);
        }
        let stage = details.stage.as_deref().unwrap_or_default();
        if details.status.is_under_way() {
            let waiting = self.waiting(watched, &details);
            let is_paused = self.until == Until::Paused && !waiting.is_empty();
            let is_there = self
                .until
                .is_reached_at(stage, details.traffic(), details.is_at_once());
            if watched.is_proven && (is_paused || is_there) {
                return Verdict::Reached(waiting);
            }
            if !waiting.is_empty() {
                return Verdict::Paused(waiting);
            }
        }
        Verdict::Rollout(match rollout {
            // All tasks run, and ECS has not said that it is done.
            Rollout::Done => watched.going(),
            rollout => rollout,
        })
    }

    /// The hooks at which a deployment waits for somebody.
    fn waiting(&self, watched: &Watched<'_>, details: &DeploymentDetails) -> Vec<PausedHook> {
        let hooks: Vec<&Hook> = details.waiting().collect();
        let is_named = hooks.len() > 1;
        let hooks = hooks.into_iter().map(|hook| PausedHook {
            hook: hook.id.clone(),
            expires: hook.expires().map(|time| time.to_string()),
            then: hook.then.clone(),
            command: self.command(&watched.service.name, is_named.then_some(&hook.id)),
        });
        hooks.collect()
    }

    /// The hooks at which a rollback waits for somebody.
    pub(super) fn waiting_back(&self, watched: &Watched<'_>) -> Vec<PausedHook> {
        let details = watched.details.as_ref();
        let details = details.filter(|details| details.status.is_rolling_back());
        details.map_or_else(Vec::new, |details| self.waiting(watched, details))
    }

    /// The command that lets the deployment of a service go on, at this hook where there are several.
    fn command(&self, service: &str, hook: Option<&String>) -> String {
        let mut words = vec!["continue", "--cluster", self.cluster, "--service", service];
        if let Some(hook) = hook {
            words.extend(["--hook", hook]);
        }
        hint(&words, &self.deployer.request.given)
    }
}

/// A deployment that ECS was asked to roll back: that it could not is nowhere else.
fn going_back(rollout: Rollout, details: &DeploymentDetails) -> Rollout {
    match details.status.as_str() {
        "ROLLBACK_FAILED" => Rollout::Failed {
            reason: with_status(details),
        },
        // Where the service has no rollout state, this is the end.
        "ROLLBACK_SUCCESSFUL" if matches!(rollout, Rollout::Going { seen: true, .. }) => {
            Rollout::Done
        }
        _ => rollout,
    }
}

/// AWS's reason behind the status, which it may not repeat.
fn with_status(details: &DeploymentDetails) -> String {
    match details.reason() {
        "" => details.status.as_str().to_owned(),
        reason => format!("{}: {reason}", details.status.as_str()),
    }
}

impl Watched<'_> {
    /// Whether AWS says itself that our deployment is complete.
    fn is_complete(&self) -> bool {
        let primary = self.found.as_ref().and_then(|it| it.primary());
        primary.is_some_and(|it| it.rollout() == "COMPLETED")
    }

    /// The revision that it is to run in place of ours, as far as AWS shows it.
    fn other_primary(&self) -> String {
        let primary = self.found.as_ref().and_then(|it| it.primary());
        let other = primary.filter(|it| it.definition != self.definition);
        other.map(|it| it.definition.clone()).unwrap_or_default()
    }

    /// That it goes on.
    fn going(&self) -> Rollout {
        let primary = self.found.as_ref().and_then(|it| it.primary());
        primary.map_or(Rollout::hidden(0), Rollout::of)
    }
}
