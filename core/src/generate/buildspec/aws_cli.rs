//! Registering and deploying with the AWS CLI and jq.

use crate::generate::draft::{self, draft};
use crate::generate::holes::Holes;
use crate::generate::scope::{Placed, Scope};
use crate::generate::shell::quote;
use crate::generate::value::Value;

/// Registers, and has everything use the new revision.
pub(super) fn deploy(scope: &Scope<'_>) -> Value {
    let request = scope.request;
    let mut holes = Holes::new();
    holes.when("latest", request.latest);
    holes.when("wait", request.wait);
    holes.each("services", services(scope));
    holes.each("rules", request.rules.iter().map(|it| rule(it)).collect());
    let schedules = request.schedules.iter().map(|it| schedule(it));
    holes.each("schedules", schedules.collect());
    draft::read(draft!("aws_cli.draft"), &holes)
}

/// The services, each as a word of the shell: a single one is a variable.
fn services(scope: &Scope<'_>) -> Vec<Holes> {
    if !scope.request.deploys_service() {
        return Vec::new();
    }
    match scope.request.services.as_slice() {
        [] | [_] => vec![Holes::one("service", "\"$SERVICE\"")],
        names => {
            let each = names.iter().map(|name| Holes::one("service", &quote(name)));
            each.collect()
        }
    }
}

/// A rule, whose bus is named only if it is not the default one.
fn rule(rule: &str) -> Holes {
    let Placed { place, name } = Placed::of(rule);
    let mut holes = Holes::one("rule", &quote(name));
    if let Some(bus) = place {
        let bus = quote(bus);
        holes.text("bus-option", &format!(" --event-bus-name={bus}"));
        holes.text("bus-argument", &format!(" --arg bus {bus}"));
        holes.text("bus-member", "EventBusName: $bus, ");
    }
    holes
}

fn schedule(schedule: &str) -> Holes {
    let Placed { place, name } = Placed::of(schedule);
    let mut holes = Holes::one("schedule", &quote(name));
    holes.text("group", &quote(place.unwrap_or("default")));
    holes
}
