//! The plan of a deployment, made by reading only.

use futures_util::{StreamExt, TryStreamExt, stream};

use super::request::{DeployInput, DeployRequest, Document};
use crate::aws::arn::{Arn, FamilyRevision, short};
use crate::aws::call::Aws;
use crate::aws::error::Error;
use crate::aws::precondition::Precondition;
use crate::aws::revision::Revision;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::aws::services::Service;
use crate::aws::targets::{FoundTriggers, Trigger, TriggerFilter, TriggerId, cluster_name};

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
}

impl Plan {
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
        match id {
            TriggerId::Rule { bus, rule, .. } => {
                let mut named = self.named.rules.iter();
                named.any(|(of, name)| of == bus && name == rule)
            }
            TriggerId::Schedule { group, name } => {
                let mut named = self.named.schedules.iter();
                named.any(|(of, named)| of == group && named == name)
            }
        }
    }

    pub(super) async fn make(aws: &Aws, request: &DeployRequest) -> Result<Plan, Error> {
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
        plan.find_starters(aws, request).await?;
        Ok(plan)
    }

    /// The cluster's ARN: from a service, or else from the account of the revisions.
    fn name_cluster(&self) -> Option<String> {
        let given = self.cluster.as_deref()?;
        if given.starts_with("arn:") {
            return Some(given.to_owned());
        }
        let mut services = self
            .families
            .iter()
            .flat_map(|family_plan| &family_plan.services);
        if let Some(arn) = services.find_map(Service::cluster) {
            return Some(arn.to_owned());
        }
        let mut known = self
            .families
            .iter()
            .filter_map(|family_plan| family_plan.latest.as_ref());
        let arn = known.find_map(|latest| Arn::parse(&latest.arn))?;
        Some(arn.sibling(&format!("cluster/{given}")))
    }

    async fn find_services(&mut self, aws: &Aws, request: &DeployRequest) -> Result<(), Error> {
        let Some(cluster) = request.cluster.as_deref() else {
            return Ok(());
        };
        let mut names = request.services.clone();
        if request.all_services {
            names = aws.service_names(cluster).await?;
        } else if names.is_empty() {
            return self.cluster_exists(aws, cluster).await;
        }
        for service in aws.all_services(cluster, &names).await? {
            if request.all_services
                && let Some(why) = why_left(&service)
            {
                let name = service.name();
                self.skipped.push(format!("service {name}, since {why}"));
                continue;
            }
            let family = FamilyRevision::family_name(service.definition());
            let switches = request.switch_family && self.families.len() == 1;
            let mut families = self.families.iter_mut();
            match families.find(|family_plan| family_plan.family == family || switches) {
                Some(family_plan) => family_plan.services.push(service),
                None if request.all_services => {}
                None => {
                    service.is_deployed_by_ecs()?;
                    if let (Some(_), [family_plan]) = (&request.back, &self.families[..]) {
                        service.is_of_family(&family_plan.family)?;
                    }
                    return Err(Precondition::OtherFamily {
                        service: service.name().to_owned(),
                        runs: family,
                    }
                    .into());
                }
            }
        }
        for service in self.families.iter().flat_map(|plan| &plan.services) {
            service.is_deployed_by_ecs()?;
        }
        self.services_are_active()?;
        self.find_running(aws).await
    }

    /// Where no service tells whether the cluster exists, ECS is asked: a slip in its name would look
    /// as if nothing were to be moved there.
    async fn cluster_exists(&mut self, aws: &Aws, cluster: &str) -> Result<(), Error> {
        match aws.is_cluster(cluster).await? {
            Some(true) => {}
            Some(false) => {
                let cluster = cluster.to_owned();
                return Err(Precondition::NoCluster { cluster }.into());
            }
            None => self.skipped.push(format!(
                "whether cluster {cluster} exists (ecs:DescribeClusters is not allowed)"
            )),
        }
        Ok(())
    }

    /// What the services run now, where that is not the latest revision.
    async fn find_running(&mut self, aws: &Aws) -> Result<(), Error> {
        for family_plan in &mut self.families {
            let Some(definition) = family_plan.services.first().map(Service::definition) else {
                continue;
            };
            let known = family_plan
                .latest
                .as_ref()
                .filter(|latest| latest.arn == definition);
            family_plan.running = match known {
                Some(latest) => Some(latest.clone()),
                None => aws.latest(definition).await?,
            };
        }
        Ok(())
    }

    /// A service that is being deleted can't be updated: better to know before anything is done.
    fn services_are_active(&self) -> Result<(), Error> {
        let mut services = self
            .families
            .iter()
            .flat_map(|family_plan| &family_plan.services);
        match services.find(|service| service.status() != "ACTIVE") {
            Some(service) => Err(Precondition::NotActive {
                service: service.name().to_owned(),
                status: service.status().to_owned(),
            }
            .into()),
            None => Ok(()),
        }
    }

    async fn find_starters(&mut self, aws: &Aws, request: &DeployRequest) -> Result<(), Error> {
        if request.trigger_filter.is_empty() {
            return Ok(());
        }
        let families: Vec<&str> = self
            .families
            .iter()
            .map(|family_plan| family_plan.family.as_str())
            .collect();
        let here = self.cluster_arn.clone();
        let found = aws
            .triggers(&families, &request.trigger_filter, here.as_deref())
            .await?;
        filter_is_met(request, &found, here.as_deref())?;
        self.skipped.extend(found.skipped);
        for trigger in found.triggers {
            let family = &trigger.definition.family;
            if let Some(family_plan) = self
                .families
                .iter_mut()
                .find(|family_plan| family_plan.family == *family)
            {
                family_plan.triggers.push(trigger);
            }
        }
        self.find_newest(aws).await
    }

    /// What is unpinned from an older revision would start the latest one.
    async fn unpins_to_the_latest(&self, aws: &Aws) -> Result<(), Error> {
        let given = self.families.iter().filter(|it| it.document.is_none());
        for (family_plan, given) in given.filter_map(|it| Some((it, it.latest.as_ref()?))) {
            let latest = aws.latest(&family_plan.family).await?;
            if let Some(latest) = latest.filter(|latest| latest.number != given.number) {
                return Err(Precondition::Unpins {
                    revision: given.short(),
                    latest: latest.short(),
                }
                .into());
            }
        }
        Ok(())
    }

    /// What a trigger starts that follows the latest, where an older revision is deployed.
    async fn find_newest(&mut self, aws: &Aws) -> Result<(), Error> {
        for family_plan in &mut self.families {
            let mut triggers = family_plan.triggers.iter();
            let follows = triggers.any(|trigger| trigger.definition.revision.is_none());
            if family_plan.document.is_none() && follows {
                let newest = aws.latest(&family_plan.family).await?;
                family_plan.newest = newest.map(|newest| newest.arn);
            }
        }
        Ok(())
    }
}

