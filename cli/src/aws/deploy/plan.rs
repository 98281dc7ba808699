//! What is to be done, found out by reading only.

use futures_util::{StreamExt, TryStreamExt, stream};

use super::order::{Document, Order, Subject};
use crate::aws::arn::{Arn, FamilyRevision, short};
use crate::aws::call::Aws;
use crate::aws::error::Error;
use crate::aws::order_error::OrderError;
use crate::aws::revision::Revision;
use crate::aws::runtime::AT_ONCE;
use crate::aws::services::Service;
use crate::aws::targets::{Found, Place, Starter, cluster_name};

/// A deployment before anything is changed.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) region: String,
    /// The cluster as it was given.
    pub(crate) cluster: Option<String>,
    /// Its ARN, as far as anything told the account.
    pub(crate) cluster_arn: Option<String>,
    pub(crate) jobs: Vec<Job>,
    /// Whether every rule and schedule was looked at.
    pub(crate) listed: bool,
    pub(crate) unseen: Vec<String>,
}

/// One family's part.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) family: String,
    pub(crate) file: Option<String>,
    /// What would be registered; nothing if a revision was given.
    pub(crate) document: Option<Document>,
    /// The latest active revision, or the given one.
    pub(crate) latest: Option<Revision>,
    /// What runs now: on a service, or else the latest revision.
    pub(crate) running: Option<Revision>,
    /// Whether the latest revision is what is to run.
    pub(crate) reuse: bool,
    pub(crate) services: Vec<Service>,
    pub(crate) starters: Vec<Starter>,
}

impl Job {
    /// Whether a revision has to be made.
    pub(crate) fn registers(&self) -> bool {
        !self.reuse
    }
}

impl Plan {
    /// Whether a starter is one that this deployment moves, as far as its place is concerned.
    pub(crate) fn would_move(&self, starter: &Starter) -> bool {
        let here = self.cluster_arn.as_deref();
        !starter.universal
            && starter.definition.revision.is_some()
            && here.is_some_and(|here| starter.is_on(here))
    }

    pub(super) async fn make(aws: &Aws, order: &Order) -> Result<Plan, Error> {
        let jobs: Vec<Job> = stream::iter(&order.subjects)
            .map(|subject| job(aws, subject, order.always))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        let mut plan = Plan {
            region: aws.region.clone(),
            cluster: order.cluster.clone(),
            cluster_arn: None,
            jobs,
            listed: order.wanted.all,
            unseen: Vec::new(),
        };
        plan.find_services(aws, order).await?;
        plan.cluster_arn = plan.name_cluster();
        plan.find_starters(aws, order).await?;
        Ok(plan)
    }

    /// The cluster's ARN: a service tells it, and else the account of the revisions.
    fn name_cluster(&self) -> Option<String> {
        let given = self.cluster.as_deref()?;
        if given.starts_with("arn:") {
            return Some(given.to_owned());
        }
        let mut services = self.jobs.iter().flat_map(|job| &job.services);
        if let Some(arn) = services.find_map(Service::cluster) {
            return Some(arn.to_owned());
        }
        let mut known = self.jobs.iter().filter_map(|job| job.latest.as_ref());
        let arn = known.find_map(|latest| Arn::parse(&latest.arn))?;
        Some(arn.beside(&format!("cluster/{given}")))
    }

    async fn find_services(&mut self, aws: &Aws, order: &Order) -> Result<(), Error> {
        let Some(cluster) = order.cluster.as_deref() else {
            return Ok(());
        };
        let mut names = order.services.clone();
        if order.all_services {
            names = aws.service_names(cluster).await?;
        }
        if names.is_empty() {
            return Ok(());
        }
        for service in aws.all_services(cluster, &names).await? {
            let family = FamilyRevision::family_of(service.definition());
            let only = self.jobs.len() == 1 && !order.all_services;
            let mut jobs = self.jobs.iter_mut();
            match jobs.find(|job| job.family == family || only) {
                Some(job) => job.services.push(service),
                None if order.all_services => {}
                None => {
                    let what = format!("service {} runs {family}", service.name());
                    return Err(OrderError::OtherFamily { what }.into());
                }
            }
        }
        self.services_are_active()?;
        self.find_running(aws).await
    }

