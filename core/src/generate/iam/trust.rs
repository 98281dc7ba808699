//! Who may take a role on: one service, for this account alone, and where the service tells it, for
//! one resource alone. Without this, somebody else's resource could have the service use the role.

use crate::generate::draft::{self, Holes, draft};
use crate::generate::term::{Ink, Term};
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
pub(in super::super) fn trust(who: Trust, ink: Ink<'_>) -> Value {
    let scope = ink.scope;
    let (service, sources) = match who {
        Trust::CodeBuild => {
            let project = Term::arn("codebuild", "project/").with(&scope.project);
            ("codebuild", vec![project])
        }
        Trust::CodePipeline => ("codepipeline", Vec::new()),
        Trust::EcsTasks => ("ecs-tasks", vec![Term::arn("ecs", "*")]),
        Trust::Rules => ("events", scope.rules()),
        Trust::StackRule => {
            let rule = Term::arn("events", "rule/«AWS::StackName»-*");
            ("events", vec![rule])
        }
        Trust::Schedules => {
            let mut groups = Vec::new();
            for name in scope.schedule_groups() {
                groups.push(Term::arn("scheduler", "schedule-group/").with_data(name));
            }
            ("scheduler", groups)
        }
    };
    let mut holes = Holes::one("service", service);
    holes.value("account", ink.text(&Term::of("«AWS::AccountId»")));
    if !sources.is_empty() {
        holes.value("sources", ink.texts(&sources));
    }
    draft::read(draft!("trust.draft"), &holes)
}
