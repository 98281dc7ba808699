//! Moves targets of rules and schedules to a revision; all other members stay as AWS gave them.

use std::collections::BTreeMap;

use futures_util::{StreamExt, stream};
use serde_json::Value;
use taskdef_core::Lang;

use super::deployer::Deployer;
use super::outcome::{TriggerOutcome, TriggerState};
use super::plan::{FamilyPlan, Plan};
use crate::aws::arn::{FamilyRevision, last_part};
use crate::aws::failure::Failure;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::aws::targets::{Trigger, TriggerId};
use crate::text::text;

/// The triggers of one family, and the planned outcome of each.
#[derive(Debug)]
pub(super) struct Batch<'a> {
    triggers: &'a [Trigger],
    outcomes: Vec<TriggerOutcome>,
    /// The ARN that they are to have.
    definition: Option<String>,
}

/// Targets of one rule, which are put back in one call.
type Rules = BTreeMap<(String, String), Vec<(Slot, Value)>>;

/// A trigger, by its family and its place there.
type Slot = (usize, usize);

impl<'a> Batch<'a> {
    pub(super) fn new(
        plan: &Plan,
        family_plan: &'a FamilyPlan,
        revision: Option<&str>,
        unpin: bool,
    ) -> Self {
        let definition = revision.map(|arn| if unpin { unpinned(arn) } else { arn });
        let outcomes = family_plan.triggers.iter().map(|trigger| TriggerOutcome {
            id: trigger.id.clone(),
            cluster: last_part(&trigger.cluster).to_owned(),
            before: trigger.definition.to_string(),
            state: state(plan, family_plan, trigger, revision, definition),
            named: plan.names(&trigger.id),
            note: None,
            error: None,
        });
        Batch {
            triggers: &family_plan.triggers,
            outcomes: outcomes.collect(),
            definition: definition.map(str::to_owned),
        }
    }

    /// What a dry run reports: the same, with nothing done.
    pub(super) fn planned(self) -> Vec<TriggerOutcome> {
        self.outcomes
    }

    /// The triggers to move, each with all its members and the new definition.
    fn moves(&self) -> impl Iterator<Item = (usize, &Trigger, Value)> {
        let outcomes = self.outcomes.iter().enumerate();
        let planned = outcomes.filter(|(_, start)| start.state == TriggerState::Planned);
        planned.filter_map(|(index, _)| {
            let trigger = &self.triggers[index];
            let whole = trigger.with_definition(self.definition.as_deref()?)?;
            Some((index, trigger, whole))
        })
    }
}

/// The planned outcome of a trigger, where `revision` is the ARN of the revision that is deployed and
/// `definition` what it is to name.
fn state(
    plan: &Plan,
    family_plan: &FamilyPlan,
    trigger: &Trigger,
    revision: Option<&str>,
    definition: Option<&str>,
) -> TriggerState {
    let here = plan.cluster_arn.as_deref();
    let starts = trigger.definition.revision;
    let target = revision
        .and_then(FamilyRevision::parse)
        .and_then(|it| it.revision);
    if !here.is_some_and(|here| trigger.is_on(here)) {
        TriggerState::OtherCluster
    } else if starts.is_none() {
        match &family_plan.newest {
            Some(newest) if revision != Some(newest) => TriggerState::StartsLatest,
            _ => TriggerState::FollowsLatest,
        }
    } else if definition.and_then(FamilyRevision::parse).as_ref() == Some(&trigger.definition) {
        TriggerState::AlreadyThere
    } else if plan.back && starts < target {
        TriggerState::Older
    } else {
        TriggerState::Planned
    }
}

/// An ARN without its revision, which ECS resolves to the latest one.
fn unpinned(arn: &str) -> &str {
    arn.rsplit_once(':').map_or(arn, |(family, _)| family)
}

impl Deployer<'_> {
    /// Moves the triggers of all families, and gives the result of each.
    pub(super) async fn move_batches(
        &self,
        mut batches: Vec<Batch<'_>>,
    ) -> Vec<Vec<TriggerOutcome>> {
        let mut rules = Rules::new();
        let mut schedules = Vec::new();
        for (family, batch) in batches.iter().enumerate() {
            for (index, trigger, whole) in batch.moves() {
                let slot = (family, index);
                match &trigger.id {
                    TriggerId::Rule { bus, rule, .. } => {
                        let rule = (bus.clone(), rule.clone());
                        rules.entry(rule).or_default().push((slot, whole));
                    }
                    TriggerId::Schedule { group, name } => {
                        schedules.push((slot, group.clone(), name.clone(), whole));
                    }
                }
            }
        }
        let put = stream::iter(&rules).map(|(rule, targets)| self.put(rule, targets));
        let put: Vec<_> = put.buffered(MAX_CONCURRENT).collect().await;
        let updated = stream::iter(&schedules).map(|(slot, group, name, whole)| async {
            (*slot, self.update_schedule(group, name, whole).await)
        });
        let updated: Vec<_> = updated.buffered(MAX_CONCURRENT).collect().await;
        for ((family, index), result) in put.into_iter().flatten().chain(updated) {
            batches[family].outcomes[index].record(result, self.request.unpin, self.aws.lang);
        }
        for start in batches.iter_mut().flat_map(|batch| &mut batch.outcomes) {
            if start.state == TriggerState::Planned {
                start.state = TriggerState::NotReached;
            }
        }
        batches.into_iter().map(|batch| batch.outcomes).collect()
    }

    async fn put(
        &self,
        (bus, rule): &(String, String),
        targets: &[(Slot, Value)],
    ) -> Vec<(Slot, Moved)> {
        if self.interrupt.is_requested() {
            return Vec::new();
        }
        let wholes: Vec<Value> = targets.iter().map(|(_, whole)| whole.clone()).collect();
        let failed = self.aws.put_targets(bus, rule, &wholes).await;
        let result = |whole: &Value| match &failed {
            Err(failure) => Moved::Failed(failure.clone()),
            Ok(failed) => {
                let mut failed = failed.iter();
                match failed.find(|(id, _)| whole["Id"] == id.as_str()) {
                    Some((_, failure)) => Moved::Failed(Box::new(failure.clone())),
                    None => Moved::Whole,
                }
            }
        };
        let targets = targets.iter();
        targets
            .map(|(slot, whole)| (*slot, result(whole)))
            .collect()
    }

    async fn update_schedule(&self, group: &str, name: &str, whole: &Value) -> Moved {
        if self.interrupt.is_requested() {
            return Moved::NotReached;
        }
        match self.aws.update_schedule(group, name, whole).await {
            Ok(false) => Moved::Whole,
            Ok(true) => Moved::WithoutStart,
            Err(failure) => Moved::Failed(failure),
        }
    }
}

/// What became of a move.
#[derive(Debug)]
enum Moved {
    Whole,
    /// A start that has passed is left out.
    WithoutStart,
    NotReached,
    Failed(Box<Failure>),
}

impl TriggerOutcome {
    fn record(&mut self, result: Moved, unpin: bool, lang: Lang) {
        let done = if unpin {
            TriggerState::Unpinned
        } else {
            TriggerState::Moved
        };
        self.state = match result {
            Moved::Whole => done,
            Moved::WithoutStart => {
                self.note = Some(text!(
                    lang,
                    "its start date has passed, which AWS refuses; it is left out",
                    "開始日時が過ぎていて AWS に拒否されるので、開始日時を省きました"
                ));
                done
            }
            Moved::NotReached => TriggerState::NotReached,
            Moved::Failed(failure) => {
                self.error = Some(failure.report(lang));
                TriggerState::Error
            }
        };
    }
}
