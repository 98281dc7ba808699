//! Who may take a role on: one service, for this account alone, and where the service tells it, for
//! one resource alone. Without this, somebody else's resource could have the service use the role.

use crate::generate::expr::Expr;
use crate::generate::resolve::Resolver;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;

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
pub(in super::super) fn trust(who: Trust, resolver: Resolver<'_>) -> Value {
    let scope = resolver.scope;
    let (service, sources) = match who {
        Trust::CodeBuild => {
            let project = Expr::arn("codebuild", "project/").with(&scope.project);
            ("codebuild", vec![project])
        }
        Trust::CodePipeline => ("codepipeline", Vec::new()),
        Trust::EcsTasks => ("ecs-tasks", vec![Expr::arn("ecs", "*")]),
        Trust::Rules => ("events", scope.rules()),
        Trust::StackRule => {
            let rule = Expr::arn("events", "rule/«AWS::StackName»-*");
            ("events", vec![rule])
        }
        Trust::Schedules => {
            let mut groups = Vec::new();
            for name in scope.schedule_groups() {
                groups.push(Expr::arn("scheduler", "schedule-group/").with_data(name));
            }
            ("scheduler", groups)
        }
    };
    let mut bindings = Bindings::one("service", service);
    bindings.value("account", resolver.text(&Expr::parse("«AWS::AccountId»")));
    if !sources.is_empty() {
        bindings.value("sources", resolver.texts(&sources));
    }
    template::read(template!("trust.tmpl"), &bindings)
}
