//! The way from a task definition to a changed job that runs, as numbered steps: which file goes
//! where, what registers, what moves the starter and whether its next run uses the new revision by
//! itself, how to run it once, how to see that it did, and how to go back.
//!
//! The steps are in `way.tmpl`, and in `find.tmpl` how one finds out what starts a job; a part of a step is
//! a member of its entry, with the comment above it as its text. The labels of the console are the English ones of AWS's documentation:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-task-definition-console-v2.html>,
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-console-v2.html>,
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/standalone-task-create.html>
//!
//! What the console's "latest" writes is not documented either: some got the ARN of that day's revision
//! (<https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/55>), some one that follows
//! (<https://github.com/aws/containers-roadmap/issues/2194>).
//!
//! What ECS says of who started a task is as others got it. Documented is that the tasks of a service have
//! its name as their group, <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-groups.html>;
//! the words of `startedBy` are not. The 90 days of `CloudTrail`:
//! <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html>.

mod names;
mod set;
mod stacks;
mod text;

use serde::Serialize;

pub use set::all;
pub(super) use set::readme;

use super::error::GenerateError;
use super::given;
use super::request::{Request, Starter};
use super::scope::Scope;
use super::template::{self, template};
use super::value::{Entry, Value};
use crate::convert::Conversion;
use crate::lang::Lang;

/// The version of [`Way`].
const VERSION: u32 = 1;

/// The steps from a task definition to a changed job that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// The version of this form: it changes where a program that reads it would break.
    pub version: u32,
    /// The task definition's family.
    pub family: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// A step, which is done before the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// A stable name: `definition`, `files`, `register`, `starter`, `run`, `see` or `back`; `find`
    /// where it is not known what starts the job.
    pub id: String,
    /// What it does, as a heading.
    pub title: String,
    /// What there is to know and to do, in order.
    pub parts: Vec<Part>,
}

/// A part of a step: what to know, and what to do with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What there is to know; empty where what to do says enough.
    pub text: String,
    /// The files that are put somewhere, by their names.
    pub files: Vec<String>,
    /// Commands of a POSIX shell, in order. What the paste and the options do not say stands in capitals.
    pub commands: Vec<String>,
    /// Where to click in the console, as a path of its English labels.
    pub clicks: Vec<String>,
}

/// The way for a request: by what starts the job, and by what registers it.
///
/// # Errors
/// The task definition has no family or no container, or nothing says what starts the job.
pub fn next(conversion: &Conversion, request: &Request) -> Result<Way, GenerateError> {
    given::check(request)?;
    let scope = Scope::new(&conversion.outline, request, "README");
    of(&scope, &[], conversion.report.errors())
}

/// The way, with what to do with the files that were made for it, and with the errors of the definition.
fn of(scope: &Scope<'_>, made: &[&str], errors: usize) -> Result<Way, GenerateError> {
    scope.check_registerable()?;
    let family = scope.outline.family.clone();
    let starter = names::starter(scope.request)?;
    let mut bindings = names::bindings(scope, starter, errors);
    stacks::bind(&mut bindings, scope, starter, made);
    names::bind_roles(&mut bindings, scope, made);
    let text = if starter == Starter::Unknown {
        template!("find.tmpl")
    } else {
        template!("way.tmpl")
    };
    let steps = template::read(text, &bindings);
    let lang = scope.request.lang;
    Ok(Way {
        version: VERSION,
        family,
        steps: steps
            .entries()
            .iter()
            .map(|entry| step(entry, lang))
            .collect(),
    })
}

fn step(entry: &Entry, lang: Lang) -> Step {
    let mut texts = entry.comments.iter();
    let title = texts.next().map(|title| title.get(lang).clone());
    let mut step = Step {
        id: String::new(),
        title: title.unwrap_or_default(),
        parts: Vec::new(),
    };
    for member in entry.value.entries() {
        if let ("id", Value::Text(id)) = (&*member.key, &member.value) {
            step.id.clone_from(id);
        } else {
            add(member, lang, &mut step.parts);
        }
    }
    step
}

/// Adds a member of a step: to the part before it if it has no text of its own, as what to do about that.
fn add(member: &Entry, lang: Lang, parts: &mut Vec<Part>) {
    if !member.comments.is_empty() || parts.is_empty() {
        let text: Vec<&str> = member.comments.iter().map(|it| &**it.get(lang)).collect();
        parts.push(Part {
            text: text.join(" "),
            ..Part::default()
        });
    }
    let Some(part) = parts.last_mut() else {
        return;
    };
    let texts = member.value.entries().iter();
    let texts = texts.filter_map(|element| match &element.value {
        Value::Text(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    });
    match &*member.key {
        "files" => part.files.extend(texts),
        "commands" => part.commands.extend(texts),
        "clicks" => part.clicks.extend(texts),
        _ => {}
    }
}
