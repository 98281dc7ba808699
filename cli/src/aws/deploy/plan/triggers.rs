//! The rules and schedules of a plan.

use super::Plan;
use crate::aws::arn::last_part;
use crate::aws::call::Aws;
use crate::aws::deploy::request::DeployRequest;
use crate::aws::error::Error;
use crate::aws::precondition::Precondition;
use crate::aws::targets::{FoundTriggers, TriggerId};

impl Plan {
    /// Finds the rules and schedules to move.
    pub(super) async fn find_triggers(
        &mut self,
        aws: &Aws,
        request: &DeployRequest,
    ) -> Result<(), Error> {
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
    pub(super) async fn unpins_to_the_latest(&self, aws: &Aws) -> Result<(), Error> {
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
    let cluster = here.or(request.cluster.as_deref()).map(last_part);
    let cluster = cluster.unwrap_or_default();
    for (bus, rule) in &request.trigger_filter.rules {
        if !starts(&|id| id.is_of_rule(bus, rule)) {
            return Err(Precondition::NoTarget {
                rule: rule.clone(),
                bus: bus.clone(),
                cluster: cluster.to_owned(),
            }
            .into());
        }
    }
    for (group, name) in &request.trigger_filter.schedules {
        if !starts(&|id| id.is_schedule(group, name)) {
            let mut unclear = found.unclear.iter();
            return Err(Precondition::NotStarted {
                schedule: format!("{group}/{name}"),
                is_unclear: unclear.any(|id| id.is_schedule(group, name)),
                cluster: cluster.to_owned(),
            }
            .into());
        }
    }
    Ok(())
}
