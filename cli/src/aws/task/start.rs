//! Starting tasks.

use serde::Deserialize;
use taskdef_core::quote;

use super::containers::Definition;
use super::template::Template;
use crate::aws::call::Aws;
use crate::aws::failure::{Failure, Kind};
use crate::aws::operation::Operation;
use crate::aws::progress::Progress;
use crate::aws::revision::Revision;
use crate::text::{text, texts};

/// The most tasks of one `RunTask`. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html>
const STARTED_AT_ONCE: u16 = 10;

/// Tasks that were started together.
#[derive(Debug)]
pub(crate) struct Started {
    pub(crate) arns: Vec<String>,
    pub(super) cluster: String,
    /// What they run.
    pub(super) definition: Definition,
    /// Why there are not as many as were asked for.
    pub(crate) failure: Option<Box<Failure>>,
}

/// The answer of `RunTask`: the tasks that were started, and why others were not.
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

impl Refused {
    fn text(self) -> String {
        let words = [self.reason, self.detail];
        let words = words.map(|text| text.unwrap_or_else(String::new));
        words.join(" ").trim().to_owned()
    }
}

impl Aws {
    /// Starts as many tasks, in as many requests as it takes. A second attempt of a request starts no
    /// second task: its token is the same.
    ///
    /// # Errors
    /// None was started. Where some were, the failure is with them.
    pub(crate) async fn start_tasks(
        &self,
        cluster: &str,
        revision: &Revision,
        template: &Template,
        count: u16,
        progress: &Progress,
    ) -> Result<Started, Box<Failure>> {
        let mut started = Started {
            arns: Vec::new(),
            cluster: cluster.to_owned(),
            definition: Definition::of(revision)?,
            failure: None,
        };
        let mut left = count;
        while left > 0 && started.failure.is_none() {
            let now = left.min(STARTED_AT_ONCE);
            left -= now;
            let first = started.arns.len();
            match self.start(cluster, revision, template, now).await {
                Ok((arns, failure)) => {
                    started.arns.extend(arns);
                    started.failure = failure;
                }
                Err(failure) => started.failure = Some(failure),
            }
            for arn in &started.arns[first..] {
                let short = revision.short();
                let line = text!(
                    self.lang,
                    "started {short} as {arn}",
                    "{short} を {arn} として起動しました"
                );
                progress.line(&line);
            }
        }
        let look = format!(
            "aws ecs list-tasks --cluster {} --started-by taskdef",
            quote(cluster)
        );
        let failure = started.failure.take();
        match failure.map(|failure| Box::new(failure.shown_by(&look))) {
            Some(failure) if started.arns.is_empty() => Err(failure),
            failure => Ok(Started { failure, ..started }),
        }
    }

    /// The tasks of one request, and why they are fewer than were asked for.
    async fn start(
        &self,
        cluster: &str,
        revision: &Revision,
        template: &Template,
        count: u16,
    ) -> Result<(Vec<String>, Option<Box<Failure>>), Box<Failure>> {
        let operation = Operation::RunTask;
        let mut body = template.body();
        body["cluster"] = cluster.into();
        body["taskDefinition"] = revision.arn.as_str().into();
        body["count"] = count.into();
        body["startedBy"] = "taskdef".into();
        body["clientToken"] = token().into();
        let Answer { tasks, failures } = self.ask(operation, &body).await?;
        let tasks: Vec<String> = tasks
            .into_iter()
            .flatten()
            .map(|task| task.task_arn)
            .collect();
        let failed = failures.into_iter().flatten().next();
        if tasks.len() >= usize::from(count) {
            return Ok((tasks, None));
        }
        let Some(failed) = failed else {
            let why = if tasks.is_empty() {
                texts!(
                    "the answer holds neither a task nor a failure",
                    "応答に、タスクも失敗の理由もありません"
                )
            } else {
                let tasks = tasks.len();
                texts!(
                    "the answer holds {tasks} tasks of {count}, and no failure",
                    "応答に、{count} 個のうち {tasks} 個のタスクしかなく、失敗の理由もありません"
                )
            };
            let failure = Box::new(Failure::invalid_response(operation, why));
            return Ok((tasks, Some(failure)));
        };
        let words = self.redact(&failed.text());
        let some = tasks.len();
        let words = match count {
            1 => texts!(
                "no task was started: {words}",
                "タスクは起動されませんでした: {words}"
            ),
            _ => texts!(
                "{some} of the last {count} tasks were started: {words}",
                "最後の {count} 個のタスクのうち起動されたのは {some} 個です: {words}"
            ),
        };
        let failure = Failure::reported(operation, Kind::Refused, "", words);
        Ok((tasks, Some(Box::new(failure))))
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
