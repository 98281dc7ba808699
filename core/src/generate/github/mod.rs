//! A workflow of GitHub Actions: what the buildspec does, with a role that trusts the repository.
//!
//! Actions are pinned by the hash of a release, each read from the tag in its own repository. Sources:
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax>,
//! <https://github.com/aws-actions/configure-aws-credentials>,
//! <https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/uploading-a-sarif-file-to-github>

mod script;
mod words;

use super::buildspec::{Steps, steps};
use super::generated::Generated;
use super::head;
use super::request::{Builder, Style};
use super::scope::Scope;
use super::template::{self, Bindings, template};
use super::tool;
use super::value::{Comment, Entry, Value};
use super::yaml::{self, Form};
use crate::lang::{Lang, Localized};
use script::{literal, script};

pub(super) fn generate(scope: &Scope<'_>) -> Generated {
    let request = scope.request;
    let steps = steps(scope);
    let variables = variables(scope, &steps);
    let open: Vec<&str> = variables
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(name, _)| *name)
        .collect();
    let mut bindings = Bindings::new();
    bind(scope, &steps, &mut bindings);
    bind_variables(&variables, request.comment_lang(), &mut bindings);
    let mut heading: Vec<Comment> = vec![head::made_by(scope)];
    heading.extend(scope.head_of_moves());
    heading.extend(scope.head_of_windows());
    let workflow = template::read(template!("workflow.tmpl"), &bindings);
    let form = Form {
        lang: request.comment_lang(),
        ascii: false,
    };
    Generated {
        name: "deploy.yml".to_owned(),
        text: yaml::write(&heading, &workflow, form),
        notes: notes(scope, &open),
    }
}

/// What hands the registry over to the step that pushes: each step is a shell of its own.
const REGISTRY: [&str; 2] = ["ECR_HOST", "ECR_REGION"];

/// What hands taskdef's folder over to the steps that follow.
const HAND_OVER: &str = "echo \"TASKDEF_BIN=$TASKDEF_BIN\" >> \"$GITHUB_ENV\"";

/// The same where the action has put it on the path.
const FOUND: &str = "echo \"TASKDEF_BIN=$(dirname \"$(command -v taskdef)\")\" >> \"$GITHUB_ENV\"";

/// Whether the workflow checks the task definition, for which it needs taskdef.
fn checks(scope: &Scope<'_>) -> bool {
    scope.request.style == Style::Taskdef || tool::ways(scope.request) > 0
}

/// The variables of the job and of its settings, each with its value if that is known.
fn variables(scope: &Scope<'_>, steps: &Steps) -> Vec<(&'static str, Option<Value>)> {
    let request = scope.request;
    let mut variables = Vec::new();
    let text = |value: &Option<String>| value.clone().map(Value::Text);
    variables.push(("AWS_ROLE_ARN", text(&request.github_role)));
    variables.push(("AWS_REGION", text(&scope.region())));
    variables.extend(steps.variables.iter().cloned());
    if checks(scope) && request.style != Style::Taskdef {
        let tool = tool::variables(request).into_iter();
        variables.extend(tool.map(|(name, value)| (name, value.map(Value::Text))));
    }
    variables
}

