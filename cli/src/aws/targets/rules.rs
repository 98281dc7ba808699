//! Rules of EventBridge, on every bus.

use futures_util::{StreamExt, TryStreamExt, stream};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{EcsParameters, FoundTriggers, Trigger, TriggerId};
use crate::aws::arn::{FamilyRevision, short};
use crate::aws::call::{Aws, member, parse};
use crate::aws::failure::{Failure, Kind};
use crate::aws::operation::Operation;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::text::{text, texts};

/// The name of an event bus.
type Bus = String;

/// An event bus in a list.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct BusNamed {
    name: Bus,
}

/// A target of a rule, as far as it starts a task definition on a cluster.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Target {
    id: String,
    arn: String,
    #[serde(rename = "EcsParameters")]
    ecs: Option<Value>,
}

/// The answer of `PutTargets`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Put {
    failed_entry_count: usize,
    failed_entries: Option<Vec<FailedEntry>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct FailedEntry {
    target_id: String,
    error_code: Option<String>,
    error_message: Option<String>,
}

impl Aws {
    /// Every ECS target of every rule. Lists the rules of each cluster rather than the
    /// targets of each rule, which takes fewer requests.
    pub(super) async fn all_rules(
        &self,
        cluster: Option<&str>,
        found: &mut FoundTriggers,
    ) -> Result<(), Box<Failure>> {
        let clusters = self.clusters(cluster, found).await?;
        let buses = self.buses(found).await?;
        let pairs = buses
            .iter()
            .flat_map(|bus| clusters.iter().map(move |cluster| (bus, cluster)));
        let rules: Vec<Vec<(Bus, String)>> = stream::iter(pairs)
            .map(|(bus, cluster)| self.rules_of(bus, cluster))
            .buffered(MAX_CONCURRENT)
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
        found: &mut FoundTriggers,
    ) -> Result<(), Box<Failure>> {
        let targets: Vec<Vec<Trigger>> = stream::iter(rules)
            .map(|(bus, rule)| self.targets_of(bus, rule))
            .buffered(MAX_CONCURRENT)
            .try_collect()
            .await?;
        found.triggers.extend(targets.into_iter().flatten());
        Ok(())
    }

    /// The clusters to look at: all of them, or only the one that is named, if the others may not
    /// be listed.
    async fn clusters(
        &self,
        cluster: Option<&str>,
        found: &mut FoundTriggers,
    ) -> Result<Vec<String>, Box<Failure>> {
        let listed = match (self.cluster_arns().await, cluster) {
            (Err(failure), Some(_)) if matches!(failure.kind, Kind::Denied(_)) => {
                found.skipped.push(text!(
                    self.lang,
                    "rules of other clusters (ecs:ListClusters is not allowed)",
                    "ほかのクラスターのルール（ecs:ListClusters が許可されていません）"
                ));
                Vec::new()
            }
            (listed, _) => listed?,
        };
        let mut clusters: Vec<String> = cluster.map(str::to_owned).into_iter().collect();
        clusters.extend(listed);
        clusters.sort();
        clusters.dedup();
        Ok(clusters)
    }

    async fn buses(&self, found: &mut FoundTriggers) -> Result<Vec<Bus>, Box<Failure>> {
        let listed: Result<Vec<BusNamed>, _> = self
            .pages(
                Operation::ListEventBuses,
                json!({}),
                "EventBuses",
                "NextToken",
            )
            .await;
        let listed = match listed {
            Err(failure) if matches!(failure.kind, Kind::Denied(_)) => {
                found.skipped.push(text!(
                    self.lang,
                    "event buses other than default (events:ListEventBuses is not allowed)",
                    "default 以外のイベントバス（events:ListEventBuses が許可されていません）"
                ));
                Vec::new()
            }
            listed => listed?,
        };
        let mut buses: Vec<Bus> = listed.into_iter().map(|bus| bus.name).collect();
        if !buses.iter().any(|bus| bus == "default") {
            buses.push("default".to_owned());
        }
        Ok(buses)
    }

    async fn rules_of(&self, bus: &str, cluster: &str) -> Result<Vec<(Bus, String)>, Box<Failure>> {
        let body = json!({"TargetArn": cluster, "EventBusName": bus});
        let operation = Operation::ListRuleNamesByTarget;
        let names: Vec<String> = self
            .pages(operation, body, "RuleNames", "NextToken")
            .await?;
        let rules = names.into_iter().map(|name| (bus.to_owned(), name));
        Ok(rules.collect())
    }

