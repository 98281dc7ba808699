//! One look at the services that are waited for.

use taskdef_core::explain::{Meaning, known_errors};
use tokio::time::Instant;

use super::watched::{Verdict, Watched};
use crate::aws::arn::short;
use crate::aws::call::MAX_STRANGE_LOOKS;
use crate::aws::deploy::deployer::Deployer;
use crate::aws::deploy::outcome::ServiceState;
use crate::aws::lifecycle::Until;
use crate::aws::progress::{Event, Row};
use crate::aws::rollout::Rollout;
use crate::aws::services::{self, DESCRIBED_AT_ONCE};
use crate::status::Status;

/// What looks.
#[derive(Debug)]
pub(super) struct Look<'a, 'b> {
    pub(super) deployer: &'a Deployer<'b>,
    pub(super) cluster: &'a str,
    pub(super) until: Until,
    pub(super) start: Instant,
    /// Whether this caller may not see service deployments.
    pub(super) is_blind: bool,
    /// What can't be seen, and was told.
    pub(super) told: Vec<String>,
}

impl Look<'_, '_> {
    /// Looks at all unfinished services once, several in one call. What AWS does not answer is returned,
    /// and can be asked for again: nothing is lost by a look that saw nothing.
    pub(super) async fn at(&mut self, watched: &mut [Watched<'_>]) -> Option<String> {
        let mut going: Vec<_> = watched.iter_mut().filter(|watched| !watched.over).collect();
        let mut unanswered = self.describe(&mut going).await;
        let mut going: Vec<_> = going
            .into_iter()
            .filter(|watched| !watched.over && watched.is_fresh)
            .collect();
        unanswered = self.describe_deployments(&mut going).await.or(unanswered);
        for watched in &mut going {
            self.see(watched);
        }
        self.tell_stops(&mut going).await;
        let rows: Vec<Row> = watched.iter().map(|watched| watched.row.clone()).collect();
        self.deployer.progress.services(&rows, self.start.elapsed());
        unanswered
    }

    /// Takes what AWS says of the services.
    async fn describe(&self, going: &mut [&mut Watched<'_>]) -> Option<String> {
        let mut unanswered = None;
        for some in going.chunks_mut(DESCRIBED_AT_ONCE) {
            let names: Vec<_> = some
                .iter()
                .map(|watched| watched.service.name.clone())
                .collect();
            for watched in some.iter_mut() {
                watched.is_fresh = false;
            }
            match self.deployer.aws.services(self.cluster, &names).await {
                Ok(found) => {
                    for (watched, found) in some.iter_mut().zip(found) {
                        watched.strange_looks = 0;
                        watched.is_fresh = true;
                        self.tell_events(watched, found.as_ref());
                        watched.found = found;
                    }
                }
                Err(failure) if failure.is_outage() => {
                    unanswered = Some(failure.message(self.deployer.aws.lang));
                }
                Err(failure) => {
                    for watched in some {
                        watched.strange_looks += 1;
                        let may_pass = failure.status() == Status::Unreachable;
                        if !may_pass || watched.strange_looks >= MAX_STRANGE_LOOKS {
                            watched.service.error = Some(failure.report(self.deployer.aws.lang));
                            watched.stop(ServiceState::Error);
                        } else {
                            unanswered = Some(failure.message(self.deployer.aws.lang));
                        }
                    }
                }
            }
        }
        unanswered
    }

    /// Tells what ECS says has happened since the last look.
    fn tell_events(&self, watched: &mut Watched<'_>, found: Option<&services::Service>) {
        for (id, message) in found.into_iter().flat_map(services::Service::events) {
            if watched.service.events.iter().any(|seen| seen == id) {
                continue;
            }
            watched.service.events.push(id.to_owned());
            if message.contains("rolling back to deployment") {
                watched.rollback = Some(message.to_owned());
            }
            watched.stops.heard(message);
            let service = &watched.service.name;
            let progress = self.deployer.progress;
            progress.tell(&Event::ServiceMessage { service, message });
            let known = known_errors(message);
            let lang = self.deployer.aws.lang;
            let meaning = known.first().map(|known| Meaning::new(*known, lang));
            progress.meaning(meaning.as_ref());
        }
    }

    /// Judges what was found of a service.
    fn see(&self, watched: &mut Watched<'_>) {
        let rollout = watched.judge();
        let verdict = self.judge_details(watched, rollout);
        if let Verdict::Rollout(Rollout::Going {
            failed, running, ..
        }) = &verdict
        {
            watched.stops.counted(*failed, *running);
        }
        watched.row = watched.row_of(&verdict);
        let is_done = matches!(verdict, Verdict::Rollout(Rollout::Done));
        let paused = match &verdict {
            Verdict::Paused(hooks) | Verdict::Reached(hooks) => hooks.clone(),
            Verdict::Rollout(Rollout::RolledBack { .. }) => self.waiting_back(watched),
            Verdict::Rollout(_) => Vec::new(),
        };
        for hook in &paused {
            if watched.told_hooks.contains(&hook.hook) {
                continue;
            }
            watched.told_hooks.push(hook.hook.clone());
            self.deployer.progress.tell(&Event::Paused {
                service: &watched.service.name,
                revision: &short(&watched.definition),
                stage: watched.row.stage.as_deref(),
                hook: &hook.hook,
                expires: hook.expires.as_deref(),
                then: hook.then.as_deref(),
                command: &hook.command,
            });
        }
        watched.show(paused, is_done);
        watched.conclude(verdict, self.start.elapsed());
    }
}
