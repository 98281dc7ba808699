//! CodeBuild's `buildspec.yml`: build an image, push it, register the task definition and have
//! services, rules and schedules use it.
//!
//! CodeBuild runs each command on its own and stops a phase at the first that fails, but it runs
//! `post_build` even after a failed `build`. So every command here fails as a whole if any part of
//! it does, and `post_build` begins with a guard.

mod aws_cli;
mod build;
mod taskdef;
mod words;

pub(super) use build::create_parameters;

use super::request::{Builder, Style};
use super::scope::Scope;
use super::slot;
use super::value::{Comment, List, Map, Value};
use super::yaml::{self, Form};
use super::{Generated, floor, head};

pub(super) fn generate(scope: &Scope<'_>) -> Generated {
    let request = scope.request;
    let spec = Map::new()
        .set("version", Value::Version(0.2))
        .set_some("batch", batch(scope))
        .set("env", env(scope))
        .set("phases", phases(scope))
        .set_some("reports", build::reports(scope))
        .set("artifacts", artifacts(scope));
    let spec = Value::Map(spec);
    let comments = heading(scope);
    let text = match request.format {
        super::Format::Json => super::value::to_json(&spec),
        _ => yaml::write(
            &comments,
            &spec,
            Form {
                lang: request.lang,
                ascii: false,
            },
        ),
    };
    Generated {
        name: "buildspec.yml".to_owned(),
        text,
        notes: notes(scope),
    }
}

fn heading(scope: &Scope<'_>) -> Vec<Comment> {
    let mut comments = vec![head::made_by(scope), words::WHAT.into()];
    comments.push(Comment {
        words: words::ENDPOINTS,
        holes: vec![("{endpoints}", endpoints(scope).join(", "))],
    });
    comments
}

