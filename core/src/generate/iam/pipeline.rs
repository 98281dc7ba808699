//! The permissions of the pipeline's own role: its source, its build, its artifacts.

use super::codebuild::artifacts;
use super::{Needs, Policy};
use crate::generate::expr::Expr;
use crate::generate::request::Source;
use crate::generate::scope::Scope;
use crate::generate::template::template;

pub(in super::super) static PIPELINE: Needs = Needs {
    template: template!("pipeline.tmpl"),
    allow,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    policy.on("Artifacts", artifacts(scope));
    match scope.request.source {
        Source::CodeCommit => {
            let repository = Expr::arn("codecommit", "«CodeCommitRepository»");
            policy.on("CodeCommit", vec![repository]);
        }
        Source::Connection => policy.on("Connection", vec![Expr::parse("«ConnectionArn»")]),
    }
    let build = if scope.is_batch() {
        "BuildBatch"
    } else {
        "Build"
    };
    policy.on(build, vec![project(scope)]);
}

pub(super) fn project(scope: &Scope<'_>) -> Expr {
    Expr::arn("codebuild", "project/").with(&scope.project)
}
