//! The command that continues an unfinished deployment.

use taskdef_core::quote;

use super::outcome::Family;
use super::request::DeployRequest;
use crate::aws::arn::short;

/// The command that finishes what is registered and unfinished; `None` if nothing is.
pub(super) fn next_command(request: &DeployRequest, families: &[Family]) -> Option<String> {
    let unfinished = families.iter().filter(|family| {
        let given_up = family
            .services
            .iter()
            .any(|service| service.state.is_given_up());
        family.revision.is_some() && family.is_unfinished() && !given_up
    });
    let unfinished: Vec<&Family> = unfinished.collect();
    if unfinished.is_empty() || request.cluster.is_none() {
        return None;
    }
    let mut words = vec!["taskdef".to_owned(), "deploy".to_owned()];
    let mut option = |name: &str, value: &str| {
        words.push(name.to_owned());
        if !value.is_empty() {
            words.push(value.to_owned());
        }
    };
    for family in &unfinished {
        if let Some(revision) = &family.revision {
            option("--revision", &short(revision));
        }
    }
    if let Some(cluster) = &request.cluster {
        option("--cluster", cluster);
    }
    for service in unfinished.iter().flat_map(|family| &family.services) {
        option("--service", &service.name);
    }
    if request.trigger_filter.all {
        option("--all-schedules", "");
    }
    for (bus, rule) in &request.trigger_filter.rules {
        let bus = if bus == "default" {
            String::new()
        } else {
            format!("{bus}/")
        };
        option("--rule", &format!("{bus}{rule}"));
    }
    for (group, name) in &request.trigger_filter.schedules {
        option("--schedule", &format!("{group}/{name}"));
    }
    if request.unpin {
        option("--unpin", "");
    }
    if request.run.is_some() {
        option("--run", "");
    }
    if let Some(wait) = &request.wait {
        option("--wait", "");
        if wait.roll_back {
            option("--on-failure", "rollback");
        }
    }
    words.extend(request.connection_args.iter().cloned());
    let words = words.iter().map(|word| quote(word));
    Some(words.collect::<Vec<_>>().join(" "))
}
