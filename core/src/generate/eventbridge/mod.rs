//! What runs the task definition by its family: a rule, a schedule, or a schedule of a state machine.
//! Each starts the latest revision, so that a deployment does not have to update it.

mod command;
mod launch;
mod lost;
mod name;
mod state_machine;
mod time;

pub(super) use state_machine::generate as state_machine;
use state_machine::stack as machine;

use super::cloudformation::{self, Template};
use super::error::GenerateError;
use super::expr::Expr;
use super::generated::Generated;
use super::iam::{self, Trust};
use super::request::Trigger;
use super::resolve::Resolver;
use super::scope::{Reader, Scope};
use super::template::{self, Bindings, template};
use super::time_zone;
use crate::lang::Localized;
use launch::Launch;

/// A rule or a schedule.
pub(super) fn generate(trigger: Trigger, scope: Scope<'_>) -> Result<Generated, GenerateError> {
    let scope = checked(trigger, scope)?;
    let template = scheduled(trigger, &scope)?;
    written(trigger, template, &scope)
}

/// The parameters that the stack of a starter has to be given, each as `NAME=VALUE`.
///
/// # Errors
/// The stack can't be made.
pub(super) fn required(trigger: Trigger, scope: Scope<'_>) -> Result<String, GenerateError> {
    let scope = checked(trigger, scope)?;
    let template = match trigger {
        Trigger::StateMachine => machine(&scope)?,
        Trigger::Rule | Trigger::Schedule => scheduled(trigger, &scope)?,
    };
    Ok(cloudformation::required(template, &scope))
}

fn scheduled(trigger: Trigger, scope: &Scope<'_>) -> Result<Template, GenerateError> {
    let resolver = Resolver {
        scope,
        template: true,
    };
    let trust = match trigger {
        Trigger::Rule => Trust::StackRule,
        _ => Trust::Schedules,
    };
    let mut bindings = Bindings::new();
    bindings.when("rule", trigger == Trigger::Rule);
    name::bind(trigger, scope, &mut bindings);
    Launch::of(scope)?.bind(scope, &mut bindings);
    bindings.when("tagged", scope.outline.tagged);
    if let Some(input) = command::overrides(scope) {
        bindings.value("input", input);
    }
    bindings.value("trust", iam::trust(trust, resolver));
    if let Some(policy) = iam::document(&iam::TASK_EVENTS, resolver) {
        bindings.value("policy", policy.value);
    }
    bindings.value("lost", lost::queue());
    Ok(Template {
        name: "eventbridge.yml",
        head: Vec::new(),
        root: template::read(template!("eventbridge.tmpl"), &bindings),
    })
}

/// What holds for every starter: the options can be right. A schedule's role
/// sends what is lost to the queue of the stack.
fn checked(trigger: Trigger, mut scope: Scope<'_>) -> Result<Scope<'_>, GenerateError> {
    time::check(trigger, scope.request)?;
    command::check(scope.request)?;
    scope.lost_starts = (trigger != Trigger::Rule).then(|| Expr::parse("«LostStarts.Arn»"));
    Ok(scope)
}

/// The template, with what to know beside it.
fn written(
    trigger: Trigger,
    template: Template,
    scope: &Scope<'_>,
) -> Result<Generated, GenerateError> {
    let lang = scope.request.lang;
    let mut generated = cloudformation::write(template, scope)?;
    let region = scope.region().unwrap_or_default();
    if let (Some(zone), None) = (time_zone::of_region(&region), &scope.request.time_zone)
        && trigger != Trigger::Rule
    {
        let mut names = Bindings::one("zone", zone);
        names.text("region", &region);
        let note = template::comment(ZONE_OF_REGION, &[&names]);
        generated.notes.push(note.get(lang).to_owned());
    }
    if scope.reader != Reader::Set {
        generated.notes.push(FAILURES.text(lang).to_owned());
    }
    Ok(generated)
}

const ZONE_OF_REGION: Localized = Localized {
    en: "The times are those of «zone», since the task definition is of «region»; the stack's parameter TimeZone takes \
        another.",
    ja: "時刻のタイムゾーンは «zone» です（タスク定義のリージョンが «region» のため）。変えるには、スタックのパラメータ \
        TimeZone を指定してください。",
};

const FAILURES: Localized = Localized {
    en: "Nobody hears of a task that fails yet: taskdef generate alerts makes a stack that tells it by mail.",
    ja: "タスクが失敗しても、このままではだれにも通知されません。taskdef generate alerts で、メールで知らせるスタックを\
        作成できます。",
};
