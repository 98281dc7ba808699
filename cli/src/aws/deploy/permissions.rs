//! The IAM actions that a deployment takes, on which resources.

use std::collections::BTreeMap;

use super::order::Order;
use super::outcome::Permission;
use super::plan::{Job, Plan};
use crate::aws::arn::Arn;
use crate::aws::operation::Operation;
use crate::aws::targets::{Place, Starter};

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

/// What this plan takes. A family that has no revision yet has no account to name: then `*`
/// stands for it.
pub(super) fn of(plan: &Plan, order: &Order) -> Vec<Permission> {
    let mut needed = Needed::default();
    for job in &plan.jobs {
        needed.call(Operation::DescribeTaskDefinition, "*".to_owned());
        needed.registration(plan, job);
        for service in &job.services {
            needed.call(Operation::DescribeServices, service.arn().to_owned());
            needed.call(Operation::UpdateService, service.arn().to_owned());
        }
        if order.run.is_some() {
            needed.call(Operation::RunTask, families(plan, job));
            needed.call(Operation::DescribeTasks, "*".to_owned());
            needed.call(Operation::GetLogEvents, "*".to_owned());
        }
        let starters = job.starters.iter();
        for starter in starters.filter(|starter| plan.would_move(starter)) {
            needed.starter(starter);
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
fn families(plan: &Plan, job: &Job) -> String {
    let families = format!("task-definition/{}:*", job.family);
    let arn = job
        .latest
        .as_ref()
        .and_then(|latest| Arn::parse(&latest.arn));
    match arn {
        Some(arn) => arn.beside(&families),
        None => format!("arn:*:ecs:{}:*:{families}", plan.region),
    }
}

impl Needed {
    fn registration(&mut self, plan: &Plan, job: &Job) {
        let Some(document) = job.document.as_ref().filter(|_| job.registers()) else {
            return;
        };
        let resource = families(plan, job);
        self.call(Operation::RegisterTaskDefinition, resource.clone());
        if document.is_tagged {
            self.add("ecs:TagResource".to_owned(), resource, None);
        }
        for role in &document.roles {
            self.pass(Operation::RegisterTaskDefinition, role);
        }
    }

    fn starter(&mut self, starter: &Starter) {
        let cluster = Arn::parse(&starter.cluster);
        let arn = |service: &str, resource: String| {
            cluster.map_or("*".to_owned(), |arn| arn.of(service, &resource))
        };
        let (resource, reads, writes) = match &starter.place {
            Place::Rule { bus, rule, .. } => {
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
            Place::Schedule { group, name } => {
                let resource = arn("scheduler", format!("schedule/{group}/{name}"));
                (resource, Operation::GetSchedule, Operation::UpdateSchedule)
            }
        };
        self.call(reads, resource.clone());
        self.call(writes, resource);
        if let Some(role) = starter.role() {
            self.pass(writes, role);
        }
    }
}
