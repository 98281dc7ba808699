//! Services of ECS, as AWS answers them.

use serde::Deserialize;
use serde_json::{Value, json};
use taskdef_core::Localized;

use super::arn::last_part;
use super::call::{Aws, parse};
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::service_deployment::DeploymentConfiguration;
use super::tags::{Tag, owner};
use crate::text::texts;

/// The most services in one `DescribeServices` request. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html>
pub(crate) const DESCRIBED_AT_ONCE: usize = 10;

/// A service, as `DescribeServices` answered.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    members: Members,
    /// The whole answer.
    pub(crate) whole: Value,
}

/// What we look at of a service. ECS leaves out what says nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Members {
    service_name: String,
    service_arn: String,
    status: String,
    cluster_arn: Option<String>,
    desired_count: u64,
    /// Not there where another controller deploys.
    task_definition: Option<String>,
    deployment_controller: Option<Controller>,
    deployments: Option<Vec<Deployment>>,
    deployment_configuration: Option<DeploymentConfiguration>,
    current_service_deployment: Option<String>,
    events: Option<Vec<Event>>,
    tags: Option<Vec<Tag>>,
}

/// What deploys a service.
#[derive(Debug, Clone, Deserialize)]
struct Controller {
    r#type: Option<String>,
}

/// The answer of `DescribeServices`.
#[derive(Debug, Deserialize)]
struct Described {
    services: Vec<Value>,
    failures: Option<Vec<Undescribed>>,
}

/// A service that is not described, and why not.
#[derive(Debug, Deserialize)]
struct Undescribed {
    arn: String,
    reason: String,
}

/// What happened to a service.
#[derive(Debug, Clone, Deserialize)]
struct Event {
    id: String,
    message: String,
}

/// A deployment of a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Deployment {
    pub(crate) id: String,
    status: String,
    /// The ARN of the revision that it brings.
    #[serde(rename = "taskDefinition")]
    pub(crate) definition: String,
    rollout_state: Option<String>,
    rollout_state_reason: Option<String>,
    /// Tasks that are to run.
    #[serde(rename = "desiredCount")]
    pub(crate) desired: u64,
    /// Tasks that run.
    #[serde(rename = "runningCount")]
    pub(crate) running: u64,
    /// Tasks that are starting.
    #[serde(rename = "pendingCount")]
    pub(crate) pending: u64,
    /// Tasks that failed in a row: they could not be started, or did not stay healthy.
    #[serde(rename = "failedTasks")]
    failed: Option<u64>,
}

impl Service {
    /// Reads a service in the answer of an operation.
    ///
    /// # Errors
    /// A member is missing that every service has.
    pub(super) fn read(operation: Operation, whole: Value) -> Result<Self, Box<Failure>> {
        let members = parse(operation, whole.clone())?;
        Ok(Service { members, whole })
    }

    /// All that AWS says in words of its own.
    fn words(&mut self) -> impl Iterator<Item = &mut String> {
        let Members {
            deployments,
            events,
            ..
        } = &mut self.members;
        let events = events.iter_mut().flatten().map(|event| &mut event.message);
        let deployments = deployments.iter_mut().flatten();
        events.chain(deployments.filter_map(|one| one.rollout_state_reason.as_mut()))
    }

    pub(crate) fn name(&self) -> &str {
        &self.members.service_name
    }

    pub(crate) fn arn(&self) -> &str {
        &self.members.service_arn
    }

    pub(crate) fn status(&self) -> &str {
        &self.members.status
    }

    /// The cluster's ARN.
    pub(crate) fn cluster(&self) -> Option<&str> {
        self.members.cluster_arn.as_deref()
    }

    pub(crate) fn desired(&self) -> u64 {
        self.members.desired_count
    }

    pub(crate) fn deployments(&self) -> impl Iterator<Item = &Deployment> {
        self.members.deployments.iter().flatten()
    }

    /// How it is deployed.
    pub(crate) fn configuration(&self) -> DeploymentConfiguration {
        self.members
            .deployment_configuration
            .clone()
            .unwrap_or_default()
    }

    /// The ARN of the service deployment that is under way, if AWS names one.
    pub(crate) fn current_deployment(&self) -> Option<&str> {
        self.members.current_service_deployment.as_deref()
    }

    /// The PRIMARY deployment, whose revision the service is to run.
    pub(crate) fn primary(&self) -> Option<&Deployment> {
        self.deployments()
            .find(|deployment| deployment.is_primary())
    }

    /// The ARN of the task definition that it is to run; empty where another controller deploys.
    pub(crate) fn definition(&self) -> &str {
        let primary = self.primary().map(|primary| primary.definition.as_str());
        let primary = primary.filter(|arn| !arn.is_empty());
        primary
            .or(self.members.task_definition.as_deref())
            .unwrap_or("")
    }

    /// Whether AWS shows that it is to run this revision.
    pub(super) fn is_to_run(&self, definition: &str) -> bool {
        let mut shown = [
            Some(self.definition()),
            self.members.task_definition.as_deref(),
        ]
        .into_iter()
        .flatten();
        shown.any(|shown| shown == definition)
    }

    /// What happened, oldest first: id and message of each event.
    pub(crate) fn events(&self) -> impl Iterator<Item = (&str, &str)> {
        let events = self.members.events.iter().flatten().rev();
        events.map(|event| (event.id.as_str(), event.message.as_str()))
    }

