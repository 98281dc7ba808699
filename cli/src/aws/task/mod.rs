//! Running a task once, by hand, as its rule, schedule or service would.

mod follow;
mod logs;
mod template;

pub(crate) use follow::{Followed, Patience};
pub(crate) use template::{Template, first_template};

use serde_json::{Value, json};

use super::call::Aws;
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::revision::Revision;

/// A task that was started.
#[derive(Debug)]
pub(crate) struct Started {
    pub(crate) arn: String,
    cluster: String,
    /// What it runs, as AWS told it.
    definition: Value,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The exit code of its essential containers: the first that is not 0. Nothing if none of
    /// them ever ran.
    pub(crate) exit_code: Option<i64>,
    /// Why it stopped, in AWS's words.
    pub(crate) reason: String,
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
        let answer = self.ask(operation, &body).await?;
        if let Some(arn) = answer["tasks"][0]["taskArn"].as_str() {
            let told: Value = serde_json::from_str(&revision.answer).unwrap_or_default();
            return Ok(Started {
                arn: arn.to_owned(),
                cluster: cluster.to_owned(),
                definition: told["taskDefinition"].clone(),
            });
        }
        let failed = &answer["failures"][0];
        let text = |member: &str| failed[member].as_str().unwrap_or_default();
        let words = format!("no task was started: {} {}", text("reason"), text("detail"));
        Err(Box::new(Failure::told(
            operation,
            Kind::Refused,
            "",
            &words,
        )))
    }

    async fn task(&self, started: &Started) -> Result<Value, Box<Failure>> {
        let body = json!({"cluster": started.cluster, "tasks": [started.arn]});
        let mut answer = self.ask(Operation::DescribeTasks, &body).await?;
        Ok(answer["tasks"][0].take())
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
