//! What the pipeline's own role needs: its source, its build, its artifacts.

use super::codebuild::artifacts;
use super::{Needs, Policy};
use crate::generate::draft::draft;
use crate::generate::request::Source;
use crate::generate::scope::Scope;
use crate::generate::term::Term;

pub(in super::super) static PIPELINE: Needs = Needs {
    draft: draft!("pipeline.draft"),
    allow,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.ink.scope;
    policy.on("Artifacts", artifacts(scope));
    match scope.request.source {
        Source::CodeCommit => {
            let repository = Term::arn("codecommit", "«CodeCommitRepository»");
            policy.on("CodeCommit", vec![repository]);
        }
        Source::Connection => policy.on("Connection", vec![Term::of("«ConnectionArn»")]),
    }
    let build = if scope.request.batch.is_empty() {
        "Build"
    } else {
        "BuildBatch"
    };
    policy.on(build, vec![project(scope)]);
}

pub(super) fn project(scope: &Scope<'_>) -> Term {
    Term::arn("codebuild", "project/").with(&scope.project)
}
