//! Applies a plan: registers, updates services, then moves triggers, each step only if the one
//! before succeeded. Nothing is ever deregistered.

use futures_util::{StreamExt, stream};
use taskdef_core::Lang;

use super::deployer::Deployer;
use super::outcome::{Family, Registration, Service, ServiceState};
use super::plan::{FamilyPlan, Plan};
use super::{triggers, watch};
use crate::aws::register::Registered;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::aws::update_service::Update;
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

impl Deployer<'_> {
    /// Gives each family its revision.
    pub(super) async fn register(&self, plan: &Plan, families: &mut [Family]) {
        let registered: Vec<_> = stream::iter(&plan.families)
            .map(|family_plan| self.register_one(family_plan))
            .buffered(MAX_CONCURRENT)
            .collect()
            .await;
        for ((family, family_plan), registered) in
            families.iter_mut().zip(&plan.families).zip(registered)
        {
            match registered {
                Ok(Some(registered)) => self.record(family, family_plan, registered),
                Ok(None) => {}
                Err(error) => family.error = Some(error),
            }
        }
    }

    async fn register_one(
        &self,
        family_plan: &FamilyPlan,
    ) -> Result<Option<Registered>, ReportedError> {
        if self.interrupt.is_requested() {
            return Ok(None);
        }
        let (Some(document), true) = (&family_plan.document, family_plan.registers()) else {
            return Ok(family_plan.latest.clone().map(|revision| Registered {
                revision,
                ignored: Vec::new(),
            }));
        };
        let latest = family_plan.latest.as_ref();
        let registered = self
            .aws
            .register(&family_plan.family, &document.text, latest)
            .await
            .map_err(|failure| failure.report(self.aws.lang))?;
        let short = registered.revision.short();
        let line = text!(
            self.aws.lang,
            "registered {short}",
            "{short} を登録しました"
        );
        self.progress.line(&line);
        Ok(Some(registered))
    }

    /// Records the revision that a family now has.
    fn record(&self, family: &mut Family, family_plan: &FamilyPlan, registered: Registered) {
        let Registered { revision, ignored } = registered;
        family.registration = registration(family_plan, Registration::Registered);
        family.ignored = ignored;
        if !family.ignored.is_empty() && !self.request.allow_ignored {
            family.error = Some(ignored_error(self.aws.lang));
        }
        if let Some(running) = &family_plan.running {
            match running.differences(&revision.answer, self.request.show_values) {
                Ok(differences) => family.differences = differences,
                Err(failure) => family.error = Some(failure.report(self.aws.lang)),
            }
        }
        family.revision = Some(revision.arn);
    }

    /// Updates the services to their revisions.
    pub(super) async fn update_services(&self, plan: &Plan, families: &mut [Family]) {
        let Some(cluster) = plan.cluster.as_deref() else {
            return;
        };
        let work = families
            .iter()
            .zip(&plan.families)
            .flat_map(|(family, family_plan)| {
                let revision = family
                    .revision
                    .as_deref()
                    .filter(|_| family.error.is_none() && !family.is_held);
                let services = family_plan.services.iter();
                services.map(move |service| self.update_one(plan, cluster, service, revision))
            });
        let updated: Vec<Service> = stream::iter(work).buffered(MAX_CONCURRENT).collect().await;
        let mut updated = updated.into_iter();
        for (family, family_plan) in families.iter_mut().zip(&plan.families) {
            family.services = updated.by_ref().take(family_plan.services.len()).collect();
        }
    }

    async fn update_one(
        &self,
        plan: &Plan,
        cluster: &str,
        service: &crate::aws::services::Service,
        revision: Option<&str>,
    ) -> Service {
        let mut outcome = Service::new(service, self.aws.lang);
        let Some(revision) = revision.filter(|_| !self.interrupt.is_requested()) else {
            return outcome;
        };
        if service.definition() == revision && !self.request.force {
            let failed = service.primary().filter(|it| it.rollout() == "FAILED");
            outcome.state = match failed {
                Some(failed) => {
                    outcome.reasons.push(failed.reason().to_owned());
                    ServiceState::Failed
                }
                None => ServiceState::Unchanged,
            };
            return outcome;
        }
        if plan.leaves(service, revision) {
            outcome.state = ServiceState::Older;
            return outcome;
        }
        if let Some(deployment) = self.under_way(service.name())
            && let Some(stopped) = self.stop_one(&outcome, deployment).await
        {
            return stopped;
        }
        let name = service.name();
        let old = service.primary().map_or("", |primary| &primary.id);
        let update = Update {
            cluster,
            service: name,
            definition: revision,
            force: self.request.force.then_some(old),
        };
        match self.aws.update_service(update).await {
            Ok(answer) => {
                outcome.state = ServiceState::Updated;
                outcome.started(&answer, revision);
                let line = text!(
                    self.aws.lang,
                    "updated service {name}",
                    "サービス {name} を更新しました"
                );
                self.progress.line(&line);
            }
            Err(failure) => {
                outcome.state = ServiceState::Error;
                outcome.error = Some(failure.report(self.aws.lang));
            }
        }
        outcome
    }

    /// The deployment of a service that ECS is to roll back.
    fn under_way(&self, service: &str) -> Option<&str> {
        let back = self.request.back.as_ref()?;
        back.under_way.get(service).map(String::as_str)
    }

    /// Lets ECS roll back what is under way. `None` if this caller can't: an update does the same.
    async fn stop_one(&self, before: &Service, deployment: &str) -> Option<Service> {
        let mut outcome = before.clone();
        match self.aws.roll_back(deployment).await {
            Ok(()) => {
                outcome.state = ServiceState::Updated;
                outcome.asked_for_rollback();
                outcome.stopped_deployment = Some(deployment.to_owned());
                let name = &outcome.name;
                let line = text!(
                    self.aws.lang,
                    "asked ECS to roll back the deployment under way of service {name}",
                    "サービス {name} の進行中のデプロイをロールバックするよう ECS に依頼しました"
                );
                self.progress.line(&line);
            }
            Err(failure) if failure.is_unavailable() => return None,
            Err(failure) => {
                outcome.state = ServiceState::Error;
                outcome.error = Some(failure.report(self.aws.lang));
            }
        }
        Some(outcome)
    }

    /// Waits for the services, and puts the old revision back if `--on-failure rollback` is set.
    pub(super) async fn wait(&self, plan: &Plan, families: &mut [Family]) {
        let (Some(cluster), Some(wait)) = (plan.cluster.as_deref(), &self.request.wait) else {
            return;
        };
        let mut watched: Vec<_> = families
            .iter_mut()
            .flat_map(watch::Watched::from_family)
            .collect();
        self.watch(cluster, wait, &mut watched).await;
        if !wait.roll_back {
            return;
        }
        let mut failed: Vec<&mut Service> = watched
            .into_iter()
            .map(|watched| watched.service)
            .filter(|service| {
                matches!(
                    service.state,
                    ServiceState::Failed | ServiceState::RollingBack | ServiceState::TimedOut
                )
            })
            .collect();
        self.put_back(cluster, wait, &mut failed).await;
    }

    /// Moves what starts tasks, for the families whose services are well.
    pub(super) async fn move_triggers(&self, plan: &Plan, families: &mut [Family]) {
        let work = families
            .iter()
            .zip(&plan.families)
            .map(|(family, family_plan)| {
                let revision = family.revision.as_deref().filter(|_| family.is_well());
                triggers::Batch::new(plan, family_plan, revision, self.request.unpin)
            });
        let work: Vec<_> = work.collect();
        let moved = self.move_batches(work).await;
        for (family, triggers) in families.iter_mut().zip(moved) {
            family.triggers = triggers;
        }
    }
}

/// How a family gets its revision, where `made` is the result of registering one.
pub(super) fn registration(family_plan: &FamilyPlan, made: Registration) -> Registration {
    match (&family_plan.document, family_plan.reuse) {
        (None, _) => Registration::Given,
        (Some(_), true) => Registration::Reused,
        (Some(_), false) => made,
    }
}

/// AWS silently dropped members that it does not know.
fn ignored_error(lang: Lang) -> ReportedError {
    let message = text!(
        lang,
        "AWS ignored part of what was sent, so nothing was moved to this revision. Fix the file, or \
         continue with --allow-ignored.",
        "送信した内容の一部が AWS に無視されたので、何もこのリビジョンに切り替えていません。\
         ファイルを直すか、--allow-ignored を付けて続けてください。"
    );
    ReportedError::new(Status::Findings, message)
}
