//! Who may take a role on: one service, for this account alone, and where the service tells it, for
//! one resource alone. Without this, somebody else's resource could have the service use the role.

use super::one_or_list;
use crate::generate::resources::arn;
use crate::generate::scope::Scope;
use crate::generate::slot;
use crate::generate::term::{Ink, Term};
use crate::generate::value::{List, Map};

/// The services that take roles on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Trust {
    CodeBuild,
    /// CodePipeline tells only the account.
    CodePipeline,
    EcsTasks,
    /// The rules that the request names.
    Rules,
    /// A rule of the same stack, whose name begins with the stack's.
    StackRule,
    /// The schedules of the groups that the request names, or of the default one.
    Schedules,
}

/// A trust policy.
pub(in super::super) fn trust(who: Trust, ink: Ink<'_>, scope: &Scope<'_>) -> Map {
    let (service, sources) = match who {
        Trust::CodeBuild => {
            let project = arn("codebuild").then("project/").with(&scope.project);
            ("codebuild.amazonaws.com", vec![project])
        }
        Trust::CodePipeline => ("codepipeline.amazonaws.com", Vec::new()),
        Trust::EcsTasks => ("ecs-tasks.amazonaws.com", vec![arn("ecs").then("*")]),
        Trust::Rules => ("events.amazonaws.com", scope.rules()),
        Trust::StackRule => {
            let rule = arn("events")
                .then("rule/")
                .with(&Term::slot(&slot::STACK))
                .then("-*");
            ("events.amazonaws.com", vec![rule])
        }
        Trust::Schedules => {
            let group = arn("scheduler").then("schedule-group/");
            let groups = scope.schedule_groups().into_iter();
            let groups = groups.map(|name| group.clone().with(&Term::data(name)));
            ("scheduler.amazonaws.com", groups.collect())
        }
    };
    let account = ink.text(&Term::slot(&slot::ACCOUNT));
    let source = (!sources.is_empty()).then(|| {
        let sources = sources.iter().map(|source| ink.text(source));
        Map::new().set("aws:SourceArn", one_or_list(sources))
    });
    let condition = Map::new()
        .set("StringEquals", Map::new().set("aws:SourceAccount", account))
        .set_some("ArnLike", source);
    let statement = Map::new()
        .set("Effect", "Allow")
        .set("Principal", Map::new().set("Service", service))
        .set("Action", "sts:AssumeRole")
        .set("Condition", condition);
    Map::new()
        .set("Version", "2012-10-17")
        .set("Statement", List::new().push(statement))
}
