//! Services of ECS, as AWS answers them.

mod deployment;
mod service;

use serde::Deserialize;
use serde_json::{Value, json};

use super::arn::last_part;
use super::call::Aws;
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::service_deployment::DeploymentDetails;
use crate::text::texts;

pub(crate) use deployment::Deployment;
pub(crate) use service::Service;

/// The most services in one `DescribeServices` request. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html>
pub(crate) const DESCRIBED_AT_ONCE: usize = 10;

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

    /// The deployments that AWS says are under way for these services, but for those that AWS does not know.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or answers something else.
    pub(crate) async fn deployments_of(
        &self,
        services: &[Service],
    ) -> Result<Vec<DeploymentDetails>, Box<Failure>> {
        let arns = services.iter().filter_map(Service::current_deployment);
        let arns: Vec<String> = arns.map(str::to_owned).collect();
        self.deployment_details(&arns).await
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
        for text in service.texts_mut() {
            *text = self.redact(text);
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
