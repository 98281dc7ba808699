//! What services run, and how far their deployments are.

use std::fmt::Write as _;

use serde::Serialize;
use taskdef_core::report::{Paint, Style};
use taskdef_core::{escape, report_json};

use crate::aws::services::Service;
use crate::aws::short;

/// How many of the newest events are shown.
const EVENTS: usize = 3;

/// A service, in the JSON form too.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ServiceStatus {
    service: String,
    status: String,
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
    rollout: String,
    reason: String,
}

/// The services of a cluster, to be rendered as text or JSON.
#[derive(Debug, Serialize)]
pub(crate) struct Services {
    version: u32,
    services: Vec<ServiceStatus>,
}

impl Services {
    pub(crate) fn new(services: &[Service]) -> Self {
        Services {
            version: 1,
            services: services.iter().map(service_status).collect(),
        }
    }

    /// As JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }

    /// As text.
    pub(crate) fn to_text(&self, paint: Paint) -> String {
        let mut out = String::new();
        for service in &self.services {
            let heading = format!("{} ({})", service.service, service.status);
            let _ = writeln!(out, "{}", paint(Style::Heading, &escape(&heading)));
            for deployed in &service.deployments {
                let style = match deployed.rollout.as_str() {
                    "FAILED" => Style::Error,
                    "COMPLETED" => Style::Good,
                    _ => Style::Warning,
                };
                let line = format!(
                    "{} {}: {} of {} running, {} pending {}",
                    if deployed.primary { "runs" } else { "replaces" },
                    short(&deployed.revision),
                    deployed.running,
                    deployed.desired,
                    deployed.pending,
                    deployed.rollout,
                );
                let _ = writeln!(out, "  {}", paint(style, escape(&line).trim_end()));
                if !deployed.reason.is_empty() {
                    let _ = writeln!(out, "    {}", escape(&deployed.reason));
                }
            }
            for event in &service.events {
                let _ = writeln!(out, "  {}", paint(Style::Quiet, &escape(event)));
            }
        }
        if self.services.is_empty() {
            out.push_str("There are no services on this cluster.\n");
        }
        out
    }
}

fn service_status(service: &Service) -> ServiceStatus {
    let deployments = service.deployments().map(|deployment| DeploymentStatus {
        revision: deployment.definition.clone(),
        primary: deployment.is_primary(),
        desired: deployment.desired,
        running: deployment.running,
        pending: deployment.pending,
        rollout: deployment.rollout().to_owned(),
        reason: deployment.reason().to_owned(),
    });
    let events: Vec<String> = service
        .events()
        .map(|(_, message)| message.to_owned())
        .collect();
    ServiceStatus {
        service: service.name().to_owned(),
        status: service.status().to_owned(),
        desired: service.desired(),
        deployments: deployments.collect(),
        events: events[events.len().saturating_sub(EVENTS)..].to_vec(),
    }
}
