//! What is shown of a service that is waited for.

use super::watched::{Verdict, Watched};
use crate::aws::arn::short;
use crate::aws::deploy::outcome::{DeploymentState, PausedHook};
use crate::aws::progress::{Phase, Row};
use crate::aws::rollout::Rollout;
use crate::aws::service_deployment::DeploymentDetails;
use crate::aws::services;

impl Watched<'_> {
    /// The deployment that is waited for: by its id, or else the newest of its revision.
    fn ours<'f>(&self, found: &'f services::Service) -> Option<&'f services::Deployment> {
        let id = self.service.deployment.as_deref();
        let by_id = found.deployments().find(|it| Some(it.id.as_str()) == id);
        let primary = found.primary().into_iter();
        let mut all = by_id.into_iter().chain(primary).chain(found.deployments());
        all.find(|it| it.definition == self.definition)
    }

    /// What is shown of it.
    pub(super) fn row_of(&self, verdict: &Verdict) -> Row {
        let found = self.found.as_ref();
        let ours = found.and_then(|found| self.ours(found));
        let details = self.details.as_ref();
        let status = details.map(|it| it.status.as_str());
        let rollout = status.filter(|it| *it != "IN_PROGRESS");
        let rollout = rollout.or(ours.map(services::Deployment::rollout));
        let phase = match verdict {
            Verdict::Rollout(Rollout::Going { seen: false, .. }) => Phase::NotShown,
            Verdict::Rollout(Rollout::Going { .. } | Rollout::Continued { .. }) => Phase::Going,
            Verdict::Rollout(Rollout::Done) => Phase::Done,
            Verdict::Rollout(Rollout::Replaced { .. }) => Phase::Replaced,
            Verdict::Rollout(Rollout::Gone) => Phase::Gone,
            Verdict::Rollout(_) => Phase::Failed,
            Verdict::Reached(_) => Phase::Reached,
            Verdict::Paused(_) => Phase::Paused,
        };
        let strategy = details.and_then(DeploymentDetails::strategy);
        Row {
            service: self.service.name.clone(),
            revision: short(&self.definition),
            phase,
            rollout: rollout.unwrap_or_default().to_owned(),
            desired: ours.map_or(0, |ours| ours.desired),
            running: ours.map_or(0, |ours| ours.running),
            pending: ours.map_or(0, |ours| ours.pending),
            failed_tasks: ours.map_or(0, services::Deployment::failed),
            strategy: strategy.filter(|it| *it != "ROLLING").map(str::to_owned),
            stage: details.and_then(|it| it.stage.clone()),
            traffic: details.and_then(DeploymentDetails::traffic),
            bake_seconds_left: self.bake_left().map(|left| left.as_secs()),
        }
    }

    /// Records the deployment as it is seen, with the hooks at which it waits.
    pub(super) fn show(&mut self, paused: Vec<PausedHook>, is_done: bool) {
        self.service.is_seen |= self.is_seen();
        let Some(found) = &self.found else { return };
        let ours = self.ours(found);
        let others = found
            .deployments()
            .filter(|it| it.definition != self.definition && is_done);
        let details = self.details.as_ref();
        self.service.shown = Some(DeploymentState {
            id: ours.map(|ours| ours.id.clone()),
            arn: self.deployment_arn.clone(),
            strategy: Some(found.configuration().strategy().to_owned()),
            status: details.map(|it| it.status.as_str().to_owned()),
            stage: details.and_then(|it| it.stage.clone()),
            traffic: details.and_then(DeploymentDetails::traffic),
            running: ours.map_or(0, |ours| ours.running),
            desired: ours.map_or(0, |ours| ours.desired),
            failed_tasks: ours.map_or(0, services::Deployment::failed),
            draining: others.map(|it| it.running).sum(),
            paused,
        });
    }
}
