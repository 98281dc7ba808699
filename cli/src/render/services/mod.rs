//! What services run, and how far their deployments are.

mod text;

use std::collections::BTreeMap;

use serde::Serialize;
use taskdef_core::explain::{Meaning, known_errors};
use taskdef_core::{Lang, report_json};

use crate::aws::services::{Deployment, Service};
use crate::aws::{Condition, DeploymentDetails, short};

/// How many of the newest events are shown.
const EVENTS: usize = 3;

/// The services of a cluster, to be rendered as text or JSON.
#[derive(Debug, Serialize)]
pub(crate) struct StatusReport {
    version: u32,
    /// How many there are of each condition.
    summary: BTreeMap<Condition, usize>,
    /// The worst first, and by name.
    services: Vec<ServiceStatus>,
    /// What could not be looked at, and why.
    unseen: Vec<String>,
}

/// A service, in the JSON form too.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ServiceStatus {
    service: String,
    status: String,
    condition: Condition,
    desired: u64,
    deployments: Vec<DeploymentStatus>,
    /// The service deployment that is under way, if there is one and it is seen.
    service_deployment: Option<ServiceDeployment>,
    /// The newest events, oldest first.
    events: Vec<String>,
    /// What those events and the deployments' reasons mean and what to do, each kind once, where the
    /// service is not steady.
    meanings: Vec<Meaning>,
}

/// A service deployment. What AWS does not show is `None`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ServiceDeployment {
    arn: String,
    /// Such as `IN_PROGRESS` or `ROLLBACK_IN_PROGRESS`.
    status: String,
    reason: String,
    strategy: Option<String>,
    stage: Option<String>,
    /// The percentage of production traffic that its revision is to have.
    traffic: Option<f64>,
    /// The hooks at which it waits for somebody.
    waits_at: Vec<WaitingHook>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct WaitingHook {
    hook: String,
    /// When ECS goes on by itself, as RFC 3339.
    expires: Option<String>,
    /// What ECS does then: `CONTINUE` or `ROLLBACK`.
    then: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DeploymentStatus {
    revision: String,
    primary: bool,
    desired: u64,
    running: u64,
    pending: u64,
    /// Tasks that failed in a row.
    failed: u64,
    rollout: String,
    reason: String,
}

impl StatusReport {
    /// Of these services, by their deployments that are under way as far as they are seen.
    pub(crate) fn new(
        services: &[Service],
        deployments: &[DeploymentDetails],
        unseen: Option<String>,
        lang: Lang,
    ) -> Self {
        let services = services.iter().map(|service| {
            let current = service.current_deployment();
            let details = deployments.iter().find(|it| Some(&*it.arn) == current);
            ServiceStatus::new(service, details, lang)
        });
        let mut services: Vec<_> = services.collect();
        services.sort_by(|a, b| (a.condition, &a.service).cmp(&(b.condition, &b.service)));
        let mut summary = BTreeMap::new();
        for service in &services {
            *summary.entry(service.condition).or_default() += 1;
        }
        StatusReport {
            version: 1,
            summary,
            services,
            unseen: unseen.into_iter().collect(),
        }
    }

    /// Whether something has gone wrong with one of them.
    pub(crate) fn is_failing(&self) -> bool {
        self.summary.keys().any(|condition| condition.is_failing())
    }

    /// As JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }
}

impl ServiceStatus {
    fn new(service: &Service, details: Option<&DeploymentDetails>, lang: Lang) -> Self {
        let events = service.events().map(|(_, message)| message.to_owned());
        let events: Vec<String> = events.collect();
        let events = events[events.len().saturating_sub(EVENTS)..].to_vec();
        let condition = Condition::of(service, details);
        let mut meanings = Vec::new();
        if condition != Condition::Steady {
            let reasons = service.deployments().map(Deployment::reason);
            for said in events.iter().map(String::as_str).chain(reasons) {
                let meaning = known_errors(said).first().map(|it| Meaning::new(*it, lang));
                meanings.extend(meaning.filter(|meaning| !meanings.contains(meaning)));
            }
        }
        ServiceStatus {
            service: service.name().to_owned(),
            status: service.status().to_owned(),
            condition,
            desired: service.desired(),
            deployments: service.deployments().map(DeploymentStatus::new).collect(),
            service_deployment: details.map(ServiceDeployment::new),
            events,
            meanings,
        }
    }

    /// What it is to run.
    fn primary(&self) -> Option<&DeploymentStatus> {
        self.deployments
            .iter()
            .find(|deployment| deployment.primary)
    }
}

impl ServiceDeployment {
    fn new(details: &DeploymentDetails) -> Self {
        let hooks = details.waiting().map(|hook| WaitingHook {
            hook: hook.id.clone(),
            expires: hook.expires().map(|time| time.to_string()),
            then: hook.then.clone(),
        });
        ServiceDeployment {
            arn: details.arn.clone(),
            status: details.status.as_str().to_owned(),
            reason: details.reason().to_owned(),
            strategy: details.strategy().map(str::to_owned),
            stage: details.stage.clone(),
            traffic: details.traffic(),
            waits_at: hooks.collect(),
        }
    }
}

impl DeploymentStatus {
    fn new(deployment: &Deployment) -> Self {
        DeploymentStatus {
            revision: deployment.definition.clone(),
            primary: deployment.is_primary(),
            desired: deployment.desired,
            running: deployment.running,
            pending: deployment.pending,
            failed: deployment.failed(),
            rollout: deployment.rollout().to_owned(),
            reason: deployment.reason().to_owned(),
        }
    }

    /// The name of its revision.
    fn short(&self) -> String {
        short(&self.revision)
    }
}
