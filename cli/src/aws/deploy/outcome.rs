//! What a deployment did, as values: the text and the JSON are both rendered from them.

use serde::Serialize;
use taskdef_core::diff::Difference;
use taskdef_core::{Lang, report_json};

use crate::aws::targets::TriggerId;
use crate::reported::ReportedError;

/// The version of the JSON form; it grows when a member changes its meaning or goes.
pub(crate) const VERSION: u32 = 1;

/// What was done, or, in a dry run, what would be.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outcome {
    /// [`VERSION`].
    pub(crate) version: u32,
    /// Whether this was a dry run, which changes nothing.
    pub(crate) dry_run: bool,
    /// The exit status.
    pub(crate) status: u8,
    /// The cluster's name, if one was given.
    pub(crate) cluster: Option<String>,
    /// The families, in the order of the command line.
    pub(crate) families: Vec<Family>,
    /// What was not examined, and why.
    #[serde(rename = "unseen")]
    pub(crate) skipped: Vec<String>,
    /// The IAM actions that this takes; in a dry run only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) permissions: Vec<Permission>,
    /// The command that goes on where this one stopped.
    pub(crate) next: Option<String>,
}

/// An action on resources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Permission {
    pub(crate) action: String,
    pub(crate) resources: Vec<String>,
    /// For `iam:PassRole`: the service that the role is passed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) passed_to: Option<&'static str>,
}

/// What happened to one family.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Family {
    #[serde(rename = "family")]
    pub(crate) name: String,
    /// The file that defines it; `None` if a revision was given.
    pub(crate) file: Option<String>,
    /// The ARN of the revision that is now in use; `None` if none was registered.
    pub(crate) revision: Option<String>,
    pub(crate) registration: Registration,
    /// For a rollback, why this revision is the one to go back to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<String>,
    /// The revision that counted before.
    pub(crate) before: Option<String>,
    /// What the new revision changes of the one before, by AWS's own answers, masked.
    pub(crate) differences: Vec<Difference>,
    /// What was sent and AWS did not take.
    pub(crate) ignored: Vec<Difference>,
    /// The tool that also manages this definition.
    pub(crate) owner: Option<String>,
    /// The run of `--run-first`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_run: Option<FirstRun>,
    /// Whether nothing of it may move, since a run of `--run-first` did not succeed.
    #[serde(skip)]
    pub(super) is_held: bool,
    pub(crate) services: Vec<Service>,
    /// Whether `--all-services` found none that runs it.
    #[serde(skip)]
    pub(crate) has_no_service: bool,
    #[serde(rename = "starters")]
    pub(crate) triggers: Vec<TriggerOutcome>,
    /// The task of `--run`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task: Option<Task>,
    pub(crate) error: Option<ReportedError>,
}

/// How a family got its revision.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Registration {
    /// It has none: it failed, or was not reached.
    #[default]
    None,
    /// A new one was made.
    Registered,
    /// The latest one says the same.
    Reused,
    /// It was named.
    Given,
    /// A dry run would make one.
    Planned,
}

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
    pub(super) arn: String,
    /// What AWS or its tasks said.
    pub(crate) reasons: Vec<String>,
    /// The tool that also manages this service.
    pub(crate) owner: Option<String>,
    pub(crate) error: Option<ReportedError>,
    /// The revision that it is to run now, where that is another one than was asked for.
    pub(crate) now: Option<String>,
    /// The ARN of the revision that it was updated to.
    #[serde(skip)]
    pub(super) asked: Option<String>,
    /// The revision that it last ran with success before, as far as AWS's answer showed.
    #[serde(skip)]
    pub(super) completed: Option<String>,
    /// The deployment that our update made, or that brought the revision before.
    #[serde(skip)]
    pub(super) deployment: Option<String>,
    /// The ARN of the service deployment that was under way before ours.
    #[serde(skip)]
    pub(super) earlier_deployment: Option<String>,
    /// The ARN of the service deployment that ECS was asked to roll back.
    #[serde(skip)]
    pub(super) stopped_deployment: Option<String>,
    /// The deployments that were there before ours.
    #[serde(skip)]
    pub(super) earlier: Vec<String>,
    /// The ARNs of their revisions.
    #[serde(skip)]
    pub(super) definitions: Vec<String>,
    /// Whether ECS was asked to roll its deployment back, which may take its time to begin.
    #[serde(skip)]
    pub(super) is_going_back: bool,
    /// The events that were there before.
    #[serde(skip)]
    pub(super) events: Vec<String>,
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

