//! Trust policies: one service may assume the role, as far as it says for whom, only for this account
//! and one resource. Otherwise a resource of another account could make
//! the service use the role (the confused deputy problem).

use crate::generate::expr::Expr;
use crate::generate::resolve::Resolver;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;

/// The services that assume roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Trust {
    CodeBuild,
    /// It has no condition: no page of AWS says that CodePipeline sends the account or the pipeline, and
    /// with a condition on what is not sent no pipeline would start. AWS's own policy has none:
    /// <https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-service-role-cli.html>
    CodePipeline,
    EcsTasks,
    /// The rules that the request names.
    Rules,
    /// A rule of the same stack, whose name CloudFormation makes.
    StackRule,
    /// The schedules in the groups that the request names, or in the default group.
    Schedules,
    /// The state machines of this account: the role is made before the machine, whose name
    /// CloudFormation makes.
    StateMachines,
    /// The workflows of a branch on GitHub, by their tokens.
    GitHubActions,
}

/// A trust policy.
pub(in super::super) fn trust(who: Trust, resolver: Resolver<'_>) -> Value {
    trust_with_sources(who, resolver).0
}

/// A trust policy, and what it names.
pub(in super::super) fn trust_with_sources(
    who: Trust,
    resolver: Resolver<'_>,
) -> (Value, Vec<Expr>) {
    let scope = resolver.scope;
    if who == Trust::GitHubActions {
        return github(resolver);
    }
    let (service, sources) = match who {
        Trust::CodeBuild => {
            let project = Expr::arn("codebuild", "project/").with(&scope.project);
            ("codebuild", vec![project])
        }
        Trust::CodePipeline => ("codepipeline", Vec::new()),
        Trust::EcsTasks => ("ecs-tasks", vec![Expr::arn("ecs", "*")]),
        Trust::Rules => ("events", scope.rules()),
        Trust::StackRule => {
            // CloudFormation cuts a long stack name to make the rule's, so that no prefix is certain.
            ("events", vec![Expr::arn("events", "rule/*")])
        }
        Trust::Schedules => {
            let mut groups = Vec::new();
            for name in scope.schedule_groups() {
                groups.push(Expr::arn("scheduler", "schedule-group/").with_data(&name));
            }
            ("scheduler", groups)
        }
        Trust::GitHubActions => ("", Vec::new()),
        Trust::StateMachines => ("states", vec![Expr::arn("states", "stateMachine:*")]),
    };
    let mut bindings = Bindings::one("service", service);
    let account = Expr::parse("«AWS::AccountId»");
    if who == Trust::CodePipeline {
        let document = template::read(template!("trust.tmpl"), &bindings);
        return (document, Vec::new());
    }
    bindings.value("account", resolver.text(&account));
    if !sources.is_empty() {
        bindings.value("sources", resolver.texts(&sources));
    }
    let document = template::read(template!("trust.tmpl"), &bindings);
    (document, [vec![account], sources].concat())
}

/// A trust policy for the tokens of GitHub: of this repository's branch alone. A repository that was made
/// or renamed since 15 July 2026 has its owner's and its own number in the subject. Sources:
/// <https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws>,
/// <https://docs.github.com/en/actions/reference/security/oidc>
fn github(resolver: Resolver<'_>) -> (Value, Vec<Expr>) {
    let start = Expr::parse("arn:«AWS::Partition»:iam::«AWS::AccountId»:oidc-provider/");
    let provider = start.then("token.actions.githubusercontent.com");
    let subject = Expr::parse("repo:«RepositoryId»:ref:refs/heads/«Branch»");
    let audience = if resolver.scope.is_in_china() {
        "sts.amazonaws.com.cn"
    } else {
        "sts.amazonaws.com"
    };
    let mut bindings = Bindings::one("audience", audience);
    bindings.value("provider", resolver.text(&provider));
    bindings.value("subject", resolver.text(&subject));
    let document = template::read(template!("github_trust.tmpl"), &bindings);
    (document, vec![provider, subject])
}
