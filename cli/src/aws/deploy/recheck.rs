//! After the moves: one more look at what is on the revision, moved there or not, since somebody else may
//! change it at the same time, and AWS lets the last one win without a word. Every deploy looks after all
//! its writes: where two at once leave a mix of both, at least one of them sees it.

use futures_util::{StreamExt, stream};
use taskdef_core::Lang;

use super::deployer::Deployer;
use super::outcome::{Family, Service, ServiceState, TriggerOutcome, TriggerState};
use super::plan::Plan;
use crate::aws::arn::FamilyRevision;
use crate::aws::failure::Failure;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::aws::services;
use crate::aws::targets::{Trigger, TriggerFilter, TriggerId};
use crate::text::text;

/// How often a trigger is looked at that AWS shows as it was before.
const LOOKS: u32 = 3;

impl Deployer<'_> {
    /// Looks at services and triggers once more, and gives what could not be looked at.
    pub(super) async fn recheck(&self, plan: &Plan, families: &mut [Family]) -> Vec<String> {
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
                                service.recheck(found.as_ref(), &revision);
                            }
                        }
                        Err(failure) => {
                            let operation = failure.operation;
                            unseen.push(text!(
                                self.aws.lang,
                                "whether anybody changed services since ({operation})",
                                "その後だれかがサービスを変更したかどうか（{operation}）"
                            ));
                        }
                    }
                }
            }
            unseen.extend(self.look_at_triggers(family, &revision).await);
        }
        unseen
    }

    /// AWS may take its time to show a move. What it then still shows as before, somebody moved back.
    async fn look_at_triggers(&self, family: &mut Family, revision: &str) -> Vec<String> {
        let mut unseen = Vec::new();
        let there = family.triggers.iter_mut();
        let mut there: Vec<_> = there.filter(|it| it.state.is_there()).collect();
        for look in 1..=LOOKS {
            if there.is_empty() {
                break;
            }
            if look > 1 {
                self.aws.back_off(look - 1).await;
            }
            let ids: Vec<TriggerId> = there.iter().map(|trigger| trigger.id.clone()).collect();
            let now = stream::iter(&ids).map(|id| self.now(&family.name, id));
            let now: Vec<_> = now.buffered(MAX_CONCURRENT).collect().await;
            let mut now = now.into_iter();
            there.retain_mut(|trigger| match now.next() {
                Some(Ok(now)) => trigger.is_as_before(now.as_ref(), revision, self.aws.lang),
                Some(Err(failure)) => {
                    let (id, operation) = (trigger.id.text(self.aws.lang), failure.operation);
                    unseen.push(text!(
                        self.aws.lang,
                        "whether anybody changed {id} since ({operation})",
                        "その後だれかが{id} を変更したかどうか（{operation}）"
                    ));
                    false
                }
                None => false,
            });
        }
        for trigger in there {
            let before = &trigger.before;
            let note = text!(
                self.aws.lang,
                "it starts {before} again, or AWS does not show the move",
                "また {before} を起動するようになったか、切り替えが AWS の応答に現れていません"
            );
            trigger.changed(note);
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
    fn recheck(&mut self, now: Option<&services::Service>, revision: &str) {
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
    /// Whether AWS shows it as it was before, as where an answer lags behind. What it shows of
    /// somebody else's change is recorded.
    fn is_as_before(&mut self, now: Option<&Trigger>, revision: &str, lang: Lang) -> bool {
        let ours = FamilyRevision::parse(revision).map(|ours| match self.state {
            TriggerState::Unpinned => FamilyRevision {
                revision: None,
                ..ours
            },
            _ => ours,
        });
        let Some(now) = now else {
            self.changed(text!(
                lang,
                "it no longer starts this family",
                "このファミリーを起動しなくなりました"
            ));
            return false;
        };
        if Some(&now.definition) == ours.as_ref() {
            return false;
        }
        let now = now.definition.to_string();
        let is_before = now == self.before;
        if !is_before {
            self.changed(text!(
                lang,
                "it starts {now} now",
                "今は {now} を起動します"
            ));
        }
        is_before
    }

    fn changed(&mut self, note: String) {
        self.state = TriggerState::Changed;
        self.note = Some(note);
    }
}
