//! Registering and deploying with the AWS CLI and jq.

use crate::generate::draft::{self, Holes, draft};
use crate::generate::scope::{Placed, Scope};
use crate::generate::value::Value;
use crate::shell::quote;

/// Registers, and has everything use the new revision.
pub(super) fn deploy(scope: &Scope<'_>) -> Value {
    let request = scope.request;
    let mut holes = Holes::new();
    holes.when("latest", request.latest);
    holes.when("wait", request.wait);
    if request.deploys_service() {
        match request.services.as_slice() {
            [] | [_] => holes.each("services", Holes::one("service", "\"$SERVICE\"")),
            names => {
                for name in names {
                    holes.each("services", Holes::one("service", &quote(name)));
                }
            }
        }
    }
    for name in &request.rules {
        holes.each("rules", rule(name));
    }
    for name in &request.schedules {
        holes.each("schedules", schedule(name));
    }
    draft::read(draft!("aws_cli.draft"), &holes)
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
