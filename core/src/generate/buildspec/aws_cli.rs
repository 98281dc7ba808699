//! Registers and deploys with the AWS CLI and jq.

use crate::event_names::{RuleName, ScheduleName};
use crate::generate::scope::Scope;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;
use crate::shell::quote;

/// The commands that register, and update everything that uses the task definition.
pub(super) fn deploy(scope: &Scope<'_>) -> Value {
    let request = scope.request;
    let mut bindings = Bindings::new();
    bindings.when("latest", request.latest);
    bindings.when("wait", request.wait);
    if request.deploys_service() {
        match request.services.as_slice() {
            [] | [_] => bindings.each("services", Bindings::one("service", "\"$SERVICE\"")),
            names => {
                for name in names {
                    bindings.each("services", Bindings::one("service", &quote(name)));
                }
            }
        }
    }
    for name in &request.rules {
        bindings.each("rules", rule(name));
    }
    for name in &request.schedules {
        bindings.each("schedules", schedule(name));
    }
    template::read(template!("aws_cli.tmpl"), &bindings)
}

/// A rule. The bus is named only if it is not the default one.
fn rule(rule: &str) -> Bindings {
    let RuleName { bus, name } = RuleName::parse(rule);
    let mut bindings = Bindings::one("rule", &quote(name));
    if let Some(bus) = bus {
        let bus = quote(bus);
        bindings.text("bus-option", &format!(" --event-bus-name={bus}"));
        bindings.text("bus-argument", &format!(" --arg bus {bus}"));
        bindings.text("bus-member", "EventBusName: $bus, ");
    }
    bindings
}

fn schedule(schedule: &str) -> Bindings {
    let ScheduleName { group, name } = ScheduleName::parse(schedule);
    let mut bindings = Bindings::one("schedule", &quote(name));
    bindings.text("group", &quote(group));
    bindings
}