    /// What deploys it: `ECS`, which is meant where AWS does not tell, `CODE_DEPLOY`, `EXTERNAL` or another.
    pub(super) fn controller(&self) -> &str {
        let controller = self.members.deployment_controller.as_ref();
        controller
            .and_then(|it| it.r#type.as_deref())
            .unwrap_or("ECS")
    }

    /// The ARN of the task definition that it last ran with success, as far as its deployments show:
    /// the newest that is completed. They are the primary one, and those whose tasks still run.
    pub(crate) fn completed(&self) -> Option<&str> {
        let primary = self.primary().into_iter();
        let mut all = primary.chain(self.deployments());
        let completed = all.find(|deployment| deployment.rollout() == "COMPLETED");
        completed.map(|deployment| deployment.definition.as_str())
    }

    /// The tool that also manages it.
    pub(crate) fn owner(&self) -> Option<Localized<String>> {
        self.members.tags.as_deref().and_then(owner)
    }
}

impl Deployment {
    /// Whether it is the PRIMARY deployment, whose revision the service is to run.
    pub(crate) fn is_primary(&self) -> bool {
        self.status == "PRIMARY"
    }

    /// The tasks that failed in a row.
    pub(crate) fn failed(&self) -> u64 {
        self.failed.unwrap_or_default()
    }

    /// `IN_PROGRESS`, `COMPLETED` or `FAILED`; empty where ECS reports no rollout.
    pub(crate) fn rollout(&self) -> &str {
        self.rollout_state.as_deref().unwrap_or("")
    }

    /// Why the rollout is as it is; empty where ECS does not say.
    pub(crate) fn reason(&self) -> &str {
        self.rollout_state_reason.as_deref().unwrap_or("")
    }

    /// Whether ECS says that it puts this deployment back after another one failed: "ECS deployment
    /// circuit breaker: rolling back to deploymentId ecs-svc/…". Source:
    /// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html>
    pub(crate) fn rolls_back(&self) -> bool {
        self.reason().to_lowercase().contains("rolling back")
    }
}

impl Aws {
    /// These services of a cluster, in this order; nothing for one that AWS says is not there.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or its answer says nothing of one of them.
    pub(crate) async fn services(
        &self,
        cluster: &str,
        names: &[String],
    ) -> Result<Vec<Option<Service>>, Box<Failure>> {
        let operation = Operation::DescribeServices;
        let mut services = Vec::new();
        for names in names.chunks(DESCRIBED_AT_ONCE) {
            let body = json!({"cluster": cluster, "services": names, "include": ["TAGS"]});
            let answer: Described = self.ask(operation, &body).await?;
            let found = answer.services.into_iter();
            let found = found.map(|one| self.read_service(operation, one));
            let found: Vec<Service> = found.collect::<Result<_, _>>()?;
            for name in names {
                let mut found = found.iter();
                let same = |service: &&Service| service.name() == name || service.arn() == name;
                let service = found.find(same).cloned();
                if service.is_none() && !is_missing(answer.failures.as_deref(), name) {
                    let why = texts!(
                        "the answer says nothing of service {name}",
                        "応答にサービス {name} のことが書かれていません"
                    );
                    return Err(Box::new(Failure::invalid_response(operation, why)));
                }
                services.push(service);
            }
        }
        Ok(services)
    }

    /// The same, where each of them has to be there.
    pub(crate) async fn all_services(
        &self,
        cluster: &str,
        names: &[String],
    ) -> Result<Vec<Service>, Box<Failure>> {
        let services = self.services(cluster, names).await?.into_iter().zip(names);
        let services = services.map(|(service, name)| {
            service.ok_or_else(|| {
                let words = texts!(
                    "there is no service {name} on cluster {cluster}",
                    "クラスター {cluster} にサービス {name} はありません"
                );
                let code = "ServiceNotFoundException";
                let operation = Operation::DescribeServices;
                Box::new(Failure::reported(operation, Kind::Missing, code, words))
            })
        });
        services.collect()
    }

    /// The names of all services of a cluster.
    pub(crate) async fn service_names(&self, cluster: &str) -> Result<Vec<String>, Box<Failure>> {
        let body = json!({"cluster": cluster, "maxResults": 100});
        let arns: Vec<String> = self
            .pages(Operation::ListServices, body, "serviceArns", "nextToken")
            .await?;
        Ok(arns.iter().map(|arn| last_part(arn).to_owned()).collect())
    }

    /// Reads a service in an answer, and redacts what AWS says in words of its own.
    pub(super) fn read_service(
        &self,
        operation: Operation,
        whole: Value,
    ) -> Result<Service, Box<Failure>> {
        let mut service = Service::read(operation, whole)?;
        for words in service.words() {
            *words = self.redact(words);
        }
        Ok(service)
    }
}

/// Whether AWS says that there is no service of this name or ARN: it lists failures, and this one is
/// missing, or not among them. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html>
fn is_missing(failures: Option<&[Undescribed]>, name: &str) -> bool {
    let Some(failures) = failures else {
        return false;
    };
    let mut failures = failures.iter();
    let own = failures.find(|failure| last_part(&failure.arn) == last_part(name));
    own.is_none_or(|failure| failure.reason == "MISSING")
}