    /// What the services run now, where that is not the latest revision.
    async fn find_running(&mut self, aws: &Aws) -> Result<(), Error> {
        for job in &mut self.jobs {
            let Some(definition) = job.services.first().map(Service::definition) else {
                continue;
            };
            let known = job
                .latest
                .as_ref()
                .filter(|latest| latest.arn == definition);
            job.running = match known {
                Some(latest) => Some(latest.clone()),
                None => aws.latest(definition).await?,
            };
        }
        Ok(())
    }

    /// A service that is being deleted can't be updated: better to know before anything is done.
    fn services_are_active(&self) -> Result<(), Error> {
        let mut services = self.jobs.iter().flat_map(|job| &job.services);
        match services.find(|service| service.status() != "ACTIVE") {
            Some(service) => Err(OrderError::NotActive {
                service: service.name().to_owned(),
                status: service.status().to_owned(),
            }
            .into()),
            None => Ok(()),
        }
    }

    async fn find_starters(&mut self, aws: &Aws, order: &Order) -> Result<(), Error> {
        if order.wanted.is_nothing() {
            return Ok(());
        }
        let families: Vec<&str> = self.jobs.iter().map(|job| job.family.as_str()).collect();
        let here = self.cluster_arn.clone();
        let found = aws
            .starters(&families, &order.wanted, here.as_deref())
            .await?;
        order_is_met(order, &found, here.as_deref())?;
        self.unseen.extend(found.unseen);
        for starter in found.starters {
            let family = &starter.definition.family;
            if let Some(job) = self.jobs.iter_mut().find(|job| job.family == *family) {
                job.starters.push(starter);
            }
        }
        Ok(())
    }
}

/// What was named has to be there: a rule or schedule that starts none of the families on this
/// cluster is a slip of the pen.
fn order_is_met(order: &Order, found: &Found, here: Option<&str>) -> Result<(), Error> {
    let starts = |is_meant: &dyn Fn(&Place) -> bool| {
        let mut meant = found
            .starters
            .iter()
            .filter(|starter| is_meant(&starter.place));
        meant.any(|starter| here.is_none_or(|here| starter.is_on(here)))
    };
    let cluster = here.or(order.cluster.as_deref()).map(cluster_name);
    let cluster = cluster.unwrap_or_default();
    for (named_bus, named) in &order.wanted.rules {
        let is_meant = |place: &Place| matches!(place, Place::Rule { bus, rule, .. } if bus == named_bus && rule == named);
        if !starts(&is_meant) {
            let what = format!("no target of rule {named} on bus {named_bus}");
            let cluster = cluster.to_owned();
            return Err(OrderError::StartsNothing { what, cluster }.into());
        }
    }
    for (named_group, named) in &order.wanted.schedules {
        let is_meant = |place: &Place| matches!(place, Place::Schedule { group, name } if group == named_group && name == named);
        if !starts(&is_meant) {
            let what = format!("schedule {named_group}/{named} is none that");
            let cluster = cluster.to_owned();
            return Err(OrderError::StartsNothing { what, cluster }.into());
        }
    }
    Ok(())
}

async fn job(aws: &Aws, subject: &Subject, always: bool) -> Result<Job, Error> {
    let job = match subject {
        Subject::Document {
            file,
            family,
            document,
        } => {
            let latest = aws.latest(family).await?;
            let same = match &latest {
                Some(latest) => latest.differences(&document.text, false)?.is_empty(),
                None => false,
            };
            Job {
                family: family.clone(),
                file: Some(file.clone()),
                document: Some(document.clone()),
                running: latest.clone(),
                latest,
                reuse: same && !always,
                services: Vec::new(),
                starters: Vec::new(),
            }
        }
        Subject::Revision(name) => {
            let revision = aws.revision(&name.to_string()).await?;
            if revision.is_inactive() {
                let revision = short(&revision.arn);
                return Err(OrderError::InactiveRevision { revision }.into());
            }
            Job {
                family: name.family.clone(),
                file: None,
                document: None,
                running: None,
                latest: Some(revision),
                reuse: true,
                services: Vec::new(),
                starters: Vec::new(),
            }
        }
    };
    Ok(job)
}
