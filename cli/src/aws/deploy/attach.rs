//! Waiting for what somebody else started: the same watch, without an update.

use std::collections::BTreeMap;

use taskdef_core::Lang;

use super::deployer::Deployer;
use super::outcome::{Family, Outcome, Registration, Service, ServiceState, VERSION};
use super::request::Wait;
use super::watch::Watched;
use crate::aws::arn::{Arn, FamilyRevision, last_part};
use crate::aws::error::Error;
use crate::aws::precondition::Wanted;
use crate::aws::services;

impl Deployer<'_> {
    /// Waits until services of a cluster run what they are to run, or this revision.
    ///
    /// # Errors
    /// A service is not there, or nothing can be seen of how it is deployed.
    pub(crate) async fn attach(
        &self,
        cluster: &str,
        revision: Option<&FamilyRevision>,
        wait: &Wait,
    ) -> Result<Outcome, Error> {
        let names = &self.request.services;
        let found = self.aws.all_services(cluster, names).await?;
        for service in &found {
            service.check_controller(Wanted::Follow)?;
            service.check_active()?;
            service.check_until(wait.until)?;
        }
        let coming = match revision {
            Some(_) => BTreeMap::new(),
            None => self.coming(&found).await,
        };
        let mut families: Vec<Family> = Vec::new();
        for found in &found {
            let coming = found.current_deployment().and_then(|arn| coming.get(arn));
            let expected = coming.map_or_else(|| expected(found, revision), Clone::clone);
            let known = families
                .iter_mut()
                .find(|it| it.revision.as_ref() == Some(&expected));
            let service = attached(found, &expected, self.aws.lang);
            match known {
                Some(family) => family.services.push(service),
                None => families.push(Family {
                    name: FamilyRevision::family_name(&expected),
                    registration: Registration::Given,
                    revision: Some(expected),
                    services: vec![service],
                    ..Family::default()
                }),
            }
        }
        let mut watched = Vec::new();
        for family in &mut families {
            let Some(definition) = family.revision.clone() else {
                continue;
            };
            watched.extend(family.services.iter_mut().map(|service| {
                let shown = found.iter().find(|found| found.name() == service.name);
                let is_done = shown
                    .and_then(services::Service::primary)
                    .is_some_and(|it| it.definition == definition && it.rollout() == "COMPLETED");
                let is_shown = service.deployment.is_some();
                let watched = Watched::new(service, &definition);
                let watched = if revision.is_none() {
                    watched.attached()
                } else {
                    watched
                };
                if is_done || !is_shown {
                    watched
                } else {
                    watched.shown_before()
                }
            }));
        }
        self.watch(cluster, wait, &mut watched).await;
        let mut outcome = Outcome {
            version: VERSION,
            dry_run: false,
            status: 0,
            cluster: Some(last_part(cluster).to_owned()),
            families,
            skipped: Vec::new(),
            permissions: Vec::new(),
            next: None,
        };
        outcome.conclude(self.interrupt.is_requested());
        outcome.next = self.command_again(&outcome);
        Ok(outcome)
    }

    /// The ARN of the task definition that each service deployment brings that is under way, by its own ARN,
    /// as far as it can be seen: the service itself may still show the one before.
    async fn coming(&self, services: &[services::Service]) -> BTreeMap<String, String> {
        let details = self.aws.deployments_of(services).await;
        let mut details = details.unwrap_or_default();
        details.retain(|it| it.status.is_under_way() || it.status.is_rolling_back());
        let revisions: Vec<&str> = details.iter().filter_map(|it| it.brings()).collect();
        let definitions = self.aws.definitions_of(&revisions).await;
        let definitions = definitions.unwrap_or_default();
        let coming = details.iter().filter_map(|details| {
            let definition = definitions.get(details.brings()?)?;
            Some((details.arn.clone(), definition.clone()))
        });
        coming.collect()
    }
}

/// The ARN of the revision that a service is expected to run: the one that is named, or else what it is
/// to run. Where ECS is rolling back, that is the revision that did not succeed.
fn expected(service: &services::Service, revision: Option<&FamilyRevision>) -> String {
    let runs = service.definition();
    if let Some(revision) = revision {
        let same = FamilyRevision::parse(runs).as_ref() == Some(revision);
        let named = Arn::parse(runs).map(|arn| arn.sibling(&format!("task-definition/{revision}")));
        return match named {
            Some(named) if !same => named,
            _ => runs.to_owned(),
        };
    }
    let primary = service.primary().filter(|primary| primary.rolls_back());
    let failed = primary.and_then(|_| service.deployments().find(|it| it.rollout() == "FAILED"));
    failed.map_or(runs, |failed| &failed.definition).to_owned()
}

/// A service whose deployment of a revision is under way, or over.
fn attached(found: &services::Service, definition: &str, lang: Lang) -> Service {
    let mut service = Service::new(found, lang);
    service.state = ServiceState::Unchanged;
    service.is_attached = true;
    let primary = found.primary().into_iter();
    let mut all = primary.chain(found.deployments());
    let ours = all.find(|it| it.definition == definition);
    service.deployment = ours.map(|ours| ours.id.clone());
    let is_other = |it: &&services::Deployment| Some(&it.id) != service.deployment.as_ref();
    let others: Vec<_> = found.deployments().filter(is_other).collect();
    if let Some(other) = others.first() {
        service.before.clone_from(&other.definition);
    }
    service.earlier = others.iter().map(|it| it.id.clone()).collect();
    service.definitions = others.iter().map(|it| it.definition.clone()).collect();
    service
}
