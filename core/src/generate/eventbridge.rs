//! A rule or schedule that runs the task definition by its family: it starts the latest revision,
//! so that a deployment does not have to update it.

use super::cloudformation::{self, Template};
use super::error::GenerateError;
use super::generated::Generated;
use super::iam::{self, Trust};
use super::request::Trigger;
use super::resolve::Resolver;
use super::scope::Scope;
use super::template::{self, Bindings, template};

pub(super) fn generate(trigger: Trigger, scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let outline = scope.outline;
    if outline.family.is_empty() {
        return Err(GenerateError::NO_FAMILY);
    }
    let resolver = Resolver {
        scope,
        template: true,
    };
    let trust = match trigger {
        Trigger::Rule => Trust::StackRule,
        Trigger::Schedule => Trust::Schedules,
    };
    let mut types = outline.requires_compatibilities.iter();
    let mut bindings = Bindings::new();
    bindings.when("rule", trigger == Trigger::Rule);
    bindings.when("fargate", types.any(|kind| kind == "FARGATE"));
    let network = outline.network_mode.as_deref();
    bindings.when("awsvpc", network == Some("awsvpc"));
    bindings.when("tagged", outline.tagged);
    bindings.value("trust", iam::trust(trust, resolver));
    if let Some((policy, _)) = iam::document(&iam::TASK_EVENTS, resolver) {
        bindings.value("policy", policy);
    }
    let template = Template {
        name: "eventbridge.yml",
        head: Vec::new(),
        root: template::read(template!("eventbridge.tmpl"), &bindings),
    };
    cloudformation::write(template, scope)
}
