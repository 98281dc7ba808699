//! CodeBuild's `buildspec.yml`: builds an image, pushes it, registers the task definition and
//! moves what the deploy moves.
//!
//! CodeBuild runs each command in its own shell and ends a phase at the first failure, but it runs
//! `post_build` even after a failed `build`. So every command in `buildspec.tmpl` fails if any part
//! of it does, and `post_build` begins with a guard.

mod aws_cli;
mod batch;
mod build;
mod run;
mod shape;
mod steps;
mod taskdef;
mod words;

pub(super) use build::create_parameters;
pub(super) use steps::{Steps, steps};

use super::generated::Generated;
use super::json::to_json;
use super::request::{Builder, Format, Kind, Style};
use super::scope::{Reader, Scope};
use super::template::{self, Bindings, template};
use super::value::{Comment, Value};
use super::yaml::{self, Form};
use super::{head, minimum_cli, tool};
use crate::image::ImageRef;

pub(super) fn generate(scope: &Scope<'_>) -> Generated {
    let request = scope.request;
    let (bindings, required) = bindings(scope);
    let spec = template::read(template!("buildspec.tmpl"), &bindings);
    let text = match request.format {
        Format::Json => to_json(&spec),
        _ => yaml::write(
            &heading(scope),
            &spec,
            Form {
                lang: request.comment_lang(),
                ascii: false,
            },
        ),
    };
    Generated {
        name: "buildspec.yml".to_owned(),
        text,
        notes: notes(scope, &required),
    }
}

fn heading(scope: &Scope<'_>) -> Vec<Comment> {
    let endpoints = Bindings::one("endpoints", &endpoints(scope).join(", "));
    let mut heading = vec![head::made_by(scope), words::WHAT.into()];
    heading.extend(scope.head_of_moves());
    heading.extend(scope.head_of_windows());
    heading.push(template::comment(words::ENDPOINTS, &[&endpoints]));
    let outside = outside(scope);
    if !outside.is_empty() {
        let places = Bindings::one("places", &outside.join(", "));
        heading.push(template::comment(words::OUTSIDE, &[&places]));
    }
    heading
}

