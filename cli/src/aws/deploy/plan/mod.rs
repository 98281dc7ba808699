//! The plan of a deployment, made by reading only.

mod services;
mod triggers;

use futures_util::{StreamExt, TryStreamExt, stream};

use super::request::{DeployInput, DeployRequest, Document};
use crate::aws::arn::{Arn, FamilyRevision, short};
use crate::aws::call::Aws;
use crate::aws::error::Error;
use crate::aws::lifecycle::Until;
use crate::aws::precondition::Precondition;
use crate::aws::revision::Revision;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::aws::services::Service;
use crate::aws::targets::{Trigger, TriggerFilter, TriggerId};
use crate::aws::task::Definition;

/// A deployment before anything is changed.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) region: String,
    /// The cluster as it was given.
    pub(crate) cluster: Option<String>,
    /// Its ARN, if the account is known.
    pub(crate) cluster_arn: Option<String>,
    pub(crate) families: Vec<FamilyPlan>,
    /// Whether every rule and schedule was listed.
    pub(crate) listed: bool,
    /// Whether it goes back: what stands at an older revision stays there.
    pub(crate) back: bool,
    /// The rules and schedules that were named.
    named: TriggerFilter,
    pub(crate) skipped: Vec<String>,
}

/// One family's part.
#[derive(Debug)]
pub(crate) struct FamilyPlan {
    pub(crate) family: String,
    pub(crate) file: Option<String>,
    /// The document to register; `None` if a revision was given.
    pub(crate) document: Option<Document>,
    /// The latest active revision, or the given one.
    pub(crate) latest: Option<Revision>,
    /// The ARN of the family's latest revision, where it is not the one that is deployed and something
    /// follows it.
    pub(crate) newest: Option<String>,
    /// What runs now: on a service, or else the latest revision.
    pub(crate) running: Option<Revision>,
    /// Whether the latest revision is deployed, so that none is registered.
    pub(crate) reuse: bool,
    pub(crate) services: Vec<Service>,
    pub(crate) triggers: Vec<Trigger>,
}

impl FamilyPlan {
    /// Whether a revision has to be made.
    pub(crate) fn registers(&self) -> bool {
        !self.reuse
    }

    /// What is registered, or will be.
    ///
    /// # Errors
    /// It can't be read.
    pub(super) fn definition(&self) -> Result<Definition, Error> {
        Ok(match (&self.document, &self.latest) {
            (Some(document), _) => Definition::of_document(&document.text)?,
            (None, Some(revision)) => Definition::of(revision)?,
            (None, None) => Definition::default(),
        })
    }
}

impl Plan {
    /// The services of all families.
    pub(crate) fn services(&self) -> impl Iterator<Item = &Service> {
        self.families
            .iter()
            .flat_map(|family_plan| &family_plan.services)
    }

    /// Whether a trigger is one that this deployment moves, as far as its place is concerned.
    pub(crate) fn would_move(&self, trigger: &Trigger) -> bool {
        let here = self.cluster_arn.as_deref();
        trigger.definition.revision.is_some() && here.is_some_and(|here| trigger.is_on(here))
    }

    /// Whether a rollback to a revision leaves a service where it is, at an older one of the family.
    pub(crate) fn leaves(&self, service: &Service, revision: &str) -> bool {
        let parse = |arn| FamilyRevision::parse(arn).map(|it| (it.family, it.revision));
        let (runs, target) = (parse(service.definition()), parse(revision));
        self.back
            && matches!((runs, target), (Some((a, runs)), Some((b, target))) if a == b && runs < target)
    }

    /// Whether a rule or schedule was named on the command line.
    pub(crate) fn names(&self, id: &TriggerId) -> bool {
        let TriggerFilter {
            rules, schedules, ..
        } = &self.named;
        rules.iter().any(|(bus, rule)| id.is_of_rule(bus, rule))
            || schedules
                .iter()
                .any(|(group, name)| id.is_schedule(group, name))
    }

    pub(super) async fn make(aws: &Aws, request: &DeployRequest) -> Result<Plan, Error> {
        let until = request.wait.as_ref().map(|wait| wait.until);
        if until == Some(Until::Paused) && !request.trigger_filter.is_empty() {
            return Err(Precondition::MovesWhilePaused.into());
        }
        let families: Vec<FamilyPlan> = stream::iter(&request.inputs)
            .map(|input| family_plan(aws, input, request.always))
            .buffered(MAX_CONCURRENT)
            .try_collect()
            .await?;
        let mut plan = Plan {
            region: aws.region.clone(),
            cluster: request.cluster.clone(),
            cluster_arn: None,
            families,
            listed: request.trigger_filter.all,
            back: request.back.is_some(),
            named: request.trigger_filter.clone(),
            skipped: Vec::new(),
        };
        if request.unpin {
            plan.unpins_to_the_latest(aws).await?;
        }
        plan.find_services(aws, request).await?;
        plan.cluster_arn = plan.name_cluster();
        plan.find_triggers(aws, request).await?;
        Ok(plan)
    }

    /// The cluster's ARN: from a service, or else from the account of the revisions.
    fn name_cluster(&self) -> Option<String> {
        let given = self.cluster.as_deref()?;
        if given.starts_with("arn:") {
            return Some(given.to_owned());
        }
        if let Some(arn) = self.services().find_map(Service::cluster) {
            return Some(arn.to_owned());
        }
        let mut known = self
            .families
            .iter()
            .filter_map(|family_plan| family_plan.latest.as_ref());
        let arn = known.find_map(|latest| Arn::parse(&latest.arn))?;
        Some(arn.sibling(&format!("cluster/{given}")))
    }
}

async fn family_plan(aws: &Aws, input: &DeployInput, always: bool) -> Result<FamilyPlan, Error> {
    let family_plan = match input {
        DeployInput::Document {
            file,
            family,
            document,
        } => {
            let latest = aws.latest(family).await?;
            let same = match &latest {
                Some(latest) => latest.differences(&document.text, false)?.is_empty(),
                None => false,
            };
            FamilyPlan {
                family: family.clone(),
                file: Some(file.clone()),
                document: Some(document.clone()),
                newest: None,
                running: latest.clone(),
                latest,
                reuse: same && !always,
                services: Vec::new(),
                triggers: Vec::new(),
            }
        }
        DeployInput::Revision(name) => {
            let revision = aws.revision(&name.to_string()).await?;
            if revision.is_inactive() {
                let revision = short(&revision.arn);
                return Err(Precondition::InactiveRevision { revision }.into());
            }
            FamilyPlan {
                family: name.family.clone(),
                file: None,
                document: None,
                newest: None,
                running: None,
                latest: Some(revision),
                reuse: true,
                services: Vec::new(),
                triggers: Vec::new(),
            }
        }
    };
    Ok(family_plan)
}
