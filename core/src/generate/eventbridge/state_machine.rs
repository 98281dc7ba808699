//! A schedule of a state machine that runs the task: with a time limit, retries, and one run at a time.
//!
//! Sources: <https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html>,
//! <https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html> (the newest
//! first), <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html>

use super::launch::{self, Launch};
use super::{checked, command, lost, name, time, written};
use crate::generate::cloudformation::Template;
use crate::generate::error::GenerateError;
use crate::generate::generated::Generated;
use crate::generate::iam::{self, Trust};
use crate::generate::request::Trigger;
use crate::generate::resolve::Resolver;
use crate::generate::scope::Scope;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::{Function, Value, joined};

/// The time limit of a job whose own is not known: until its next start, as most start once a day.
const USUAL_LIMIT: &str = "24h";

/// The machine and its schedule.
pub(in super::super) fn generate(scope: Scope<'_>) -> Result<Generated, GenerateError> {
    let scope = checked(Trigger::StateMachine, scope)?;
    let template = stack(&scope)?;
    written(Trigger::StateMachine, template, &scope)
}

pub(super) fn stack(scope: &Scope<'_>) -> Result<Template, GenerateError> {
    let resolver = Resolver {
        scope,
        template: true,
    };
    let mut bindings = Bindings::new();
    name::bind(Trigger::StateMachine, scope, &mut bindings);
    bind_task(scope, &mut bindings)?;
    bindings.value("trust", iam::trust(Trust::Schedules, resolver));
    bindings.value("machine-trust", iam::trust(Trust::StateMachines, resolver));
    for (name, needs) in [
        ("policy", &iam::START_MACHINE),
        ("machine-policy", &iam::STATE_MACHINE),
    ] {
        if let Some(policy) = iam::document(needs, resolver) {
            bindings.value(name, policy.value);
        }
    }
    bindings.value("lost", lost::queue());
    Ok(Template {
        name: "state-machine.yml",
        head: Vec::new(),
        root: template::read(template!("state_machine.tmpl"), &bindings),
    })
}

/// Binds what the state has that runs the task. A definition takes no functions of CloudFormation, so
/// that a list goes in as one text, which the state parts.
fn bind_task(scope: &Scope<'_>, bindings: &mut Bindings) -> Result<(), GenerateError> {
    let request = scope.request;
    let launch = Launch::of(scope)?;
    if let Launch::OpenProvider = launch {
        let parameter = Function::Ref.call("CapacityProvider".into());
        bindings.value("open-provider", parameter);
        bindings.value("providers", launch::alone("${Provider}".into()));
    }
    launch.bind(scope, bindings);
    if scope.outline.network_mode.as_deref() == Some("awsvpc") {
        bindings.value("subnets", joined(",", "Subnets"));
        bindings.value("security-groups", joined(",", "SecurityGroups"));
    }
    let limit = request.timeout.as_deref().unwrap_or(USUAL_LIMIT);
    let seconds = time::seconds(limit).unwrap_or_default();
    bindings.value("timeout", Value::Number(seconds.to_string()));
    if let Some(retries) = request.retries.filter(|retries| *retries > 0) {
        bindings.value("retries", Value::Number(retries.to_string()));
    }
    bindings.when("command", command::overrides(scope).is_some());
    bindings.when("tagged", scope.outline.tagged);
    Ok(())
}