/// Binds the variables: what is not known is a variable of the repository, and has to be there.
fn bind_variables(
    variables: &[(&'static str, Option<Value>)],
    lang: Lang,
    bindings: &mut Bindings,
) {
    let mut members = Vec::new();
    let mut required = Vec::new();
    for (name, value) in variables {
        let open = || Value::Text(["${{ vars.", name, " }}"].concat());
        let value = match value {
            Some(Value::Text(text)) => Value::Text(literal(text)),
            Some(value) => value.clone(),
            None => {
                let test = [
                    "test -n \"${",
                    name,
                    ":-}\" || { echo 'Set the variable ",
                    name,
                    " of the repository.' >&2; false; }",
                ];
                required.push(Entry::element(Value::Text(test.concat())));
                open()
            }
        };
        match *name {
            "AWS_ROLE_ARN" => bindings.value("role", value.clone()),
            "AWS_REGION" => bindings.value("region", value.clone()),
            _ => {}
        }
        // The action sets the region itself; an empty one has to be noticed before.
        let is_open = value_is_open(&value, name);
        if !["AWS_ROLE_ARN", "AWS_REGION"].contains(name) || is_open {
            members.push(Entry::member(name, value));
        }
    }
    bindings.value("variables", Value::Map(members));
    if let Some(script) = script([&Value::List(required)], lang) {
        bindings.value("required", script);
    }
}

/// Whether a value is that of a variable of the repository.
fn value_is_open(value: &Value, name: &str) -> bool {
    matches!(value, Value::Text(text) if *text == ["${{ vars.", name, " }}"].concat())
}

fn bind(scope: &Scope<'_>, steps: &Steps, bindings: &mut Bindings) {
    let request = scope.request;
    let lang = request.lang;
    for (name, words) in words::NAMES {
        bindings.text(name, words.text(lang));
    }
    bindings.value("nothing", Value::Map(Vec::new()));
    let branch = scope.known("Branch").unwrap_or_default();
    bindings.text("branch", &branch);
    let family = literal(&scope.outline.family);
    bindings.text("group", &["deploy-", &family].concat());
    let runner = if scope.is_arm() {
        "ubuntu-24.04-arm"
    } else {
        "ubuntu-24.04"
    };
    bindings.text("runner", runner);
    bindings.text_if(
        "audience",
        scope.is_in_china().then_some("sts.amazonaws.com.cn"),
    );
    bind_language(request.builder, request.runtime.as_deref(), bindings);
    let builds = request.builder != Builder::None;
    bindings.when("builds", builds);
    if request.logs_in_to_docker_hub() {
        let secret = |name: &str| {
            let value = ["${{ secrets.", name, " }}"].concat();
            Entry::member(name, Value::Text(value))
        };
        let members = vec![secret("DOCKERHUB_USER"), secret("DOCKERHUB_PASS")];
        bindings.value("hub", Value::Map(members));
    }
    let registry = REGISTRY.map(|name| {
        let line = format!("echo \"{name}=${name}\" >> \"$GITHUB_ENV\"");
        Entry::element(Value::Text(line))
    });
    let registry = Value::List(registry.into());
    let mut parts = vec![
        ("login", script([&steps.login, &registry], lang)),
        ("build", script([&steps.build], lang)),
        ("push", script([&steps.push], lang)),
    ];
    let arn = "echo \"TASK_DEFINITION_ARN=$TASK_DEFINITION_ARN\" >> \"$GITHUB_ENV\"";
    let hand_over = Value::List(vec![Entry::element(arn.into())]);
    if request.style == Style::AwsCli {
        parts.push(("register", script([&steps.register, &hand_over], lang)));
    } else {
        parts.push(("register", script([&steps.register], lang)));
    }
    parts.push(("deploy", script(&steps.deploy, lang)));
    let moves = !scope.moves().is_nothing();
    bindings.text(
        "name-deploy",
        if moves {
            words::MOVE
        } else {
            words::NOTHING_MOVED
        }
        .text(lang),
    );
    if request.style == Style::Taskdef && moves {
        bindings.text("name-register", words::REGISTER_AND_MOVE.text(lang));
    }
    bindings.when("scans", checks(scope));
    if let Some(action) = &request.github_action {
        bindings.text("action", action);
        bindings.text("file", &literal(&request.file));
        let tool = Value::List(vec![Entry::element(FOUND.into())]);
        parts.push(("tool", script([&tool], lang)));
    } else if checks(scope) {
        let hand_over = Value::List(vec![Entry::element(HAND_OVER.into())]);
        let url = template::read(template!("tool.tmpl"), &Bindings::new());
        let wheel = tool::by_wheel();
        let tool = if request.taskdef_wheel_sha256.is_some() {
            wheel
        } else {
            url
        };
        parts.push(("tool", script([&tool, &hand_over], lang)));
        let lang = if lang == Lang::Ja { " --lang ja" } else { "" };
        let check = [
            "\"$TASKDEF_BIN/taskdef\" check \"$TASKDEF_FILE\" --as-is --format sarif",
            lang,
            " > taskdef.sarif",
        ];
        parts.push(("check", Some(Value::Text(check.concat()))));
    }
    for (name, script) in parts {
        if let Some(script) = script {
            bindings.value(name, script);
        }
    }
}

/// Binds the builder's language, and which version of it.
fn bind_language(builder: Builder, runtime: Option<&str>, bindings: &mut Bindings) {
    let (language, usual) = match builder {
        Builder::Maven | Builder::Gradle => ("java", "21"),
        Builder::Node => ("node", "22"),
        Builder::Docker | Builder::None => return,
    };
    bindings.when(language, true);
    // CodeBuild's name of a version, such as corretto21.
    let runtime = runtime.map(|it| it.trim_start_matches("corretto"));
    bindings.text("runtime", runtime.unwrap_or(usual));
}

fn notes(scope: &Scope<'_>, open: &[&str]) -> Vec<String> {
    let lang = scope.request.lang;
    let mut notes = Vec::new();
    let mut note = |applies: bool, words: Localized| {
        if applies {
            notes.push(words.text(lang).to_owned());
        }
    };
    for words in scope.registers_only() {
        note(true, words);
    }
    note(true, words::NOTE_PLACE);
    note(true, words::NOTE_ROLE);
    note(scope.request.logs_in_to_docker_hub(), words::NOTE_SECRETS);
    note(scope.is_arm(), words::NOTE_ARM);
    for words in scope.notes_on_windows() {
        note(true, words);
    }
    if !open.is_empty() {
        let names = Bindings::one("names", &open.join(", "));
        let comment = template::comment(words::NOTE_VARIABLES, &[&names]);
        notes.push(comment.get(lang).to_owned());
    }
    notes
}