/// Where the build may fetch from that is not AWS.
fn outside(scope: &Scope<'_>) -> Vec<&'static str> {
    let request = scope.request;
    let mut places = Vec::new();
    places.extend(match request.builder {
        Builder::Maven => Some("Maven Central"),
        Builder::Gradle => Some("Maven Central, services.gradle.org"),
        Builder::Node => Some("npm"),
        Builder::Docker | Builder::None => None,
    });
    if request.builder != Builder::None {
        places.push("Docker Hub");
    }
    if request.style == Style::Taskdef {
        if request.taskdef_wheel_sha256.is_some() {
            places.push("PyPI");
        } else if request
            .taskdef_url
            .iter()
            .all(|url| url.starts_with("https:"))
        {
            places.push("TASKDEF_URL");
        }
    }
    places
}

/// The services that the build calls, by the names of their VPC endpoints.
fn endpoints(scope: &Scope<'_>) -> Vec<&'static str> {
    let request = scope.request;
    let builds = request.builder != Builder::None;
    let mut used = if builds {
        vec!["ecr.api", "ecr.dkr"]
    } else {
        Vec::new()
    };
    used.extend(["s3", "logs", "ecs", "sts"]);
    let moves = scope.moves();
    if !moves.rules.is_empty() {
        used.push("events");
    }
    if !moves.schedules.is_empty() {
        used.push("scheduler");
    }
    if request.logs_in_to_docker_hub() {
        used.push("ssm");
    }
    used
}

/// The template's bindings, and the variables that must be set by the project or when a build is
/// started.
fn bindings(scope: &Scope<'_>) -> (Bindings, Vec<&'static str>) {
    let request = scope.request;
    let mut bindings = Bindings::new();
    let mut required = Vec::new();
    let mut variable = |name, value: Option<String>| {
        if let Some(value) = value {
            bindings.text(name, &value);
        } else {
            bindings.each("required", Bindings::one("name", name));
            required.push(name);
        }
    };
    let one_image = !scope.is_batch() || request.one_image;
    if one_image {
        variable("REPOSITORY_URI", scope.repository().uri);
    }
    if !scope.is_batch() {
        let container = scope.container().map(|container| container.name.clone());
        variable("ContainerName", container.filter(|name| !name.is_empty()));
    }
    if scope.uses_cluster() {
        variable("CLUSTER", scope.known("EcsCluster"));
    }
    if !scope.is_batch() && scope.moves().has_one_service() {
        variable("SERVICE", scope.known("EcsService"));
    }
    if scope.asks_for_network() {
        variable("SUBNETS", None);
        variable("SECURITY_GROUPS", None);
    }
    if request.style == Style::Taskdef {
        for (name, value) in tool::variables(request) {
            variable(name, value);
        }
    }
    // jq would read a path that begins with a dash as an option.
    let prefix = if request.file.starts_with('-') {
        "./"
    } else {
        ""
    };
    bindings.text("TASKDEF_FILE", &[prefix, &request.file].concat());
    let builds = request.builder != Builder::None;
    bindings.value("privileged", Value::Bool(builds));
    bindings.when("builds", builds);
    bindings.when("codebuild", request.kind == Kind::Buildspec);
    bindings.when("latest", request.latest);
    bindings.when("reports", request.reports);
    bindings.when("docker-hub", request.logs_in_to_docker_hub());
    bindings.text("parameters", &scope.parameter_path());
    bindings.when("registers-only", scope.moves().is_nothing());
    bindings.when("runs", request.run);
    bindings.text("once", if request.run { " and ran it once" } else { "" });
    build::bindings(scope, &mut bindings);
    build::bases(scope, &mut bindings);
    batch::bindings(scope, &mut bindings);
    let deploy = match request.style {
        Style::AwsCli => {
            bindings.when("aws-cli", true);
            if let Some(([one, two], member)) = minimum_cli::minimum_cli(scope.outline) {
                bindings.when("checks", true);
                bindings.text("one", &one);
                bindings.text("two", &two);
                bindings.text("member", member);
            }
            aws_cli::deploy(scope)
        }
        Style::Taskdef => {
            if request.taskdef_wheel_sha256.is_some() {
                bindings.value("wheel", tool::by_wheel());
            } else {
                bindings.when("url", true);
            }
            bindings.when("checks", true);
            taskdef::deploy(scope, true)
        }
    };
    bindings.when("checks", !required.is_empty());
    bindings.when("install", bindings.has("checks") || bindings.has("runtime"));
    let end = template::read(template!("end.tmpl"), &bindings);
    stages(scope, &mut bindings, &[deploy, end]);
    (bindings, required)
}

/// Binds the commands that make the image and those that deploy. In a batch with one image for all,
/// the build of the image runs the former, and a family's build the latter.
fn stages(scope: &Scope<'_>, bindings: &mut Bindings, deploy: &[Value]) {
    let read = |template, bindings: &Bindings| template::read(template, bindings);
    let login = read(template!("login.tmpl"), bindings);
    let build = read(template!("build.tmpl"), bindings);
    let push = read(template!("push.tmpl"), bindings);
    let record = read(template!("record.tmpl"), bindings);
    let family = read(template!("family.tmpl"), bindings);
    let deploy = shape::joined(&[&[record], deploy].concat());
    let stages = if scope.request.one_image {
        let of_image = |commands| shape::only_if("[ -z \"${FAMILY:-}\" ]", commands);
        let of_family = |commands| shape::only_if("[ -n \"${FAMILY:-}\" ]", commands);
        [
            ("login", of_image(login)),
            ("build", of_image(build)),
            ("push", of_image(push)),
            ("family", of_family(family)),
            ("deploy", of_family(deploy)),
        ]
    } else {
        [
            ("login", login),
            ("build", build),
            ("push", push),
            ("family", family),
            ("deploy", deploy),
        ]
    };
    for (name, commands) in stages {
        if name != "family" || scope.is_batch() {
            bindings.value(name, commands);
        }
    }
}

fn notes(scope: &Scope<'_>, required: &[&str]) -> Vec<String> {
    let lang = scope.request.lang;
    let registers_only = scope.registers_only().into_iter();
    let mut notes: Vec<String> = registers_only
        .map(|note| note.text(lang).to_owned())
        .collect();
    // The pipeline of a set sets the others.
    let of_pipeline = |name: &&str| scope.reader == Reader::Set && !name.starts_with("TASKDEF_");
    let required: Vec<&str> = required
        .iter()
        .copied()
        .filter(|name| !of_pipeline(name))
        .collect();
    if !required.is_empty() {
        let names = Bindings::one("names", &required.join(", "));
        let comment = template::comment(words::NOTE_REQUIRED, &[&names]);
        notes.push(comment.get(lang).to_owned());
    }
    if scope.request.reports && !scope.request.writes_reports() {
        notes.push(words::NOTE_NO_REPORTS.text(lang).to_owned());
    }
    let image = scope.container().and_then(|it| it.image.as_deref());
    let was_latest = image.is_some_and(|image| ImageRef::parse(image).is_latest());
    if was_latest && !scope.request.latest && scope.request.builder != Builder::None {
        notes.push(words::NOTE_LATEST.text(lang).to_owned());
    }
    for words in scope.notes_on_windows() {
        notes.push(words.text(lang).to_owned());
    }
    if scope.is_arm() {
        notes.push(words::NOTE_ARM.text(lang).to_owned());
    }
    if scope.request.logs_in_to_docker_hub() {
        notes.push(words::NOTE_PARAMETERS.text(lang).to_owned());
        notes.extend(build::create_parameters(scope));
    }
    notes
}
