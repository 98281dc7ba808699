//! What happened to a service.

use serde::Serialize;
use taskdef_core::Lang;
use taskdef_core::explain::Meaning;

use super::deployment::DeploymentState;
use crate::aws::services;
use crate::reported::ReportedError;

/// What happened to a service.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Service {
    pub(crate) name: String,
    /// The revision that it ran before.
    pub(crate) before: String,
    pub(crate) state: ServiceState,
    /// How long the rollout took, in seconds.
    pub(crate) seconds: Option<u64>,
    /// The deployment that was waited for, as it was last seen.
    #[serde(rename = "deployment", skip_serializing_if = "Option::is_none")]
    pub(crate) shown: Option<DeploymentState>,
    #[serde(skip)]
    pub(in crate::aws::deploy) arn: String,
    /// What AWS or its tasks said.
    pub(crate) reasons: Vec<String>,
    /// What the reasons of its tasks mean and what to do, each kind once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) meanings: Vec<Meaning>,
    /// The tool that also manages this service.
    pub(crate) owner: Option<String>,
    pub(crate) error: Option<ReportedError>,
    /// The revision that it is to run now, where that is another one than was asked for.
    pub(crate) now: Option<String>,
    /// The ARN of the revision that it was updated to.
    #[serde(skip)]
    pub(in crate::aws::deploy) asked: Option<String>,
    /// The revision that it last ran with success before, as far as AWS's answer showed.
    #[serde(skip)]
    pub(in crate::aws::deploy) completed: Option<String>,
    /// The deployment that our update made, or that brought the revision before.
    #[serde(skip)]
    pub(in crate::aws::deploy) deployment: Option<String>,
    /// The ARN of the service deployment that was under way before ours.
    #[serde(skip)]
    pub(in crate::aws::deploy) earlier_deployment: Option<String>,
    /// The ARN of the service deployment that ECS was asked to roll back.
    #[serde(skip)]
    pub(in crate::aws::deploy) stopped_deployment: Option<String>,
    /// The deployments that were there before ours.
    #[serde(skip)]
    pub(in crate::aws::deploy) earlier: Vec<String>,
    /// The ARNs of their revisions.
    #[serde(skip)]
    pub(in crate::aws::deploy) definitions: Vec<String>,
    /// Whether ECS was asked to roll its deployment back, which may take its time to begin.
    #[serde(skip)]
    pub(in crate::aws::deploy) is_going_back: bool,
    /// Whether it is only waited for: this command changed nothing of it.
    #[serde(skip)]
    pub(crate) is_attached: bool,
    /// Whether AWS has shown the deployment of the revision.
    #[serde(skip)]
    pub(crate) is_seen: bool,
    /// The events that were there before.
    #[serde(skip)]
    pub(in crate::aws::deploy) events: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ServiceState {
    /// A dry run would update it.
    Planned,
    /// It was not reached.
    NotReached,
    /// It ran this revision already.
    Unchanged,
    /// A rollback leaves it: it runs an older revision than the one to go back to.
    Older,
    /// It was updated to the revision; the command did not wait for it.
    Updated,
    /// It runs the revision.
    Deployed,
    /// Its deployment has come as far as it was to be waited for, and goes on.
    Reached,
    /// Its deployment waits at a pause hook for somebody.
    Paused,
    /// ECS marked it as failed.
    Failed,
    /// ECS, or `--on-failure rollback`, put another revision back.
    RolledBack,
    /// One of them is putting another revision back.
    RollingBack,
    /// It is to run another revision, and AWS does not say why.
    Superseded,
    /// It was deleted meanwhile.
    Gone,
    /// The timeout expired, and the deployment goes on.
    TimedOut,
    /// Ctrl-C, and the deployment goes on.
    Interrupted,
    /// AWS refused, or did not answer.
    Error,
}

impl Service {
    /// A service before anything was done.
    pub(in crate::aws::deploy) fn new(service: &services::Service, lang: Lang) -> Self {
        Service {
            name: service.name().to_owned(),
            arn: service.arn().to_owned(),
            before: service.definition().to_owned(),
            state: ServiceState::NotReached,
            seconds: None,
            reasons: Vec::new(),
            meanings: Vec::new(),
            owner: service.owner().map(|owner| owner.get(lang).clone()),
            error: None,
            now: None,
            asked: None,
            completed: service.completed().map(str::to_owned),
            deployment: service.primary().map(|primary| primary.id.clone()),
            shown: None,
            earlier_deployment: service.current_deployment().map(str::to_owned),
            stopped_deployment: None,
            is_going_back: false,
            is_attached: false,
            is_seen: false,
            earlier: service.deployments().map(|it| it.id.clone()).collect(),
            definitions: service
                .deployments()
                .map(|it| it.definition.clone())
                .collect(),
            events: service.events().map(|(id, _)| id.to_owned()).collect(),
        }
    }

    /// Records the deployment of a revision that an update made, as its answer shows it. An answer may
    /// lag behind: where the service ran the revision before, only a new deployment is ours.
    pub(in crate::aws::deploy) fn started(&mut self, answer: &services::Service, revision: &str) {
        let only_new = self.before == revision;
        let is_ours = |id: &String| !only_new || !self.earlier.contains(id);
        let primary = primary_of(answer, revision).filter(|id| is_ours(id));
        self.follow(primary, answer, revision);
    }

    /// The same for a revision that is put back: any deployment of it is ours, also one that was there
    /// before.
    pub(in crate::aws::deploy) fn is_put_back(
        &mut self,
        answer: &services::Service,
        revision: &str,
    ) {
        self.follow(primary_of(answer, revision), answer, revision);
    }

    fn follow(&mut self, deployment: Option<String>, answer: &services::Service, revision: &str) {
        self.asked = Some(revision.to_owned());
        let all = answer.deployments().map(|deployment| deployment.id.clone());
        let others = all.chain(std::mem::take(&mut self.earlier));
        self.earlier = others
            .filter(|id| Some(id) != deployment.as_ref())
            .collect();
        self.deployment = deployment;
    }

    /// Records that ECS is to end its present deployment and go back.
    pub(in crate::aws::deploy) fn asked_for_rollback(&mut self) {
        // What comes back may be a new deployment or the one before.
        self.earlier = self.deployment.take().into_iter().collect();
        self.is_going_back = true;
    }

    /// What a dry run reports of it.
    pub(in crate::aws::deploy) fn planned(
        service: &services::Service,
        revision: Option<&str>,
        is_older: bool,
        force: bool,
        lang: Lang,
    ) -> Self {
        let mut planned = Self::new(service, lang);
        planned.state = if is_older {
            ServiceState::Older
        } else if revision == Some(service.definition()) && !force {
            ServiceState::Unchanged
        } else {
            ServiceState::Planned
        };
        planned
    }
}

/// The id of the primary deployment, if it brings this revision.
fn primary_of(answer: &services::Service, revision: &str) -> Option<String> {
    let primary = answer.primary().filter(|it| it.definition == revision);
    primary.map(|primary| primary.id.clone())
}
