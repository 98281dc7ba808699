//! The CloudFormation stack of a pipeline: a source, a build that deploys, the bucket between them,
//! and a role for each with the permissions it uses.

mod words;

use super::buildspec::create_parameters;
use super::cloudformation::{self, Template};
use super::error::GenerateError;
use super::expr::Expr;
use super::generated::Generated;
use super::iam::{self, Trust};
use super::policy;
use super::request::{Builder, Source};
use super::resolve::Resolver;
use super::scope::Scope;
use super::template::{self, Bindings, template};
use super::value::{Comment, Value, joined};

pub(super) fn generate(mut scope: Scope<'_>) -> Result<Generated, GenerateError> {
    let template = stack(&mut scope);
    let mut generated = cloudformation::write(template, &scope)?;
    let lang = scope.request.lang;
    for note in [scope.registers_only(), scope.notes_on_windows()].concat() {
        let note = note.text(lang).to_owned();
        // In Japanese the head of the file stands there already.
        if !generated.notes.contains(&note) {
            generated.notes.push(note);
        }
    }
    for note in policy::about_other_families(&scope) {
        generated.notes.push(note.get(lang).clone());
    }
    Ok(generated)
}

/// The parameters that the stack has to be given, each as `NAME=VALUE`.
///
/// # Errors
/// It can't be made, or is of another image than can be told.
pub(super) fn required(mut scope: Scope<'_>) -> Result<String, GenerateError> {
    scope.check()?;
    let template = stack(&mut scope);
    Ok(cloudformation::required(template, &scope))
}

/// The stack, whose names the scope has from then on.
fn stack(scope: &mut Scope<'_>) -> Template {
    scope.project = Expr::parse("«Service»-«Env»-cicd-batch-project");
    scope.bucket = Some(Expr::parse("«ArtifactBucket»"));
    Template {
        name: "pipeline.yml",
        head: heading(scope),
        root: template::read(template!("pipeline.tmpl"), &bindings(scope)),
    }
}

fn bindings(scope: &Scope<'_>) -> Bindings {
    let request = scope.request;
    let resolver = Resolver {
        scope,
        template: true,
    };
    let mut bindings = Bindings::new();
    bindings.value("pipeline-trust", iam::trust(Trust::CodePipeline, resolver));
    bindings.value("codebuild-trust", iam::trust(Trust::CodeBuild, resolver));
    for (name, needs) in [
        ("pipeline-policy", &iam::PIPELINE),
        ("codebuild-policy", &iam::CODEBUILD),
        ("batch-policy", &iam::BATCH),
    ] {
        if let Some(policy) = iam::document(needs, resolver) {
            bindings.value(name, policy.value);
        }
    }
    bindings.value("rule-trust", iam::trust(Trust::StackRule, resolver));
    let builds = request.builder != Builder::None;
    bindings.when("builds", builds);
    bindings.when("batch", scope.is_batch());
    bindings.when("codecommit", request.source == Source::CodeCommit);
    bindings.when("arm", scope.is_arm());
    let parameters = scope.parameter_names();
    let moves = scope.moves();
    let one_service = !scope.is_batch() && moves.has_one_service();
    let pushes_to_one = !scope.is_batch() || request.one_image;
    let variables = !parameters.is_empty() || scope.uses_cluster() || one_service || pushes_to_one;
    if pushes_to_one {
        let address = resolver.text(&scope.repository_address());
        bindings.value("repository", address);
    }
    bindings.when("container", !scope.is_batch());
    bindings.when("variables", variables);
    bindings.when("cluster", scope.uses_cluster());
    bindings.when("service", one_service);
    bindings.when("approval", request.approval);
    bindings.when("vpc", request.vpc);
    bindings.when("notify", request.notify.is_some());
    bindings.when("filtered", !request.paths.is_empty());
    for path in &request.paths {
        let mut binding = Bindings::new();
        binding.value("path", Value::Text(path.clone()));
        bindings.each("paths", binding);
    }
    bindings.when("network", scope.asks_for_network());
    bindings.value("subnets", joined(",", "Subnets"));
    bindings.value("security-groups", joined(",", "SecurityGroups"));
    for name in parameters {
        bindings.each("parameters", Bindings::one("name", name));
    }
    bindings
}

/// What to prepare, and what the deploy moves.
fn heading(scope: &Scope<'_>) -> Vec<Comment> {
    let mut comments: Vec<Comment> = vec![words::BEFORE.into()];
    comments.extend(scope.head_of_moves());
    comments.extend(scope.head_of_windows());
    let commands = create_parameters(scope);
    if !commands.is_empty() {
        comments.push(words::CREATE_PARAMETERS.into());
    }
    for command in commands {
        let command = Bindings::one("command", &command);
        comments.push(template::comment(words::COMMAND, &[&command]));
    }
    comments
}
