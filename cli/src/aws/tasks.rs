//! Tasks of ECS, as AWS answers them.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;
use taskdef_core::explain::{KnownError, StoppedContainer, known_stop};
use taskdef_core::{Lang, quote};

use super::call::Aws;
use super::failure::Failure;
use super::operation::Operation;
use crate::text::{semicolon, text, texts};

/// The most tasks in one `DescribeTasks` request. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html>
pub(super) const DESCRIBED_AT_ONCE: usize = 100;

/// A task, as `DescribeTasks` answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Task {
    #[serde(rename = "taskArn")]
    pub(super) arn: Option<String>,
    /// Such as `PENDING`, `RUNNING` or `STOPPED`. Source:
    /// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html>
    pub(super) last_status: String,
    /// The ARN of the revision that it runs.
    #[serde(rename = "taskDefinitionArn")]
    pub(super) definition: Option<String>,
    /// What started it: the deployment of a service, or what `RunTask` was told.
    pub(super) started_by: Option<String>,
    /// `HEALTHY`, `UNHEALTHY` or `UNKNOWN`, by the health checks of its containers.
    pub(super) health_status: Option<String>,
    stopped_reason: Option<String>,
    /// Who stopped it: one of a few words, such as `EssentialContainerExited`.
    stop_code: Option<String>,
    /// What it means that it stopped, if that is known.
    #[serde(skip)]
    pub(super) stop: Option<KnownError>,
    containers: Option<Vec<Container>>,
}

/// A container of a task.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Container {
    pub(super) name: Option<String>,
    /// `None` while it runs, and if it never ran.
    pub(super) exit_code: Option<i64>,
    pub(super) reason: Option<String>,
}

/// The answer of `DescribeTasks`: of each task, what it is or why that is not told.
#[derive(Debug, Deserialize)]
struct Described {
    tasks: Vec<Task>,
    failures: Option<Vec<IgnoredAny>>,
}

impl Task {
    pub(super) fn containers(&self) -> impl Iterator<Item = &Container> {
        self.containers.iter().flatten()
    }

    /// All that AWS says in words of its own.
    fn reasons(&mut self) -> impl Iterator<Item = &mut String> {
        let containers = self.containers.iter_mut().flatten();
        let reasons = containers.filter_map(|container| container.reason.as_mut());
        self.stopped_reason.iter_mut().chain(reasons)
    }

    /// What it means that it stopped, by AWS's words as they came.
    fn known_stop(&self) -> Option<KnownError> {
        let containers = self.containers().map(|container| StoppedContainer {
            exit_code: container.exit_code,
            reason: container.reason.as_deref(),
        });
        let reason = self.stopped_reason.as_deref().unwrap_or_default();
        known_stop(
            reason,
            self.stop_code.as_deref(),
            &containers.collect::<Vec<_>>(),
        )
    }

    /// Why it stopped, and each container of it.
    pub(super) fn stop_reason(&self, lang: Lang) -> String {
        let told = self.stopped_reason.iter().filter(|it| !it.is_empty());
        let mut parts: Vec<String> = told.cloned().collect();
        for container in self.containers() {
            let name = match &container.name {
                Some(name) => name.clone(),
                None => text!(lang, "a container", "コンテナ"),
            };
            match (container.exit_code, &container.reason) {
                (Some(code), Some(reason)) => parts.push(text!(
                    lang,
                    "{name} exited with {code} ({reason})",
                    "{name} が終了コード {code} で終了しました（{reason}）"
                )),
                (Some(code), None) if code != 0 => parts.push(text!(
                    lang,
                    "{name} exited with {code}",
                    "{name} が終了コード {code} で終了しました"
                )),
                (None, Some(reason)) => parts.push(format!("{name}: {reason}")),
                _ => {}
            }
        }
        parts.join(semicolon(lang))
    }

    /// The same beside the exit code of the task: that of its only container is not told twice.
    pub(super) fn stop_reason_beside_code(&self, lang: Lang) -> String {
        let mut containers = self.containers();
        match (containers.next(), containers.next()) {
            (Some(only), None) if only.reason.is_none() => {
                self.stopped_reason.clone().unwrap_or_default()
            }
            _ => self.stop_reason(lang),
        }
    }
}

/// The command that shows these tasks.
pub(super) fn look<'a>(cluster: &str, arns: impl IntoIterator<Item = &'a String>) -> String {
    let mut command = format!(
        "aws ecs describe-tasks --cluster {} --tasks",
        quote(cluster)
    );
    for arn in arns {
        command.push(' ');
        command.push_str(&quote(arn));
    }
    command
}

impl Aws {
    /// These tasks of a cluster, but for those that AWS does not know.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or its answer says nothing of one of them.
    pub(super) async fn tasks(
        &self,
        cluster: &str,
        arns: &[String],
    ) -> Result<Vec<Task>, Box<Failure>> {
        let body = json!({"cluster": cluster, "tasks": arns});
        let operation = Operation::DescribeTasks;
        let look = look(cluster, arns);
        let Described {
            mut tasks,
            failures,
        } = self
            .ask(operation, &body)
            .await
            .map_err(|failure| failure.shown_by(&look))?;
        let failures = failures.map_or(0, |failures| failures.len());
        if tasks.len() + failures < arns.len() {
            let why = texts!(
                "the answer says nothing of the task",
                "応答にタスクのことが書かれていません"
            );
            let failure = Failure::invalid_response(operation, why);
            return Err(Box::new(failure.shown_by(&look)));
        }
        for task in &mut tasks {
            task.stop = task.known_stop();
        }
        for reason in tasks.iter_mut().flat_map(Task::reasons) {
            *reason = self.redact(reason);
        }
        Ok(tasks)
    }
}
