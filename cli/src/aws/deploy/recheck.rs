//! After the moves: one more look at what is on the revision, moved there or not, since somebody else may
//! change it at the same time, and AWS lets the last one win without a word. Every deploy looks after all
//! its writes: where two at once leave a mix of both, at least one of them sees it.

use super::deployer::Deployer;
use super::outcome::{Family, Service, ServiceState, TriggerOutcome, TriggerState};
use super::plan::Plan;
use crate::aws::arn::FamilyRevision;
use crate::aws::failure::Failure;
use crate::aws::services;
use crate::aws::targets::{Trigger, TriggerFilter, TriggerId};

impl Deployer<'_> {
    /// Looks at services and triggers once more, and gives what could not be looked at.
    pub(super) async fn look_again(&self, plan: &Plan, families: &mut [Family]) -> Vec<String> {
        let mut unseen = Vec::new();
        for family in families.iter_mut().filter(|family| family.has_moved()) {
            let Some(revision) = family.revision.clone() else {
                continue;
            };
            if let Some(cluster) = plan.cluster.as_deref() {
                let there = family.services.iter_mut();
                let mut there: Vec<_> = there.filter(|it| it.state.is_there()).collect();
                let names: Vec<String> = there.iter().map(|it| it.name.clone()).collect();
                if !names.is_empty() {
                    match self.aws.services(cluster, &names).await {
                        Ok(found) => {
                            for (service, found) in there.iter_mut().zip(&found) {
                                service.look_again(found.as_ref(), &revision);
                            }
                        }
                        Err(failure) => unseen.push(format!(
                            "whether anybody changed services since ({})",
                            failure.operation
                        )),
                    }
                }
            }
            let there = family.triggers.iter_mut();
            for trigger in there.filter(|it| it.state.is_there()) {
                match self.now(&family.name, &trigger.id).await {
                    Ok(now) => trigger.look_again(now.as_ref(), &revision),
                    Err(failure) => unseen.push(format!(
                        "whether anybody changed {} since ({})",
                        trigger.id, failure.operation
                    )),
                }
            }
        }
        unseen
    }

    /// A trigger as it is now; `None` if it does not start the family any more, or is gone.
    async fn now(&self, family: &str, id: &TriggerId) -> Result<Option<Trigger>, Box<Failure>> {
        let found = self.aws.triggers(&[family], &filter_of(id), None).await;
        match found {
            Ok(found) => Ok(found.triggers.into_iter().find(|now| now.id == *id)),
            Err(failure) if failure.is_missing() => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

/// The filter that finds one trigger.
fn filter_of(id: &TriggerId) -> TriggerFilter {
    let mut trigger_filter = TriggerFilter::default();
    match id {
        TriggerId::Rule { bus, rule, .. } => trigger_filter.rules.push((bus.clone(), rule.clone())),
        TriggerId::Schedule { group, name } => {
            trigger_filter.schedules.push((group.clone(), name.clone()));
        }
    }
    trigger_filter
}

impl Service {
    fn look_again(&mut self, now: Option<&services::Service>, revision: &str) {
        let Some(now) = now else {
            self.state = ServiceState::Gone;
            return;
        };
        // An answer that shows what was there before lags behind.
        let other = now.primary().filter(|primary| {
            primary.definition != revision && !self.earlier.contains(&primary.id)
        });
        if let Some(other) = other {
            self.state = match (other.rolls_back(), other.rollout()) {
                (true, "COMPLETED") => ServiceState::RolledBack,
                (true, _) => ServiceState::RollingBack,
                (false, _) => ServiceState::Superseded,
            };
            self.now = Some(other.definition.clone());
        }
    }
}

impl TriggerOutcome {
    fn look_again(&mut self, now: Option<&Trigger>, revision: &str) {
        let ours = FamilyRevision::parse(revision).map(|ours| match self.state {
            TriggerState::Unpinned => FamilyRevision {
                revision: None,
                ..ours
            },
            _ => ours,
        });
        let Some(now) = now else {
            self.changed("it no longer starts this family".to_owned());
            return;
        };
        let is_before = now.definition.to_string() == self.before;
        if Some(&now.definition) != ours.as_ref() && !is_before {
            self.changed(format!("it starts {} now", now.definition));
        }
    }

    fn changed(&mut self, note: String) {
        self.state = TriggerState::Changed;
        self.note = Some(note);
    }
}
