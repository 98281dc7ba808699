//! What services run, and how far their deployments are.

mod text;

use std::collections::BTreeMap;

use serde::Serialize;
use taskdef_core::report_json;

use crate::aws::services::{Deployment, Service};
use crate::aws::{Condition, short};

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
    /// The newest events, oldest first.
    events: Vec<String>,
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
    pub(crate) fn new(services: &[Service]) -> Self {
        let mut services: Vec<_> = services.iter().map(ServiceStatus::new).collect();
        services.sort_by(|a, b| (a.condition, &a.service).cmp(&(b.condition, &b.service)));
        let mut summary = BTreeMap::new();
        for service in &services {
            *summary.entry(service.condition).or_default() += 1;
        }
        StatusReport {
            version: 1,
            summary,
            services,
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
    fn new(service: &Service) -> Self {
        let events = service.events().map(|(_, message)| message.to_owned());
        let events: Vec<String> = events.collect();
        ServiceStatus {
            service: service.name().to_owned(),
            status: service.status().to_owned(),
            condition: Condition::of(service),
            desired: service.desired(),
            deployments: service.deployments().map(DeploymentStatus::new).collect(),
            events: events[events.len().saturating_sub(EVENTS)..].to_vec(),
        }
    }

    /// What it is to run.
    fn primary(&self) -> Option<&DeploymentStatus> {
        self.deployments
            .iter()
            .find(|deployment| deployment.primary)
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
