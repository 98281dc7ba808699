//! What stands in the steps, and which of them there are: names of the paste and of the options, else
//! words in capitals.

use std::borrow::Cow;

use crate::arn::last_of_path;
use crate::event_names::{RuleName, ScheduleName};
use crate::generate::error::GenerateError;
use crate::generate::request::{Request, Route, Starter};
use crate::generate::scope::Scope;
use crate::generate::template::Bindings;
use crate::image::ImageRef;
use crate::lang::Lang;
use crate::outline::Container;
use crate::placeholder::has_placeholder;
use crate::region::is_region;
use crate::shell::{quote, value};

/// What starts the job: what the request says, else what it names.
///
/// # Errors
/// It neither says it nor names anything.
pub(super) fn starter(request: &Request) -> Result<Starter, GenerateError> {
    let has_service = !request.services.is_empty() || request.service_variable;
    let named = [
        (has_service, Starter::Service),
        (!request.rules.is_empty(), Starter::Rule),
        (!request.schedules.is_empty(), Starter::Schedule),
        (request.state_machine.is_some(), Starter::StateMachine),
    ];
    let mut named = named.iter().filter(|(is_named, _)| *is_named);
    let by_name = named.next().map(|(_, starter)| *starter);
    let said = request.started_by.or(by_name);
    said.ok_or(GenerateError::NO_STARTER)
}

/// The template's bindings.
pub(super) fn bindings(scope: &Scope<'_>, starter: Starter, errors: usize) -> Bindings {
    let request = scope.request;
    let outline = scope.outline;
    let mut bindings = Bindings::new();
    conditions(&mut bindings, request.route, starter);
    let old = pasted_revision(scope);
    bindings.text("old", old.as_deref().unwrap_or("REV"));
    if errors > 0 {
        let noun = if errors == 1 { "error" } else { "errors" };
        bindings.text("errors", &format!("{errors} {noun}"));
        bindings.text("errors-ja", &errors.to_string());
    }
    bind_family(&mut bindings, &outline.family, old.as_deref());
    bindings.text("file", &request.file);
    bindings.text("file-arg", &quote(&as_path(&request.file)));
    let cluster = request.cluster.as_deref().unwrap_or("CLUSTER");
    bindings.text("cluster", cluster);
    let arn = Some(cluster).filter(|cluster| cluster.starts_with("arn:"));
    bindings.text("cluster-arn-arg", &quote(arn.unwrap_or("CLUSTER_ARN")));
    let (service, rule, schedule) = targets(scope);
    bindings.text("service", &service);
    bindings.text("service-arg", &quote(&service));
    bindings.text("cluster-value", &value(cluster));
    bindings.text("service-value", &value(&service));
    bindings.text("rule-value", &value(&rule));
    bindings.text("schedule-value", &value(&schedule));
    bindings.text("rule", &rule);
    bindings.text("schedule", &schedule);
    bindings.text("rule-call", &rule_options(RuleName::parse(&rule)));
    let schedule_options = schedule_options(ScheduleName::parse(&schedule));
    bindings.text("schedule-call", &schedule_options);
    let machine = request.state_machine.as_deref();
    let machine_name = machine.map_or("STATE_MACHINE", |arn| arn.rsplit(':').next().unwrap_or(arn));
    bindings.text("state-machine", machine_name);
    let machine = machine.unwrap_or("STATE_MACHINE_ARN");
    bindings.text("state-machine-arg", &quote(machine));
    match starter {
        Starter::Service => like(&mut bindings, "service", &service),
        Starter::Rule => like(&mut bindings, "rule", &rule),
        Starter::Schedule => like(&mut bindings, "schedule", &schedule),
        Starter::StateMachine | Starter::Hand | Starter::Unknown => {}
    }
    deployed(&mut bindings, scope, starter);
    if let Some(logs) = outline.containers.iter().find_map(|it| it.logs.as_ref()) {
        bindings.text("log-group", &quote(&logs.group));
        let region = logs.region.as_deref();
        // One that was blacked out is left to the person's own configuration.
        let region = region.filter(|region| is_region(region));
        let region = region.map(|region| format!(" --region {}", quote(region)));
        bindings.text("log-region", &region.unwrap_or_default());
    }
    let keeps_tag = request.route != Route::Pipeline || request.latest;
    let has_moving_tag = outline.containers.iter().any(has_moving_tag);
    bindings.when("moving-tag", keeps_tag && has_moving_tag);
    bindings
}

/// Binds the names of the roles whose policies are among the files that were made.
pub(super) fn bind_roles(bindings: &mut Bindings, scope: &Scope<'_>, made: &[&str]) {
    let outline = scope.outline;
    let is_in_english = scope.request.comments != Some(Lang::Ja);
    bindings.text("in-english", if is_in_english { "（英語）" } else { "" });
    bindings.when("set", !made.is_empty());
    let has_files = !made.is_empty() || scope.request.route == Route::Pipeline;
    bindings.when("files", has_files);
    for (file, [name, option], role, unknown) in [
        (
            "execution-role.json",
            ["execution-role", "execution-role-value"],
            &outline.execution_role,
            "EXECUTION_ROLE",
        ),
        (
            "task-role.json",
            ["task-role", "task-role-value"],
            &outline.task_role,
            "TASK_ROLE",
        ),
    ] {
        if made.contains(&file) {
            let known = role.as_deref().filter(|role| !has_placeholder(role));
            let role = known.map_or_else(|| unknown.to_owned(), last_of_path);
            bindings.text(name, &quote(&role));
            bindings.text(option, &value(&role));
        }
    }
}

