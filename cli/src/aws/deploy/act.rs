//! Doing what was planned: register, services, then what starts tasks, each step only where the
//! one before went well. Nothing is ever deregistered.

use futures_util::{StreamExt, stream};

use super::deployer::Deployer;
use super::order::Order;
use super::outcome::{Family, Registration, Service, ServiceState, Told};
use super::plan::{Job, Plan};
use super::{starts, watch};
use crate::aws::register::Registered;
use crate::aws::runtime::AT_ONCE;
use crate::status::Status;

impl Deployer<'_> {
    /// Gives each family its revision.
    pub(super) async fn register(&self, plan: &Plan, families: &mut [Family]) {
        let registered: Vec<_> = stream::iter(&plan.jobs)
            .map(|job| self.register_one(job))
            .buffered(AT_ONCE)
            .collect()
            .await;
        for ((family, job), registered) in families.iter_mut().zip(&plan.jobs).zip(registered) {
            match registered {
                Ok(Some(registered)) => self.take(family, job, registered),
                Ok(None) => {}
                Err(told) => family.error = Some(told),
            }
        }
    }

    async fn register_one(&self, job: &Job) -> Result<Option<Registered>, Told> {
        if self.interrupt.asked() {
            return Ok(None);
        }
        let (Some(document), true) = (&job.document, job.registers()) else {
            return Ok(job.latest.clone().map(|revision| Registered {
                revision,
                ignored: Vec::new(),
            }));
        };
        let latest = job.latest.as_ref();
        let registered = self
            .aws
            .register(&job.family, &document.text, latest)
            .await?;
        let short = registered.revision.short();
        self.progress.line(&format!("registered {short}"));
        Ok(Some(registered))
    }

    /// Takes over the revision that a family has now.
    fn take(&self, family: &mut Family, job: &Job, registered: Registered) {
        let Registered { revision, ignored } = registered;
        family.registration = registration(job, Registration::Registered);
        family.ignored = ignored;
        if !family.ignored.is_empty() && !self.order.allow_ignored {
            family.error = Some(ignored_error());
        }
        if let Some(running) = &job.running {
            match running.differences(&revision.answer, self.order.show_values) {
                Ok(differences) => family.differences = differences,
                Err(failure) => family.error = Some(failure.into()),
            }
        }
        family.revision = Some(revision.arn);
    }

    /// Lets the services run their revisions.
    pub(super) async fn update_services(&self, plan: &Plan, families: &mut [Family]) {
        let Some(cluster) = plan.cluster.as_deref() else {
            return;
        };
        let work = families.iter().zip(&plan.jobs).flat_map(|(family, job)| {
            let revision = family
                .revision
                .as_deref()
                .filter(|_| family.error.is_none());
            let services = job.services.iter();
            services.map(move |service| self.update_one(cluster, service, revision))
        });
        let updated: Vec<Service> = stream::iter(work).buffered(AT_ONCE).collect().await;
        let mut updated = updated.into_iter();
        for (family, job) in families.iter_mut().zip(&plan.jobs) {
            family.services = updated.by_ref().take(job.services.len()).collect();
        }
    }

    async fn update_one(
        &self,
        cluster: &str,
        service: &crate::aws::services::Service,
        revision: Option<&str>,
    ) -> Service {
        let mut outcome = Service::new(service);
        let Some(revision) = revision.filter(|_| !self.interrupt.asked()) else {
            return outcome;
        };
        if service.definition() == revision && !self.order.force {
            outcome.state = ServiceState::Unchanged;
            return outcome;
        }
        let name = service.name();
        let force = self.order.force;
        match self
            .aws
            .update_service(cluster, name, revision, force)
            .await
        {
            Ok(service) => {
                outcome.state = ServiceState::Updated;
                let primary = service.primary();
                let ours = primary.filter(|deployment| deployment.definition == revision);
                outcome.deployment = ours.map(|deployment| deployment.id.clone());
                self.progress.line(&format!("updated service {name}"));
            }
            Err(failure) => {
                outcome.state = ServiceState::Error;
                outcome.error = Some(failure.into());
            }
        }
        outcome
    }

    /// Waits for the services, and puts the old revision back where that was asked for.
    pub(super) async fn wait(&self, plan: &Plan, families: &mut [Family]) {
        let (Some(cluster), Some(wait)) = (plan.cluster.as_deref(), &self.order.wait) else {
            return;
        };
        let mut watched: Vec<_> = families.iter_mut().flat_map(watch::Watched::of).collect();
        self.watch(cluster, wait, &mut watched).await;
        if !wait.roll_back {
            return;
        }
        for watched in watched {
            let service = watched.service;
            if matches!(service.state, ServiceState::Failed | ServiceState::TimedOut) {
                self.roll_back(cluster, service).await;
            }
        }
    }

    async fn roll_back(&self, cluster: &str, service: &mut Service) {
        let (name, before) = (service.name.clone(), service.before.clone());
        match self
            .aws
            .update_service(cluster, &name, &before, false)
            .await
        {
            Ok(_) => {
                if service.state == ServiceState::TimedOut {
                    service.reasons.push("the time was over".to_owned());
                }
                service.state = ServiceState::RolledBack;
                self.progress
                    .line(&format!("put the old revision back on service {name}"));
            }
            Err(failure) => service.error = Some(failure.into()),
        }
    }

    /// Moves what starts tasks, for the families whose services are well.
    pub(super) async fn move_starters(&self, plan: &Plan, families: &mut [Family]) {
        let work = families.iter().zip(&plan.jobs).map(|(family, job)| {
            let revision = family.revision.as_deref().filter(|_| family.is_well());
            starts::Batch::of(plan, job, revision, self.order.unpin)
        });
        let work: Vec<_> = work.collect();
        let moved = self.move_batches(work).await;
        for (family, starters) in families.iter_mut().zip(moved) {
            family.starters = starters;
        }
    }
}

