//! The IAM actions that a deployment takes, on which resources.

use std::collections::BTreeMap;

use super::outcome::Permission;
use super::plan::{FamilyPlan, Plan};
use super::request::DeployRequest;
use crate::aws::arn::Arn;
use crate::aws::operation::Operation;
use crate::aws::targets::{Trigger, TriggerId};

type Key = (String, Option<&'static str>);

/// Collects them, each action once.
#[derive(Debug, Default)]
struct Needed(BTreeMap<Key, Vec<String>>);

impl Needed {
    fn add(&mut self, action: String, resource: String, passed_to: Option<&'static str>) {
        let resources = self.0.entry((action, passed_to)).or_default();
        if !resources.contains(&resource) {
            resources.push(resource);
        }
    }

    fn call(&mut self, operation: Operation, resource: String) {
        self.add(operation.action(), resource, None);
    }

    fn pass(&mut self, operation: Operation, role: &str) {
        let to = operation.passes_roles_to();
        self.add("iam:PassRole".to_owned(), role.to_owned(), Some(to));
    }
}

/// What this plan takes. A family without a revision has an unknown account: `*`.
pub(super) fn required(plan: &Plan, request: &DeployRequest) -> Vec<Permission> {
    let mut needed = Needed::default();
    for family_plan in &plan.families {
        needed.call(Operation::DescribeTaskDefinition, "*".to_owned());
        needed.registration(plan, family_plan);
        for service in &family_plan.services {
            needed.call(Operation::DescribeServices, service.arn().to_owned());
            needed.call(Operation::UpdateService, service.arn().to_owned());
        }
        if request.run.is_some() {
            needed.call(Operation::RunTask, families(plan, family_plan));
            needed.call(Operation::DescribeTasks, "*".to_owned());
            needed.call(Operation::GetLogEvents, "*".to_owned());
        }
        let triggers = family_plan.triggers.iter();
        for trigger in triggers.filter(|trigger| plan.would_move(trigger)) {
            needed.trigger(trigger);
        }
    }
    if plan.listed {
        for operation in [
            Operation::ListClusters,
            Operation::ListEventBuses,
            Operation::ListRuleNamesByTarget,
            Operation::ListSchedules,
        ] {
            needed.call(operation, "*".to_owned());
        }
    }
    let needed = needed.0.into_iter();
    let permissions = needed.map(|((action, passed_to), resources)| Permission {
        action,
        resources,
        passed_to,
    });
    permissions.collect()
}

/// All revisions of a family.
fn families(plan: &Plan, family_plan: &FamilyPlan) -> String {
    let families = format!("task-definition/{}:*", family_plan.family);
    let arn = family_plan
        .latest
        .as_ref()
        .and_then(|latest| Arn::parse(&latest.arn));
    match arn {
        Some(arn) => arn.sibling(&families),
        None => format!("arn:*:ecs:{}:*:{families}", plan.region),
    }
}

impl Needed {
    fn registration(&mut self, plan: &Plan, family_plan: &FamilyPlan) {
        let Some(document) = family_plan
            .document
            .as_ref()
            .filter(|_| family_plan.registers())
        else {
            return;
        };
        let resource = families(plan, family_plan);
        self.call(Operation::RegisterTaskDefinition, resource.clone());
        if document.is_tagged {
            self.add("ecs:TagResource".to_owned(), resource, None);
        }
        for role in &document.roles {
            self.pass(Operation::RegisterTaskDefinition, role);
        }
    }

    fn trigger(&mut self, trigger: &Trigger) {
        let cluster = Arn::parse(&trigger.cluster);
        let arn = |service: &str, resource: String| {
            cluster.map_or("*".to_owned(), |arn| arn.in_service(service, &resource))
        };
        let (resource, reads, writes) = match &trigger.id {
            TriggerId::Rule { bus, rule, .. } => {
                let bus = if bus == "default" {
                    String::new()
                } else {
                    format!("{bus}/")
                };
                let resource = arn("events", format!("rule/{bus}{rule}"));
                (
                    resource,
                    Operation::ListTargetsByRule,
                    Operation::PutTargets,
                )
            }
            TriggerId::Schedule { group, name } => {
                let resource = arn("scheduler", format!("schedule/{group}/{name}"));
                (resource, Operation::GetSchedule, Operation::UpdateSchedule)
            }
        };
        self.call(reads, resource.clone());
        self.call(writes, resource);
        if let Some(role) = trigger.role() {
            self.pass(writes, role);
        }
    }
}