fn conditions(bindings: &mut Bindings, route: Route, starter: Starter) {
    bindings.when("pipeline", route == Route::Pipeline);
    bindings.when("taskdef", route == Route::Taskdef);
    bindings.when("console", route == Route::Console);
    bindings.when("by-service", starter == Starter::Service);
    bindings.when("by-rule", starter == Starter::Rule);
    bindings.when("by-schedule", starter == Starter::Schedule);
    bindings.when("by-machine", starter == Starter::StateMachine);
    bindings.when("by-hand", starter == Starter::Hand);
    let by_task = !matches!(starter, Starter::Service | Starter::StateMachine);
    bindings.when("alone", by_task);
    bindings.when("alone-or-machine", starter != Starter::Service);
}

/// The service, the rule and the schedule that the request names.
fn targets(scope: &Scope<'_>) -> (String, String, String) {
    let moves = scope.moves();
    let service = moves.service().unwrap_or("SERVICE").to_owned();
    let rule = moves.rules.first();
    let rule = rule.map(|rule| RuleName::parse(rule).path());
    let schedule = moves.schedules.first();
    let schedule = schedule.map(|schedule| path(ScheduleName::parse(schedule)));
    let unknown = |name: &str| name.to_owned();
    (
        service,
        rule.unwrap_or_else(|| unknown("RULE")),
        schedule.unwrap_or_else(|| unknown("SCHEDULE")),
    )
}

/// Binds the family and the revision to go back to as operands: before the options or, if they would be
/// taken for options, behind them. The operands of `taskdef run` end where its job's command begins.
fn bind_family(bindings: &mut Bindings, family: &str, old: Option<&str>) {
    bindings.text("family", family);
    bindings.text("family-value", &value(family));
    let word = quote(family);
    let revision = format!("{word}:{}", old.unwrap_or("REV"));
    for (first, last, word) in [
        ("family-first", "family-last", &*word),
        ("revision-first", "revision-last", &revision),
    ] {
        let [before, behind] = if family.starts_with('-') {
            [String::new(), format!(" -- {word}")]
        } else {
            [format!(" {word}"), String::new()]
        };
        bindings.text(first, &before);
        bindings.text(last, &behind);
    }
    let run = Some(family).filter(|family| !family.starts_with('-'));
    bindings.text("run-arg", &quote(run.unwrap_or("TASK_DEFINITION_ARN")));
}

/// A file's name that is no option.
fn as_path(file: &str) -> Cow<'_, str> {
    if file.starts_with('-') {
        Cow::Owned(format!("./{file}"))
    } else {
        Cow::Borrowed(file)
    }
}

/// Binds what `taskdef run` starts it like, and what `taskdef rollback` moves.
fn like(bindings: &mut Bindings, kind: &str, name: &str) {
    bindings.text("like", &format!(" --like {kind}/{}", quote(name)));
    bindings.text("target", &format!(" --{kind}{}", value(name)));
    bindings.when("rollback", true);
}

/// Binds who moves a rule or schedule: the build, if it was told its name, else somebody by hand. What
/// a build registers has the image of its commit, which the file has not.
fn deployed(bindings: &mut Bindings, scope: &Scope<'_>, starter: Starter) {
    let request = scope.request;
    let is_named = match starter {
        Starter::Rule => !request.rules.is_empty(),
        Starter::Schedule => !request.schedules.is_empty(),
        Starter::Service | Starter::StateMachine | Starter::Hand | Starter::Unknown => false,
    };
    let by_build = request.route == Route::Pipeline;
    bindings.when("moved", by_build && is_named);
    let by_hand = !(by_build && is_named) && request.route != Route::Console;
    bindings.when("unpin", by_hand);
    let deployed = if by_build {
        format!("--revision{}:NEW", value(&scope.outline.family))
    } else {
        quote(&as_path(&request.file)).into_owned()
    };
    bindings.text("deployed", &deployed);
}

/// The options by which the AWS CLI asks for a rule's targets.
fn rule_options(rule: RuleName<'_>) -> String {
    let name = format!("--rule{}", value(rule.name));
    match rule.bus {
        Some(bus) if bus != "default" => format!("{name} --event-bus-name{}", value(bus)),
        _ => name,
    }
}

/// The options by which the AWS CLI asks for a schedule.
fn schedule_options(schedule: ScheduleName<'_>) -> String {
    let ScheduleName { group, name } = schedule;
    let name = format!("--name{}", value(name));
    if group == "default" {
        name
    } else {
        format!("{name} --group-name{}", value(group))
    }
}

/// A schedule's path, without the default group.
fn path(schedule: ScheduleName<'_>) -> String {
    let ScheduleName { group, name } = schedule;
    if group == "default" {
        name.to_owned()
    } else {
        format!("{group}/{name}")
    }
}

/// The revision that was pasted: the one to go back to.
fn pasted_revision(scope: &Scope<'_>) -> Option<String> {
    let (_, revision) = scope.outline.arn.as_deref()?.rsplit_once(':')?;
    let is_number = !revision.is_empty() && revision.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| revision.to_owned())
}

/// Whether the image is named by what others push later.
fn has_moving_tag(container: &Container) -> bool {
    let image = container.image.as_deref();
    let known = image.filter(|image| !has_placeholder(image));
    known.is_some_and(|image| ImageRef::parse(image).is_latest())
}