/// How a family gets its revision, where `made` stands for making one.
pub(super) fn registration(job: &Job, made: Registration) -> Registration {
    match (&job.document, job.reuse) {
        (None, _) => Registration::Given,
        (Some(_), true) => Registration::Reused,
        (Some(_), false) => made,
    }
}

/// AWS left out what it does not know, without a word.
fn ignored_error() -> Told {
    Told {
        status: Status::Findings as u8,
        message: "AWS did not take everything that was sent, so nothing runs this revision. Mend \
                  the file, or go on with --allow-ignored."
            .to_owned(),
    }
}

/// The command that goes on with what is registered and not finished; nothing if there is none.
pub(super) fn next(order: &Order, families: &[Family]) -> Option<String> {
    let unfinished = families.iter().filter(|family| {
        let given_up = family
            .services
            .iter()
            .any(|service| service.state.is_given_up());
        family.revision.is_some() && family.is_unfinished() && !given_up
    });
    let unfinished: Vec<&Family> = unfinished.collect();
    if unfinished.is_empty() || order.cluster.is_none() {
        return None;
    }
    let mut words = vec!["taskdef".to_owned(), "deploy".to_owned()];
    let mut option = |name: &str, value: &str| {
        words.push(name.to_owned());
        if !value.is_empty() {
            words.push(value.to_owned());
        }
    };
    for family in &unfinished {
        let revision = family.revision.as_deref().unwrap_or_default();
        option("--revision", &crate::aws::arn::short(revision));
    }
    if let Some(cluster) = &order.cluster {
        option("--cluster", cluster);
    }
    for service in unfinished.iter().flat_map(|family| &family.services) {
        option("--service", &service.name);
    }
    if order.wanted.all {
        option("--all-schedules", "");
    }
    for (bus, rule) in &order.wanted.rules {
        let bus = if bus == "default" {
            String::new()
        } else {
            format!("{bus}/")
        };
        option("--rule", &format!("{bus}{rule}"));
    }
    for (group, name) in &order.wanted.schedules {
        option("--schedule", &format!("{group}/{name}"));
    }
    if order.unpin {
        option("--unpin", "");
    }
    if order.run.is_some() {
        option("--run", "");
    }
    if let Some(wait) = &order.wait {
        option("--wait", "");
        if wait.roll_back {
            option("--on-failure", "rollback");
        }
    }
    words.extend(order.again.iter().cloned());
    let words = words.iter().map(|word| taskdef_core::generate::quote(word));
    Some(words.collect::<Vec<_>>().join(" "))
}
