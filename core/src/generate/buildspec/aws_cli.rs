//! Registers and deploys with the AWS CLI and jq.

use super::run;
use super::shape::{for_each, joined};
use crate::event_names::{RuleName, ScheduleName};
use crate::generate::moves::Services;
use crate::generate::scope::Scope;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;
use crate::shell::quote;

const UPDATE: &str = template!("update.tmpl");
const WAIT: &str = template!("wait.tmpl");
const RULE: &str = template!("rule.tmpl");
const SCHEDULE: &str = template!("schedule.tmpl");

/// The commands that register, and move what the deploy moves.
pub(super) fn deploy(scope: &Scope<'_>) -> Value {
    let mut commands = vec![register(scope)];
    commands.append(&mut moves(scope));
    joined(&commands)
}

/// The commands that register; with `--run` also what shows what changed.
pub(super) fn register(scope: &Scope<'_>) -> Value {
    let mut bindings = Bindings::new();
    bindings.when("latest", scope.request.latest);
    let register = template::read(template!("register.tmpl"), &bindings);
    if !scope.request.run {
        return register;
    }
    let mut commands = run::before(scope);
    commands.push(register);
    commands.push(run::difference());
    joined(&commands)
}

/// The commands that move what the deploy moves. With `--run` the new revision runs once when the
/// services have moved, and before anything is to start it.
pub(super) fn moves(scope: &Scope<'_>) -> Vec<Value> {
    if scope.is_batch() {
        return of_a_family(scope);
    }
    let mut commands = services(scope);
    if scope.request.run {
        commands.append(&mut run::once(scope));
    }
    commands.append(&mut starters(scope));
    commands
}

/// The services that the deploy moves, as words of the shell.
pub(super) fn service_words(scope: &Scope<'_>) -> Vec<String> {
    let moves = scope.moves();
    match &moves.services {
        Services::None => Vec::new(),
        _ if moves.has_one_service() => vec!["\"$SERVICE\"".to_owned()],
        Services::Variable => Vec::new(),
        Services::Named(names) => names.iter().map(|name| quote(name).into_owned()).collect(),
    }
}

/// The commands for each service that the deploy moves.
fn services(scope: &Scope<'_>) -> Vec<Value> {
    let services = service_words(scope);
    let mut commands = Vec::new();
    for template in [UPDATE, WAIT] {
        for service in &services {
            if template == UPDATE || scope.request.wait {
                commands.push(template::read(template, &Bindings::one("service", service)));
            }
        }
    }
    commands
}

/// The commands for each rule and schedule that the deploy moves.
fn starters(scope: &Scope<'_>) -> Vec<Value> {
    let moves = scope.moves();
    let mut commands = Vec::new();
    for name in &moves.rules {
        commands.push(template::read(RULE, &rule(name)));
    }
    for name in &moves.schedules {
        commands.push(template::read(SCHEDULE, &schedule(name)));
    }
    commands
}

/// The commands of a batch, whose builds have their names in variables.
fn of_a_family(scope: &Scope<'_>) -> Vec<Value> {
    let moves = scope.moves();
    let mut commands = Vec::new();
    let mut each = |name, list, template, bindings: &Bindings| {
        commands.push(for_each(name, list, template::read(template, bindings)));
    };
    if moves.has_services() {
        let service = Bindings::one("service", "\"$NAME\"");
        each("NAME", "SERVICES", UPDATE, &service);
        if scope.request.wait {
            each("NAME", "SERVICES", WAIT, &service);
        }
    }
    if !moves.rules.is_empty() {
        let mut rule = Bindings::one("rule", "\"${NAME##*/}\"");
        on_bus(&mut rule, "\"${NAME%/*}\"");
        each("NAME", "RULES", RULE, &rule);
    }
    if !moves.schedules.is_empty() {
        let mut schedule = Bindings::one("schedule", "\"${NAME##*/}\"");
        schedule.text("group", "\"${NAME%/*}\"");
        each("NAME", "SCHEDULES", SCHEDULE, &schedule);
    }
    commands
}

/// A rule. The bus is named only if it is not the default one.
pub(super) fn rule(rule: &str) -> Bindings {
    let RuleName { bus, name } = RuleName::parse(rule);
    let mut bindings = Bindings::one("rule", &quote(name));
    if let Some(bus) = bus {
        on_bus(&mut bindings, &quote(bus));
    }
    bindings
}

fn on_bus(bindings: &mut Bindings, bus: &str) {
    bindings.text("bus-option", &format!(" --event-bus-name={bus}"));
    bindings.text("bus-argument", &format!(" --arg bus {bus}"));
    bindings.text("bus-member", "EventBusName: $bus, ");
}

pub(super) fn schedule(schedule: &str) -> Bindings {
    let ScheduleName { group, name } = ScheduleName::parse(schedule);
    let mut bindings = Bindings::one("schedule", &quote(name));
    bindings.text("group", &quote(group));
    bindings
}