    /// All targets of a rule, as AWS gives them.
    async fn whole_targets(&self, bus: &str, rule: &str) -> Result<Vec<Value>, Box<Failure>> {
        let body = json!({"Rule": rule, "EventBusName": bus});
        let operation = Operation::ListTargetsByRule;
        self.pages(operation, body, "Targets", "NextToken").await
    }

    async fn targets_of(&self, bus: &str, rule: &str) -> Result<Vec<Trigger>, Box<Failure>> {
        let operation = Operation::ListTargetsByRule;
        let mut triggers = Vec::new();
        for target in self.whole_targets(bus, rule).await? {
            let Target { id, arn, ecs } = parse(operation, target.clone())?;
            let Some(ecs) = ecs else {
                continue;
            };
            let EcsParameters { definition } = parse(operation, ecs)?;
            triggers.extend(
                FamilyRevision::parse(&definition).map(|definition| Trigger {
                    id: TriggerId::Rule {
                        bus: bus.to_owned(),
                        rule: rule.to_owned(),
                        target: id,
                    },
                    cluster: arn,
                    definition,
                    whole: target,
                    universal: false,
                }),
            );
        }
        Ok(triggers)
    }

    /// A rule without its targets: its state and when it runs.
    pub(crate) async fn rule(&self, bus: &str, rule: &str) -> Result<Value, Box<Failure>> {
        let body = json!({"Name": rule, "EventBusName": bus});
        let operation = Operation::DescribeRule;
        let mut answer: Value = self.ask(operation, &body).await?;
        // Every rule has a state, and only that tells whether it runs.
        let state: String = member(operation, &mut answer, "State")?;
        answer["State"] = state.into();
        Ok(answer)
    }

    /// Writes targets back to their rule, and gives those that AWS refused, each with
    /// its reason.
    ///
    /// # Errors
    /// AWS refuses all of them, or does not answer.
    pub(crate) async fn put_targets(
        &self,
        bus: &str,
        rule: &str,
        targets: &[Value],
    ) -> Result<Vec<(String, Failure)>, Box<Failure>> {
        let operation = Operation::PutTargets;
        let body = json!({"Rule": rule, "EventBusName": bus, "Targets": targets});
        let answer: Put = match self.ask(operation, &body).await {
            Ok(answer) => answer,
            Err(failure) if failure.is_unread() => {
                return self.not_put(bus, rule, targets, &failure).await;
            }
            Err(failure) => return Err(failure),
        };
        let entries: Vec<_> = answer.failed_entries.into_iter().flatten().collect();
        if entries.len() < answer.failed_entry_count {
            let (count, all) = (answer.failed_entry_count, targets.len());
            let words = texts!(
                "{count} of {all} targets failed",
                "{all} 個のターゲットのうち {count} 個が失敗しました"
            );
            let failure = Failure::reported(operation, Kind::Refused, "", words);
            return self.not_put(bus, rule, targets, &failure).await;
        }
        let failed = entries.into_iter().map(|entry| {
            let code = entry.error_code.as_deref().unwrap_or("");
            let words = entry.error_message.as_deref().unwrap_or("");
            (entry.target_id, self.failure(operation, code, words))
        });
        Ok(failed.collect())
    }

    /// Those of these targets that the rule does not show, after an answer that does not tell. AWS's
    /// model requires no member of it, so that there may be a good reason for that.
    async fn not_put(
        &self,
        bus: &str,
        rule: &str,
        targets: &[Value],
        unproven: &Failure,
    ) -> Result<Vec<(String, Failure)>, Box<Failure>> {
        let shown = self.whole_targets(bus, rule).await;
        let shown = shown.map_err(|failure| unproven.clone().and_failed(&failure))?;
        let definition = |target: &Value| target["EcsParameters"]["TaskDefinitionArn"].clone();
        let failed = targets.iter().filter_map(|target| {
            let mut shown = shown.iter();
            let now = shown.find(|shown| shown["Id"] == target["Id"]);
            let now = now.map(definition);
            if now.as_ref() == Some(&definition(target)) {
                return None;
            }
            let now = now.as_ref().and_then(Value::as_str);
            let known = match now.map(short) {
                None => texts!(
                    "the rule does not show the target",
                    "ルールにこのターゲットが見当たりません"
                ),
                Some(now) => texts!(
                    "the target still starts {now}",
                    "ターゲットは {now} を起動するままです"
                ),
            };
            Some((
                target["Id"].as_str()?.to_owned(),
                unproven.clone().and(&known),
            ))
        });
        Ok(failed.collect())
    }
}
