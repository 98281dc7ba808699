//! What a service ran before: its deployments, which ECS keeps for 90 days. Source:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html>

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::call::{Aws, member};
use super::deployment_status::DeploymentStatus;
use super::failure::Failure;
use super::operation::Operation;

/// The most service revisions in one `DescribeServiceRevisions` request. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html>
pub(super) const DESCRIBED_AT_ONCE: usize = 20;

/// A deployment of a service, as `ListServiceDeployments` answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ServiceDeployment {
    #[serde(rename = "serviceDeploymentArn")]
    pub(crate) arn: String,
    pub(crate) status: DeploymentStatus,
    /// Why it is so; AWS's words.
    status_reason: Option<String>,
    /// The ARN of the service revision that it brings; the task definition is a part of that.
    #[serde(rename = "targetServiceRevisionArn")]
    pub(super) revision: String,
    /// Seconds since 1970.
    created_at: f64,
}

impl ServiceDeployment {
    /// Whether it did not succeed: it was stopped, failed, or was rolled back or is.
    fn is_unsuccessful(&self) -> bool {
        matches!(self.status.as_str(), "STOPPED" | "FAILED") || self.status.is_rolled_back()
    }
}

impl Aws {
    /// The deployments of a service, the newest first.
    pub(crate) async fn service_deployments(
        &self,
        cluster: &str,
        service: &str,
    ) -> Result<Vec<ServiceDeployment>, Box<Failure>> {
        let body = json!({"cluster": cluster, "service": service, "maxResults": 100});
        let operation = Operation::ListServiceDeployments;
        let mut all: Vec<ServiceDeployment> = self
            .pages(operation, body, "serviceDeployments", "nextToken")
            .await?;
        all.sort_by(|a, b| b.created_at.total_cmp(&a.created_at));
        Ok(all)
    }

    /// The ARN of the task definition of each service revision, by its ARN. AWS leaves out those that it no
    /// longer knows.
    pub(crate) async fn definitions_of(
        &self,
        revisions: &[&str],
    ) -> Result<BTreeMap<String, String>, Box<Failure>> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct ServiceRevision {
            service_revision_arn: String,
            task_definition: String,
        }
        let operation = Operation::DescribeServiceRevisions;
        let mut all = BTreeMap::new();
        for some in revisions.chunks(DESCRIBED_AT_ONCE) {
            let body = json!({"serviceRevisionArns": some});
            let mut answer: Value = self.ask(operation, &body).await?;
            let found: Vec<ServiceRevision> = member(operation, &mut answer, "serviceRevisions")?;
            let found = found.into_iter();
            all.extend(found.map(|it| (it.service_revision_arn, it.task_definition)));
        }
        Ok(all)
    }

    /// The newest deployment of a service that was to bring a task definition and did not succeed, with
    /// AWS's reason. `None` if it is not known: this only adds to what is known without it.
    pub(crate) async fn failed_deployment(
        &self,
        cluster: &str,
        service: &str,
        definition: &str,
    ) -> Option<(ServiceDeployment, String)> {
        let history = self.service_deployments(cluster, service).await.ok()?;
        let newest: Vec<_> = history.into_iter().take(DESCRIBED_AT_ONCE).collect();
        let revisions: Vec<&str> = newest.iter().map(|it| it.revision.as_str()).collect();
        let definitions = self.definitions_of(&revisions).await.ok()?;
        let brings = |it: &ServiceDeployment| definitions.get(&it.revision);
        let mut newest = newest.iter();
        let ours = newest.find(|it| brings(it).is_some_and(|it| it == definition))?;
        let reason = ours.status_reason.as_deref().unwrap_or_default();
        ours.is_unsuccessful()
            .then(|| (ours.clone(), self.redact(reason)))
    }

    /// Asks ECS to roll a deployment of a service back to the service revision before.
    pub(crate) async fn roll_back(&self, deployment: &str) -> Result<(), Box<Failure>> {
        let operation = Operation::StopServiceDeployment;
        let body = json!({"serviceDeploymentArn": deployment, "stopType": "ROLLBACK"});
        let mut answer: Value = self.ask(operation, &body).await?;
        member::<String>(operation, &mut answer, "serviceDeploymentArn").map(|_| ())
    }
}
