//! Why the tasks of a service stopped, and which of those that run are not well.

use serde_json::{Value, json};
use taskdef_core::explain::Meaning;

use super::call::{Aws, member};
use super::failure::Failure;
use super::operation::Operation;
use super::tasks::{DESCRIBED_AT_ONCE, Task};

/// Whose tasks are looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TasksOf<'a> {
    pub(crate) cluster: &'a str,
    pub(crate) service: &'a str,
    /// The ARN of the revision.
    pub(crate) definition: &'a str,
    /// The id of the deployment that started them, if it is known.
    pub(crate) deployment: Option<&'a str>,
}

/// A task that stopped.
#[derive(Debug, Clone)]
pub(crate) struct StoppedTask {
    /// Its ARN, or its reason where AWS does not tell the ARN.
    pub(crate) id: String,
    pub(crate) reason: String,
    /// What it means, if that is known.
    pub(crate) meaning: Option<Meaning>,
}

impl TasksOf<'_> {
    /// Whether a task is one of them. ECS names the deployment in `startedBy`. Source:
    /// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html>
    fn has(&self, task: &Task) -> bool {
        let started_by = task.started_by.as_deref().zip(self.deployment);
        task.definition.as_deref() == Some(self.definition)
            && started_by.is_none_or(|(started_by, deployment)| started_by == deployment)
    }
}

impl Aws {
    /// The tasks that stopped. ECS knows them for an hour.
    ///
    /// # Errors
    /// AWS refuses, or does not answer.
    pub(crate) async fn stopped_tasks(
        &self,
        of: TasksOf<'_>,
    ) -> Result<Vec<StoppedTask>, Box<Failure>> {
        let tasks = self.service_tasks(of, "STOPPED").await?.into_iter();
        let stopped = tasks.map(|task| {
            let reason = task.stop_reason(self.lang);
            StoppedTask {
                meaning: task.stop.map(|stop| Meaning::new(stop, self.lang)),
                id: task.arn.unwrap_or_else(|| reason.clone()),
                reason,
            }
        });
        Ok(stopped.filter(|task| !task.reason.is_empty()).collect())
    }

    /// How many of the tasks that run are unhealthy.
    ///
    /// # Errors
    /// AWS refuses, or does not answer.
    pub(crate) async fn unhealthy_tasks(&self, of: TasksOf<'_>) -> Result<usize, Box<Failure>> {
        let tasks = self.service_tasks(of, "RUNNING").await?;
        let health = |task: &&Task| task.health_status.as_deref() == Some("UNHEALTHY");
        Ok(tasks.iter().filter(health).count())
    }

    async fn service_tasks(
        &self,
        of: TasksOf<'_>,
        status: &str,
    ) -> Result<Vec<Task>, Box<Failure>> {
        let operation = Operation::ListTasks;
        let (cluster, service) = (of.cluster, of.service);
        let body = json!({"cluster": cluster, "serviceName": service, "desiredStatus": status});
        let mut listed: Value = self.ask(operation, &body).await?;
        let mut arns: Vec<String> = member(operation, &mut listed, "taskArns")?;
        arns.truncate(DESCRIBED_AT_ONCE);
        if arns.is_empty() {
            return Ok(Vec::new());
        }
        let mut tasks = self.tasks(cluster, &arns).await?;
        tasks.retain(|task| of.has(task));
        Ok(tasks)
    }
}
