//! Why the tasks of a service stopped.

use serde_json::{Value, json};

use super::call::{Aws, member};
use super::failure::Failure;
use super::operation::Operation;
use super::tasks::Task;

/// The most reasons that are told.
const MOST_REASONS: usize = 5;

impl Aws {
    /// Why the newest tasks of a revision stopped, each reason once. Empty if AWS
    /// does not answer: this only adds to another failure.
    pub(crate) async fn stop_reasons(
        &self,
        cluster: &str,
        service: &str,
        definition: &str,
    ) -> Vec<String> {
        let stopped = self.stopped_tasks(cluster, service).await;
        let stopped = stopped.into_iter().flatten();
        let ours = stopped.filter(|task| task.definition.as_deref() == Some(definition));
        let mut reasons = Vec::new();
        for reason in ours.map(|task| task.stop_reason(self.lang)) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons.truncate(MOST_REASONS);
        reasons
    }

    async fn stopped_tasks(&self, cluster: &str, service: &str) -> Result<Vec<Task>, Box<Failure>> {
        let operation = Operation::ListTasks;
        let body = json!({"cluster": cluster, "serviceName": service, "desiredStatus": "STOPPED"});
        let mut listed: Value = self.ask(operation, &body).await?;
        let arns: Vec<String> = member(operation, &mut listed, "taskArns")?;
        if arns.is_empty() {
            return Ok(Vec::new());
        }
        self.tasks(cluster, &arns).await
    }
}
