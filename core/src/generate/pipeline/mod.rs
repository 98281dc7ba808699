//! The CloudFormation stack of a pipeline: a source, a build that deploys, the bucket between them,
//! and a role for each with what it uses.

mod words;

use super::buildspec::create_parameters;
use super::draft::{self, Holes, draft};
use super::iam::{self, Trust};
use super::request::{Builder, Source};
use super::scope::Scope;
use super::template::{self, Template};
use super::term::{Ink, Term};
use super::value::{Comment, Value};
use super::{Generated, Refusal};

pub(super) fn generate(mut scope: Scope<'_>) -> Result<Generated, Refusal> {
    if scope.outline.family.is_empty() {
        return Err(Refusal::NO_FAMILY);
    }
    scope.project = Term::of("«Service»-«Env»-cicd-batch-project");
    scope.bucket = Some(Term::of("«ArtifactBucket»"));
    scope.from_parameters = true;
    let template = Template {
        name: "pipeline.yml",
        head: heading(&scope),
        root: draft::read(draft!("pipeline.draft"), &holes(&scope)),
    };
    template::write(template, &scope)
}

fn holes(scope: &Scope<'_>) -> Holes {
    let request = scope.request;
    let ink = Ink {
        scope,
        template: true,
    };
    let mut holes = Holes::new();
    holes.value("pipeline-trust", iam::trust(Trust::CodePipeline, ink));
    holes.value("codebuild-trust", iam::trust(Trust::CodeBuild, ink));
    for (name, needs) in [
        ("pipeline-policy", &iam::PIPELINE),
        ("codebuild-policy", &iam::CODEBUILD),
        ("batch-policy", &iam::BATCH),
    ] {
        if let Some((policy, _)) = iam::document(needs, ink) {
            holes.value(name, policy);
        }
    }
    holes.value("rule-trust", iam::trust(Trust::StackRule, ink));
    let builds = request.builder != Builder::None;
    holes.value("privileged", Value::Bool(builds));
    holes.when("batch", !request.batch.is_empty());
    holes.when("codecommit", request.source == Source::CodeCommit);
    holes.when("arm", scope.is_arm());
    let parameters = scope.parameter_names();
    let one_service = request.deploys_service() && request.services.len() < 2;
    let variables = !parameters.is_empty() || scope.uses_cluster() || one_service;
    holes.when("variables", variables);
    holes.when("cluster", scope.uses_cluster());
    holes.when("service", one_service);
    for name in parameters {
        holes.each("parameters", Holes::one("name", name));
    }
    holes
}

/// What differs from the pipeline that people copy, and what is to be done first.
fn heading(scope: &Scope<'_>) -> Vec<Comment> {
    let mut comments: Vec<Comment> = vec![words::BEFORE.into()];
    let commands = create_parameters(scope);
    if !commands.is_empty() {
        comments.push(words::CREATE_PARAMETERS.into());
    }
    for command in commands {
        let command = Holes::one("command", &command);
        comments.push(Comment::filled(words::COMMAND, &[&command]));
    }
    comments.push(words::DIFFERS.into());
    comments
}
