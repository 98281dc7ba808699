//! `taskdef status`: what services run, and how far their deployments are.

use std::fmt::Write as _;

use serde::Serialize;
use taskdef_core::escape;
use taskdef_core::report::{Paint as Painter, Style};

use crate::args::Format;
use crate::aws::args::StatusArgs;
use crate::aws::services::Service;
use crate::aws::{block_on, short};
use crate::error::{Error, Status};
use crate::files;
use crate::paint::{Paint, Stream};

/// The newest so many events are shown.
const EVENTS: usize = 3;

/// What is told of a service, in the machine's form too.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    service: String,
    status: String,
    desired: u64,
    deployments: Vec<Deployed>,
    /// The newest events, oldest first.
    events: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Deployed {
    revision: String,
    primary: bool,
    desired: u64,
    running: u64,
    pending: u64,
    rollout: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct All {
    version: u32,
    services: Vec<Told>,
}

pub(crate) fn run(args: &StatusArgs) -> Result<Status, Error> {
    let services = block_on(async {
        let aws = args.aws.connect().await?;
        let mut names = args.service.clone();
        if names.is_empty() {
            names = aws.service_names(&args.cluster).await?;
        }
        Ok(aws.all_services(&args.cluster, &names).await?)
    })?;
    let services = services.iter().map(told).collect();
    let text = if args.format == Format::Json {
        let all = All {
            version: 1,
            services,
        };
        serde_json::to_string(&all).unwrap_or_default() + "\n"
    } else {
        render(&services, Paint::of(Stream::Stdout).function())
    };
    files::to_stdout(&text)?;
    Ok(Status::Done)
}

fn told(service: &Service) -> Told {
    let deployments = service.deployments().map(|deployment| {
        let (desired, running, pending) = deployment.counts();
        Deployed {
            revision: deployment.definition().to_owned(),
            primary: deployment.is_primary(),
            desired,
            running,
            pending,
            rollout: deployment.rollout().to_owned(),
            reason: deployment.reason().to_owned(),
        }
    });
    let events: Vec<String> = service
        .events()
        .map(|(_, message)| message.to_owned())
        .collect();
    Told {
        service: service.name().to_owned(),
        status: service.status().to_owned(),
        desired: service.desired(),
        deployments: deployments.collect(),
        events: events[events.len().saturating_sub(EVENTS)..].to_vec(),
    }
}

fn render(services: &Vec<Told>, paint: Painter) -> String {
    let mut out = String::new();
    for told in services {
        let heading = format!("{} ({})", told.service, told.status);
        let _ = writeln!(out, "{}", paint(Style::Heading, &escape(&heading)));
        for deployed in &told.deployments {
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
        for event in &told.events {
            let _ = writeln!(out, "  {}", paint(Style::Quiet, &escape(event)));
        }
    }
    if services.is_empty() {
        out.push_str("There are no services on this cluster.\n");
    }
    out
}
