//! The stacks of a way: their files, and the parameters that each has to be given.

use crate::generate::request::{Kind, Request, Route, Starter, Trigger};
use crate::generate::scope::Scope;
use crate::generate::template::Bindings;
use crate::generate::{alerts, eventbridge, pipeline};

/// What a command has where it is not known what the stack asks for.
const UNKNOWN: &str = "NAME=VALUE";

/// The role of a starter's stack, by the name that it has there and in the pipeline.
const ROLES: [&str; 2] = ["RuleRoleArn", "ScheduleRoleArn"];

/// Binds each stack that the way or its files have, with its parameters.
pub(super) fn bind(bindings: &mut Bindings, scope: &Scope<'_>, starter: Starter, made: &[&str]) {
    let by_pipeline = scope.request.route == Route::Pipeline;
    if let Some(trigger) = trigger(starter) {
        let file = match trigger {
            Trigger::StateMachine => "state-machine.yml",
            Trigger::Rule | Trigger::Schedule => "eventbridge.yml",
        };
        let shown = by_pipeline || made.contains(&file);
        bindings.text_if("starter-file", shown.then_some(file));
        let own = of_kind(scope, Kind::EventBridge(trigger));
        let asked = eventbridge::required(trigger, scope.of_file(&own));
        bindings.text("starter-values", &option(asked.ok().as_deref()));
    }
    if by_pipeline {
        let own = of_kind(scope, Kind::Pipeline);
        let asked = pipeline::required(scope.of_file(&own)).ok();
        let asked_of_starter = ROLES.into_iter().find(|role| {
            let names = asked.iter().flat_map(|asked| asked.split([' ', '=']));
            trigger(starter).is_some() && names.into_iter().any(|name| name == *role)
        });
        bindings.text_if("starter-role", asked_of_starter);
        bindings.text("pipeline-values", &option(asked.as_deref()));
    }
    if made.contains(&"alerts.yml") {
        let own = of_kind(scope, Kind::Alerts);
        let asked = alerts::required(&scope.of_file(&own)).ok();
        bindings.when("alerts", true);
        bindings.text("alerts-values", &option(asked.as_deref()));
    }
}

/// What a generated stack can start the job with.
fn trigger(starter: Starter) -> Option<Trigger> {
    match starter {
        Starter::Rule => Some(Trigger::Rule),
        Starter::Schedule => Some(Trigger::Schedule),
        Starter::StateMachine => Some(Trigger::StateMachine),
        Starter::Service | Starter::Hand | Starter::Unknown => None,
    }
}

/// The request for one file of the way.
pub(super) fn of_kind(scope: &Scope<'_>, kind: Kind) -> Request {
    let mut request = Request {
        kind,
        ..scope.request.clone()
    };
    // The container is the image's: of the runs of a state machine no single one is told.
    if kind == Kind::Alerts && request.state_machine.is_some() {
        request.container = None;
    }
    request
}

/// The option that gives the parameters, on a line of its own.
fn option(values: Option<&str>) -> String {
    match values.unwrap_or(UNKNOWN) {
        "" => String::new(),
        values => format!(" \\\n  --parameter-overrides {values}"),
    }
}