/// A deployment of a service, as AWS shows it. What AWS does not show is `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeploymentState {
    /// The id of `DescribeServices`.
    pub(crate) id: Option<String>,
    /// The ARN of the service deployment.
    pub(crate) arn: Option<String>,
    /// `ROLLING`, `BLUE_GREEN`, `LINEAR` or `CANARY`.
    pub(crate) strategy: Option<String>,
    /// Such as `IN_PROGRESS` or `ROLLBACK_FAILED`.
    pub(crate) status: Option<String>,
    /// Such as `BAKE_TIME`.
    pub(crate) stage: Option<String>,
    /// The percentage of production traffic that the revision is to have.
    pub(crate) traffic: Option<f64>,
    /// Tasks of the revision that run.
    pub(crate) running: u64,
    /// Tasks that are to run.
    pub(crate) desired: u64,
    /// Tasks that failed in a row.
    pub(crate) failed_tasks: u64,
    /// Tasks of other revisions that still run where the deployment is done.
    pub(crate) draining: u64,
    /// The hook at which it waits for somebody.
    pub(crate) paused: Option<PausedHook>,
}

/// A hook at which a deployment waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PausedHook {
    /// Its id.
    pub(crate) hook: String,
    /// When ECS goes on by itself, as RFC 3339.
    pub(crate) expires: Option<String>,
    /// What ECS does then: `CONTINUE` or `ROLLBACK`.
    pub(crate) then: Option<String>,
    /// The command that lets it go on.
    pub(crate) command: String,
}

/// What happened to a rule's target or a schedule.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TriggerOutcome {
    #[serde(flatten)]
    pub(crate) id: TriggerId,
    pub(crate) cluster: String,
    /// The family, with the revision that it was pinned to.
    pub(crate) before: String,
    pub(crate) state: TriggerState,
    pub(crate) note: Option<String>,
    pub(crate) error: Option<ReportedError>,
    /// Whether it was named on the command line.
    #[serde(skip)]
    pub(super) named: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TriggerState {
    /// A dry run would move it.
    Planned,
    NotReached,
    Moved,
    /// It follows the latest from now on.
    Unpinned,
    AlreadyThere,
    /// It follows the latest, and did before.
    FollowsLatest,
    OtherCluster,
    /// It follows the latest, which is a newer revision than the deployed one.
    StartsLatest,
    /// A rollback leaves it: it starts an older revision than the one to go back to.
    Older,
    /// Somebody else changed it after it was moved, or was seen to be there.
    Changed,
    Error,
}

/// What became of a run before anything moved.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FirstRun {
    pub(crate) state: FirstRunState,
    /// What it is started like.
    pub(crate) like: Option<String>,
    /// `None` if none was started.
    pub(crate) task: Option<Task>,
    /// The same in words.
    #[serde(skip)]
    pub(crate) told: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FirstRunState {
    /// A dry run would run it.
    Planned,
    NotReached,
    /// It exited with 0.
    Succeeded,
    Failed,
    /// It was not waited for any longer.
    Running,
    /// AWS refused, or did not answer.
    Error,
}

/// A task that was run.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Task {
    pub(crate) arn: String,
    /// That of its essential containers: the first that is not 0.
    pub(crate) exit_code: Option<i64>,
    pub(crate) reason: String,
}

impl Service {
    /// A service before anything was done.
    pub(super) fn new(service: &crate::aws::services::Service, lang: Lang) -> Self {
        Service {
            name: service.name().to_owned(),
            arn: service.arn().to_owned(),
            before: service.definition().to_owned(),
            state: ServiceState::NotReached,
            seconds: None,
            reasons: Vec::new(),
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
    pub(super) fn started(&mut self, answer: &crate::aws::services::Service, revision: &str) {
        let only_new = self.before == revision;
        let is_ours = |id: &String| !only_new || !self.earlier.contains(id);
        let primary = primary_of(answer, revision).filter(|id| is_ours(id));
        self.follow(primary, answer, revision);
    }

    /// The same for a revision that is put back: any deployment of it is ours, also one that was there
    /// before.
    pub(super) fn is_put_back(&mut self, answer: &crate::aws::services::Service, revision: &str) {
        self.follow(primary_of(answer, revision), answer, revision);
    }

    fn follow(
        &mut self,
        deployment: Option<String>,
        answer: &crate::aws::services::Service,
        revision: &str,
    ) {
        self.asked = Some(revision.to_owned());
        let all = answer.deployments().map(|deployment| deployment.id.clone());
        let others = all.chain(std::mem::take(&mut self.earlier));
        self.earlier = others
            .filter(|id| Some(id) != deployment.as_ref())
            .collect();
        self.deployment = deployment;
    }

    /// Records that ECS is to end its present deployment and go back.
    pub(super) fn asked_for_rollback(&mut self) {
        // What comes back may be a new deployment or the one before.
        self.earlier = self.deployment.take().into_iter().collect();
        self.is_going_back = true;
    }

    /// What a dry run reports of it.
    pub(super) fn planned(
        service: &crate::aws::services::Service,
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
fn primary_of(answer: &crate::aws::services::Service, revision: &str) -> Option<String> {
    let primary = answer.primary().filter(|it| it.definition == revision);
    primary.map(|primary| primary.id.clone())
}

impl Outcome {
    /// The outcome as JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }
}
