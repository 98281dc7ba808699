//! Shows what changed against the revision before, and runs the new one once, with the AWS CLI and jq.

use super::aws_cli::{rule, schedule, service_words};
use crate::generate::scope::Scope;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;
use crate::shell::quote;

/// The commands before the revision is registered.
pub(super) fn before(scope: &Scope<'_>) -> Vec<Value> {
    let family = Bindings::one("family", &quote(&scope.outline.family));
    vec![template::read(template!("before.tmpl"), &family)]
}

/// The commands that show what changed.
pub(super) fn difference() -> Value {
    template::read(template!("difference.tmpl"), &Bindings::new())
}

/// The commands that run the new revision once: like the first schedule, rule or service that the deploy
/// moves, or where the variables say.
pub(super) fn once(scope: &Scope<'_>) -> Vec<Value> {
    let moves = scope.moves();
    let services = service_words(scope);
    let like = match (
        moves.schedules.first(),
        moves.rules.first(),
        services.first(),
    ) {
        (Some(name), ..) => template::read(template!("like_schedule.tmpl"), &schedule(name)),
        (_, Some(name), _) => template::read(template!("like_rule.tmpl"), &rule(name)),
        (.., Some(service)) => {
            let service = Bindings::one("service", service);
            template::read(template!("like_service.tmpl"), &service)
        }
        _ => like_nothing(scope),
    };
    let run = template::read(template!("run_once.tmpl"), &Bindings::new());
    vec![like, run]
}

fn like_nothing(scope: &Scope<'_>) -> Value {
    let mut types = scope.outline.requires_compatibilities.iter();
    let is_fargate = types.any(|kind| kind == "FARGATE");
    let mut bindings = Bindings::one("launch-type", if is_fargate { "FARGATE" } else { "" });
    bindings.when("network", scope.asks_for_network());
    template::read(template!("like_nothing.tmpl"), &bindings)
}
