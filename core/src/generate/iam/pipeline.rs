//! The permissions of the pipeline's own role: its source, its build, its artifacts.
//!
//! Sources: <https://docs.aws.amazon.com/codepipeline/latest/userguide/security-iam-id-policies-examples.html>,
//! <https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html>; that a connection's
//! source needs `s3:PutObjectAcl`: <https://github.com/aws/aws-cdk/issues/13557>

use super::codebuild::{artifacts, s3};
use super::{Needs, Policy};
use crate::generate::expr::Expr;
use crate::generate::request::Source;
use crate::generate::scope::Scope;
use crate::generate::template::template;

pub(in super::super) static PIPELINE: Needs = Needs {
    template: template!("pipeline.tmpl"),
    allow,
    waits: false,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    policy.on("Artifacts", artifacts(scope));
    if scope.request.source == Source::Connection {
        policy.on("ArtifactAcl", artifacts(scope));
    }
    if let Some(bucket) = &scope.bucket {
        policy.on("Bucket", vec![s3().with(bucket)]);
    }
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