/// The services that the build talks to, by the names of their VPC endpoints.
fn endpoints(scope: &Scope<'_>) -> Vec<&'static str> {
    let request = scope.request;
    let used = [
        ("ecr.api", request.builder != Builder::None),
        ("ecr.dkr", request.builder != Builder::None),
        ("s3", true),
        ("logs", true),
        ("ecs", true),
        ("sts", true),
        ("events", !request.rules.is_empty()),
        ("scheduler", !request.schedules.is_empty()),
        ("ssm", request.logs_in_to_docker_hub()),
    ];
    used.into_iter()
        .filter(|(_, used)| *used)
        .map(|(name, _)| name)
        .collect()
}

/// A build for each family.
fn batch(scope: &Scope<'_>) -> Option<Map> {
    let families = &scope.request.batch;
    if families.is_empty() {
        return None;
    }
    let families: List = families.iter().map(String::as_str).collect();
    let variables = Map::new().set("FAMILY", families);
    let image = Map::new().set("privileged-mode", scope.request.builder != Builder::None);
    let matrix = Map::new()
        .set(
            "static",
            Map::new().set("ignore-failure", false).set("env", image),
        )
        .set(
            "dynamic",
            Map::new().set("env", Map::new().set("variables", variables)),
        );
    Some(
        Map::new()
            .say(words::FAST_FAIL)
            .set("fast-fail", false)
            .say(words::MATRIX)
            .set("build-matrix", matrix),
    )
}

/// The variables, and where secret ones come from.
fn env(scope: &Scope<'_>) -> Map {
    let request = scope.request;
    let names = scope
        .parameter_names()
        .into_iter()
        .filter(|name| name.starts_with("DOCKERHUB_"));
    let parameters = names.fold(Map::new(), |map, name| {
        map.set(name, format!("{}/{name}", scope.parameter_path()))
    });
    let exported: List = match request.style {
        Style::AwsCli => ["IMAGE_TAG", "TASK_DEFINITION_ARN"].into_iter().collect(),
        Style::Taskdef => ["IMAGE_TAG"].into_iter().collect(),
    };
    Map::new()
        .say(words::VARIABLES)
        .set("variables", variables(scope))
        .say(words::PARAMETERS)
        .set_some(
            "parameter-store",
            (!parameters.entries.is_empty()).then_some(parameters),
        )
        .say(words::EXPORTED)
        .set("exported-variables", exported)
}

/// What is known of the variables that the commands use. The rest is asked for by [`required`].
fn variables(scope: &Scope<'_>) -> Map {
    let request = scope.request;
    let known = known(scope)
        .into_iter()
        .fold(Map::new(), |map, (name, value)| map.set_some(name, value));
    // What begins with a dash would be an option of jq.
    let here = if request.file.starts_with('-') {
        "./"
    } else {
        ""
    };
    known.set("TASKDEF_FILE", format!("{here}{}", request.file))
}

/// The variables whose values may be known, with them.
fn known(scope: &Scope<'_>) -> Vec<(&'static str, Option<String>)> {
    let request = scope.request;
    let mut variables = Vec::new();
    if request.batch.is_empty() {
        variables.push(("REPOSITORY_URI", scope.repository().uri));
        let container = scope.container().map(|container| container.name.clone());
        variables.push(("ContainerName", container.filter(|name| !name.is_empty())));
    }
    if scope.uses_cluster() {
        variables.push(("CLUSTER", scope.known(&slot::CLUSTER)));
    }
    if request.deploys_service() && request.services.len() < 2 {
        variables.push(("SERVICE", scope.known(&slot::ECS_SERVICE)));
    }
    if request.style == Style::Taskdef {
        variables.push(("TASKDEF_URL", request.taskdef_url.clone()));
        variables.push(("TASKDEF_SHA256", request.taskdef_sha256.clone()));
    }
    variables
}

/// The variables that somebody else must set: the project, or whoever starts the build.
fn required(scope: &Scope<'_>) -> Vec<&'static str> {
    let unknown = known(scope)
        .into_iter()
        .filter(|(_, value)| value.is_none());
    unknown.map(|(name, _)| name).collect()
}

fn phases(scope: &Scope<'_>) -> Map {
    let request = scope.request;
    let check = match request.style {
        Style::AwsCli => aws_cli::check_version(floor::floor(scope.outline)),
        Style::Taskdef => taskdef::install(),
    };
    let install = Map::new()
        .set_some("runtime-versions", build::runtime(scope))
        .set("commands", required_commands(scope).append(check));
    let built = Map::new()
        .say(words::ABORT)
        .set("on-failure", "ABORT")
        .set("commands", build::build(scope));
    let deploy = match request.style {
        Style::AwsCli => aws_cli::deploy(scope),
        Style::Taskdef => taskdef::deploy(scope),
    };
    let post_build = List::new()
        .say(words::GUARD)
        .push(GUARD)
        .append(build::push(scope))
        .append(deploy);
    Map::new()
        .set("install", install)
        .set(
            "pre_build",
            Map::new().set("commands", build::prepare(scope)),
        )
        .set("build", built)
        .set("post_build", Map::new().set("commands", post_build))
}

const GUARD: &str = "test \"$CODEBUILD_BUILD_SUCCEEDING\" = 1 || { echo 'The build failed: nothing is pushed, nothing is deployed.' >&2; false; }";

/// Stops before anything is done if a variable is missing.
fn required_commands(scope: &Scope<'_>) -> List {
    let mut commands = List::new();
    for (index, name) in required(scope).into_iter().enumerate() {
        if index == 0 {
            commands = commands.say(words::REQUIRED);
        }
        commands = commands.push(format!(
            "test -n \"${{{name}:-}}\" || {{ echo 'Set the variable {name} in the CodeBuild project.' >&2; false; }}"
        ));
    }
    commands
}

fn artifacts(scope: &Scope<'_>) -> Map {
    let files: List = if scope.request.batch.is_empty() {
        List::new()
            .push("imageDetail.json")
            .push("taskdef-registered.json")
    } else {
        List::new()
            .push("**/imageDetail.json")
            .push("**/taskdef-registered.json")
    };
    Map::new().say(words::ARTIFACTS).set("files", files)
}

fn notes(scope: &Scope<'_>) -> Vec<String> {
    let lang = scope.request.lang;
    let mut notes = Vec::new();
    let required = required(scope);
    if !required.is_empty() {
        let comment = Comment {
            words: words::NOTE_REQUIRED,
            holes: vec![("{names}", required.join(", "))],
        };
        notes.push(yaml::say(&comment, lang));
    }
    if scope.request.reports && !scope.request.writes_reports() {
        notes.push(words::NOTE_NO_REPORTS.in_lang(lang).to_owned());
    }
    if scope.is_arm() {
        notes.push(words::NOTE_ARM.in_lang(lang).to_owned());
    }
    if scope.request.logs_in_to_docker_hub() {
        notes.push(words::NOTE_PARAMETERS.in_lang(lang).to_owned());
        notes.extend(build::create_parameters(scope));
    }
    notes
}
