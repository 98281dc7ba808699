//! Services of ECS, as AWS tells of them.

use serde_json::{Value, json};

use super::call::Aws;
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::revision::owner;

/// `DescribeServices` takes so many at once.
pub(crate) const DESCRIBED_AT_ONCE: usize = 10;

/// A service, as `DescribeServices` answered.
#[derive(Debug, Clone)]
pub(crate) struct Service(pub(crate) Value);

impl Service {
    fn text(&self, member: &str) -> &str {
        self.0[member].as_str().unwrap_or_default()
    }

    pub(crate) fn name(&self) -> &str {
        self.text("serviceName")
    }

    pub(crate) fn arn(&self) -> &str {
        self.text("serviceArn")
    }

    pub(crate) fn status(&self) -> &str {
        self.text("status")
    }

    /// The cluster's ARN.
    pub(crate) fn cluster(&self) -> &str {
        self.text("clusterArn")
    }

    pub(crate) fn desired(&self) -> u64 {
        self.0["desiredCount"].as_u64().unwrap_or_default()
    }

    pub(crate) fn deployments(&self) -> impl Iterator<Item = Deployment<'_>> {
        let deployments = self.0["deployments"].as_array().into_iter().flatten();
        deployments.map(Deployment)
    }

    /// The deployment that shall remain.
    pub(crate) fn primary(&self) -> Option<Deployment<'_>> {
        self.deployments()
            .find(|deployment| deployment.is_primary())
    }

    /// The ARN of the task definition that it shall run.
    pub(crate) fn definition(&self) -> &str {
        let primary = self.primary().map(Deployment::definition);
        primary
            .filter(|arn| !arn.is_empty())
            .unwrap_or_else(|| self.text("taskDefinition"))
    }

    /// What happened, oldest first: id and message of each event.
    pub(crate) fn events(&self) -> impl Iterator<Item = (&str, &str)> {
        let events = self.0["events"].as_array().into_iter().flatten().rev();
        events.filter_map(|event| Some((event["id"].as_str()?, event["message"].as_str()?)))
    }

    /// Who else looks after it.
    pub(crate) fn owner(&self) -> Option<String> {
        owner(&self.0["tags"])
    }
}

/// A deployment of a service.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deployment<'a>(&'a Value);

impl<'a> Deployment<'a> {
    pub(crate) fn id(self) -> &'a str {
        self.0["id"].as_str().unwrap_or_default()
    }

    /// Whether it is the one that shall remain.
    pub(crate) fn is_primary(self) -> bool {
        self.0["status"] == "PRIMARY"
    }

    pub(crate) fn definition(self) -> &'a str {
        self.0["taskDefinition"].as_str().unwrap_or_default()
    }

    /// `IN_PROGRESS`, `COMPLETED` or `FAILED`; empty where ECS tells of no rollout.
    pub(crate) fn rollout(self) -> &'a str {
        self.0["rolloutState"].as_str().unwrap_or_default()
    }

    pub(crate) fn reason(self) -> &'a str {
        self.0["rolloutStateReason"].as_str().unwrap_or_default()
    }

    /// Tasks that shall run, that run, and that are starting.
    pub(crate) fn counts(self) -> (u64, u64, u64) {
        let count = |member: &str| self.0[member].as_u64().unwrap_or_default();
        (
            count("desiredCount"),
            count("runningCount"),
            count("pendingCount"),
        )
    }
}

impl Aws {
    /// These services of a cluster, in this order; nothing for one that is not there.
    pub(crate) async fn services(
        &self,
        cluster: &str,
        names: &[String],
    ) -> Result<Vec<Option<Service>>, Box<Failure>> {
        let operation = Operation::DescribeServices;
        let mut services = Vec::new();
        for names in names.chunks(DESCRIBED_AT_ONCE) {
            let body = json!({"cluster": cluster, "services": names, "include": ["TAGS"]});
            let mut answer = self.ask(operation, &body).await?;
            let Value::Array(found) = answer["services"].take() else {
                return Err(Box::new(Failure::no_json(operation)));
            };
            let found: Vec<Service> = found.into_iter().map(Service).collect();
            services.extend(names.iter().map(|name| {
                let mut found = found.iter();
                let same = |service: &&Service| service.name() == name || service.arn() == name;
                found.find(same).cloned()
            }));
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
                let words = format!("there is no service {name} on cluster {cluster}");
                let code = "ServiceNotFoundException";
                let operation = Operation::DescribeServices;
                Box::new(Failure::told(operation, Kind::Missing, code, &words))
            })
        });
        services.collect()
    }

    /// The names of all services of a cluster.
    pub(crate) async fn service_names(&self, cluster: &str) -> Result<Vec<String>, Box<Failure>> {
        let body = json!({"cluster": cluster, "maxResults": 100});
        let arns = self
            .pages(Operation::ListServices, body, "serviceArns", "nextToken")
            .await?;
        let arns = arns.iter().filter_map(Value::as_str);
        Ok(arns
            .map(|arn| super::arn::last_part(arn).to_owned())
            .collect())
    }

    /// Lets a service run a revision, and gives it as it is then.
    pub(crate) async fn update_service(
        &self,
        cluster: &str,
        service: &str,
        definition: &str,
        force: bool,
    ) -> Result<Service, Box<Failure>> {
        let mut body = json!({
            "cluster": cluster,
            "service": service,
            "taskDefinition": definition,
        });
        if force {
            body["forceNewDeployment"] = true.into();
        }
        let mut answer = self.ask(Operation::UpdateService, &body).await?;
        Ok(Service(answer["service"].take()))
    }

    /// Why the newest tasks of a revision stopped, each reason once. Nothing where AWS does not
    /// tell: this is help beside another failure.
    pub(crate) async fn stop_reasons(
        &self,
        cluster: &str,
        service: &str,
        definition: &str,
    ) -> Vec<String> {
        let body = json!({"cluster": cluster, "serviceName": service, "desiredStatus": "STOPPED"});
        let Ok(listed) = self.ask(Operation::ListTasks, &body).await else {
            return Vec::new();
        };
        if listed["taskArns"].as_array().is_none_or(Vec::is_empty) {
            return Vec::new();
        }
        let body = json!({"cluster": cluster, "tasks": listed["taskArns"]});
        let Ok(described) = self.ask(Operation::DescribeTasks, &body).await else {
            return Vec::new();
        };
        let tasks = described["tasks"].as_array().into_iter().flatten();
        let ours = tasks.filter(|task| task["taskDefinitionArn"] == definition);
        let mut reasons = Vec::new();
        for reason in ours.map(stop_reason) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons.truncate(MOST_REASONS);
        reasons
    }
}

const MOST_REASONS: usize = 5;

/// Why a task stopped, and each container of it.
pub(super) fn stop_reason(task: &Value) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(task["stoppedReason"].as_str().map(str::to_owned));
    for container in task["containers"].as_array().into_iter().flatten() {
        let name = container["name"].as_str().unwrap_or("a container");
        let reason = container["reason"].as_str();
        match (container["exitCode"].as_i64(), reason) {
            (Some(code), Some(reason)) => {
                parts.push(format!("{name} exited with {code} ({reason})"));
            }
            (Some(code), None) if code != 0 => parts.push(format!("{name} exited with {code}")),
            (None, Some(reason)) => parts.push(format!("{name}: {reason}")),
            _ => {}
        }
    }
    parts.join("; ")
}