/// Why a service that nobody named can't be looked at.
fn why_left(service: &Service) -> Option<String> {
    if service.status() != "ACTIVE" {
        return Some(format!("it is {}", service.status()));
    }
    let is_unknown = service.definition().is_empty();
    is_unknown.then(|| "AWS does not tell its task definition".to_owned())
}

/// What was named must exist: a rule or schedule that starts none of the families on this
/// cluster is most likely a typo.
fn filter_is_met(
    request: &DeployRequest,
    found: &FoundTriggers,
    here: Option<&str>,
) -> Result<(), Error> {
    let starts = |is_meant: &dyn Fn(&TriggerId) -> bool| {
        let mut meant = found
            .triggers
            .iter()
            .filter(|trigger| is_meant(&trigger.id));
        meant.any(|trigger| here.is_none_or(|here| trigger.is_on(here)))
    };
    let cluster = here.or(request.cluster.as_deref()).map(cluster_name);
    let cluster = cluster.unwrap_or_default();
    for (named_bus, named) in &request.trigger_filter.rules {
        let is_meant = |place: &TriggerId| matches!(place, TriggerId::Rule { bus, rule, .. } if bus == named_bus && rule == named);
        if !starts(&is_meant) {
            let what = format!("no target of rule {named} on bus {named_bus} starts");
            let cluster = cluster.to_owned();
            return Err(Precondition::StartsNothing { what, cluster }.into());
        }
    }
    for (named_group, named) in &request.trigger_filter.schedules {
        let is_meant = |place: &TriggerId| matches!(place, TriggerId::Schedule { group, name } if group == named_group && name == named);
        if !starts(&is_meant) {
            let unclear = format!("what schedule {named_group}/{named} starts");
            let unclear = found
                .skipped
                .iter()
                .find_map(|it| it.strip_prefix(&unclear));
            let unclear = unclear.unwrap_or_default();
            let what = format!("schedule {named_group}/{named}{unclear} does not start");
            let cluster = cluster.to_owned();
            return Err(Precondition::StartsNothing { what, cluster }.into());
        }
    }
    Ok(())
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
