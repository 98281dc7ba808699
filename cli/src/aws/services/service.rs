//! A service, as ECS answers it.

use serde::Deserialize;
use serde_json::Value;
use taskdef_core::Localized;

use super::deployment::Deployment;
use crate::aws::call::parse;
use crate::aws::failure::Failure;
use crate::aws::operation::Operation;
use crate::aws::service_deployment::DeploymentConfiguration;
use crate::aws::tags::{Tag, owner};

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

/// What happened to a service.
#[derive(Debug, Clone, Deserialize)]
struct Event {
    id: String,
    message: String,
}

impl Service {
    /// Reads a service in the answer of an operation.
    ///
    /// # Errors
    /// A member is missing that every service has.
    pub(in crate::aws) fn read(operation: Operation, whole: Value) -> Result<Self, Box<Failure>> {
        let members = parse(operation, whole.clone())?;
        Ok(Service { members, whole })
    }

    /// All that AWS says in words of its own.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
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
    pub(in crate::aws) fn is_to_run(&self, definition: &str) -> bool {
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
    pub(in crate::aws) fn controller(&self) -> &str {
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
