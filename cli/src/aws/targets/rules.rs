//! Rules of EventBridge, on every bus.

use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};

use super::{Found, Place, Starter};
use crate::aws::arn::FamilyRevision;
use crate::aws::call::Aws;
use crate::aws::failure::{Failure, Kind};
use crate::aws::operation::Operation;
use crate::aws::runtime::AT_ONCE;

/// The name of an event bus.
type Bus = String;

impl Aws {
    /// Every ECS target of every rule. AWS is asked for the rules of each cluster rather than for
    /// the targets of each rule.
    pub(super) async fn all_rules(
        &self,
        cluster: Option<&str>,
        found: &mut Found,
    ) -> Result<(), Box<Failure>> {
        let clusters = self.clusters(cluster, found).await?;
        let buses = self.buses(found).await?;
        let pairs = buses
            .iter()
            .flat_map(|bus| clusters.iter().map(move |cluster| (bus, cluster)));
        let rules: Vec<Vec<(Bus, String)>> = stream::iter(pairs)
            .map(|(bus, cluster)| self.rules_of(bus, cluster))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        let mut rules: Vec<_> = rules.into_iter().flatten().collect();
        rules.sort();
        rules.dedup();
        self.named_rules(&rules, found).await
    }

    /// The ECS targets of these rules.
    pub(super) async fn named_rules(
        &self,
        rules: &[(Bus, String)],
        found: &mut Found,
    ) -> Result<(), Box<Failure>> {
        let targets: Vec<Vec<Starter>> = stream::iter(rules)
            .map(|(bus, rule)| self.targets_of(bus, rule))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        found.starters.extend(targets.into_iter().flatten());
        Ok(())
    }

    /// The clusters to look at: all of them, or only the one that is named, if the others may not
    /// be listed.
    async fn clusters(
        &self,
        cluster: Option<&str>,
        found: &mut Found,
    ) -> Result<Vec<String>, Box<Failure>> {
        let listed = self
            .pages(
                Operation::ListClusters,
                json!({}),
                "clusterArns",
                "nextToken",
            )
            .await;
        let listed = match (listed, cluster) {
            (Err(failure), Some(_)) if matches!(failure.kind, Kind::Denied(_)) => {
                found
                    .unseen
                    .push("rules of other clusters (ecs:ListClusters is not allowed)".to_owned());
                Vec::new()
            }
            (listed, _) => listed?,
        };
        let mut clusters: Vec<String> = cluster.map(str::to_owned).into_iter().collect();
        clusters.extend(listed.iter().filter_map(Value::as_str).map(str::to_owned));
        clusters.sort();
        clusters.dedup();
        Ok(clusters)
    }

    async fn buses(&self, found: &mut Found) -> Result<Vec<Bus>, Box<Failure>> {
        let listed = self
            .pages(
                Operation::ListEventBuses,
                json!({}),
                "EventBuses",
                "NextToken",
            )
            .await;
        let listed = match listed {
            Err(failure) if matches!(failure.kind, Kind::Denied(_)) => {
                found.unseen.push(
                    "event buses other than default (events:ListEventBuses is not allowed)"
                        .to_owned(),
                );
                Vec::new()
            }
            listed => listed?,
        };
        let names = listed.iter().filter_map(|bus| bus["Name"].as_str());
        let mut buses: Vec<Bus> = names.map(str::to_owned).collect();
        if !buses.iter().any(|bus| bus == "default") {
            buses.push("default".to_owned());
        }
        Ok(buses)
    }

    async fn rules_of(&self, bus: &str, cluster: &str) -> Result<Vec<(Bus, String)>, Box<Failure>> {
        let body = json!({"TargetArn": cluster, "EventBusName": bus});
        let operation = Operation::ListRuleNamesByTarget;
        let names = self
            .pages(operation, body, "RuleNames", "NextToken")
            .await?;
        let names = names.iter().filter_map(Value::as_str);
        Ok(names
            .map(|name| (bus.to_owned(), name.to_owned()))
            .collect())
    }

    async fn targets_of(&self, bus: &str, rule: &str) -> Result<Vec<Starter>, Box<Failure>> {
        let body = json!({"Rule": rule, "EventBusName": bus});
        let operation = Operation::ListTargetsByRule;
        let targets = self.pages(operation, body, "Targets", "NextToken").await?;
        let starters = targets
            .into_iter()
            .filter_map(|target| starter(bus, rule, target));
        Ok(starters.collect())
    }

    /// What a rule says besides its targets: its state and when it runs.
    pub(crate) async fn rule(&self, bus: &str, rule: &str) -> Result<Value, Box<Failure>> {
        let body = json!({"Name": rule, "EventBusName": bus});
        self.ask(Operation::DescribeRule, &body).await
    }

    /// Puts whole targets back into their rule, and gives those that AWS did not take, each with
    /// its reason.
    pub(crate) async fn put_targets(
        &self,
        bus: &str,
        rule: &str,
        targets: &[Value],
    ) -> Result<Vec<(String, Failure)>, Box<Failure>> {
        let operation = Operation::PutTargets;
        let body = json!({"Rule": rule, "EventBusName": bus, "Targets": targets});
        let answer = self.ask(operation, &body).await?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let entries = answer["FailedEntries"].as_array().into_iter().flatten();
        let mut failed: Vec<_> = entries
            .map(|entry| {
                let (code, words) = (text(&entry["ErrorCode"]), text(&entry["ErrorMessage"]));
                let failure = Failure::told(operation, Kind::Refused, &code, &words);
                (text(&entry["TargetId"]), failure)
            })
            .collect();
        let count = answer["FailedEntryCount"].as_u64().unwrap_or_default();
        if count > 0 && failed.is_empty() {
            let words = format!("{count} of {} targets failed", targets.len());
            let failure = Failure::told(operation, Kind::Refused, "", &words);
            let ids = targets.iter().map(|target| text(&target["Id"]));
            failed = ids.map(|id| (id, failure.clone())).collect();
        }
        Ok(failed)
    }
}

/// A target that starts a task definition on a cluster.
fn starter(bus: &str, rule: &str, target: Value) -> Option<Starter> {
    let definition = target["EcsParameters"]["TaskDefinitionArn"].as_str()?;
    Some(Starter {
        place: Place::Rule {
            bus: bus.to_owned(),
            rule: rule.to_owned(),
            target: target["Id"].as_str()?.to_owned(),
        },
        cluster: target["Arn"].as_str()?.to_owned(),
        definition: FamilyRevision::parse(definition)?,
        whole: target,
        universal: false,
    })
}
