//! Clusters of ECS.

use serde::Deserialize;
use serde_json::json;

use super::arn::last_part;
use super::call::Aws;
use super::failure::Failure;
use super::operation::Operation;

impl Aws {
    /// Whether a cluster exists and is active; `None` where the caller may neither describe nor list
    /// clusters.
    pub(crate) async fn is_cluster(&self, cluster: &str) -> Result<Option<bool>, Box<Failure>> {
        #[derive(Deserialize)]
        struct Cluster {
            status: String,
        }
        #[derive(Deserialize)]
        struct Described {
            clusters: Vec<Cluster>,
        }
        let operation = Operation::DescribeClusters;
        let answer = self.ask(operation, &json!({"clusters": [cluster]})).await;
        let failure = match answer {
            Ok(Described { clusters }) => {
                return Ok(Some(clusters.iter().any(|it| it.status == "ACTIVE")));
            }
            Err(failure) => failure,
        };
        if !failure.is_unavailable() {
            return Err(failure);
        }
        match self.cluster_arns().await {
            Ok(arns) => {
                let is_named = |arn: &String| arn == cluster || last_part(arn) == cluster;
                Ok(Some(arns.iter().any(is_named)))
            }
            Err(failure) if failure.is_unavailable() => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The ARNs of all clusters.
    pub(crate) async fn cluster_arns(&self) -> Result<Vec<String>, Box<Failure>> {
        let operation = Operation::ListClusters;
        self.pages(operation, json!({}), "clusterArns", "nextToken")
            .await
    }
}
