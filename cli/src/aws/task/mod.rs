//! Running a task once, by hand, as its rule, schedule or service would.

mod containers;
mod follow;
mod logs;
mod template;

pub(crate) use follow::{PollOptions, RunResult};
pub(crate) use template::{Template, first_template};

use serde::Deserialize;

use containers::{Container, Definition};

use super::call::{Aws, parse};
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::revision::Revision;
use super::tasks::Task;
use crate::text::texts;

/// A task that was started.
#[derive(Debug)]
pub(crate) struct Started {
    pub(crate) arn: String,
    cluster: String,
    /// What it runs.
    containers: Vec<Container>,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The exit code of its essential containers: the first that is not 0. `None` if none of
    /// them ever ran.
    pub(crate) exit_code: Option<i64>,
    /// Why it stopped, in AWS's words.
    pub(crate) reason: String,
}

/// The answer of `RunTask`: a task that was started, or why none was.
#[derive(Debug, Deserialize)]
struct Answer {
    tasks: Option<Vec<StartedTask>>,
    failures: Option<Vec<Refused>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StartedTask {
    task_arn: String,
}

#[derive(Debug, Deserialize)]
struct Refused {
    reason: Option<String>,
    detail: Option<String>,
}

impl Aws {
    /// Starts one task. A second attempt starts no second one: its token is the same.
    pub(crate) async fn start_task(
        &self,
        cluster: &str,
        revision: &Revision,
        template: &Template,
    ) -> Result<Started, Box<Failure>> {
        let operation = Operation::RunTask;
        let mut body = template.body();
        body["cluster"] = cluster.into();
        body["taskDefinition"] = revision.arn.as_str().into();
        body["count"] = 1.into();
        body["startedBy"] = "taskdef".into();
        body["clientToken"] = token().into();
        let definition: Definition = parse(operation, revision.definition().clone())?;
        let answer: Answer = self.ask(operation, &body).await?;
        if let Some(task) = answer.tasks.into_iter().flatten().next() {
            return Ok(Started {
                arn: task.task_arn,
                cluster: cluster.to_owned(),
                containers: definition.container_definitions,
            });
        }
        let failed = answer.failures.into_iter().flatten().next();
        let Some(failed) = failed else {
            let why = texts!(
                "the answer holds neither a task nor a failure",
                "応答に、タスクも失敗の理由もありません"
            );
            return Err(Box::new(Failure::invalid_response(operation, why)));
        };
        let words = [failed.reason, failed.detail];
        let words = words.map(|text| text.unwrap_or_else(String::new));
        let words = self.redact(words.join(" ").trim());
        let words = texts!(
            "no task was started: {words}",
            "タスクは起動されませんでした: {words}"
        );
        Err(Box::new(Failure::reported(
            operation,
            Kind::Refused,
            "",
            words,
        )))
    }

    /// A task's current state; `None` if AWS no longer knows it.
    async fn task(&self, started: &Started) -> Result<Option<Task>, Box<Failure>> {
        let arns = std::slice::from_ref(&started.arn);
        let tasks = self.tasks(&started.cluster, arns).await?;
        Ok(tasks.into_iter().next())
    }
}

/// A name that nothing else has, for one request.
fn token() -> String {
    format!(
        "taskdef-{:016x}{:016x}",
        fastrand::u64(..),
        fastrand::u64(..)
    )
}
