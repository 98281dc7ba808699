//! The IAM actions that a deployment takes, on which resources.

use std::collections::BTreeMap;

use taskdef_core::actions;

use super::first_run::Start;
use super::outcome::Permission;
use super::plan::{FamilyPlan, Plan};
use super::request::DeployRequest;
use crate::aws::arn::{Arn, last_part};
use crate::aws::operation::Operation;
use crate::aws::previous::Previous;
use crate::aws::services::Service;
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

    fn may(&mut self, actions: &[&str], resource: &str) {
        for action in actions {
            self.add((*action).to_owned(), resource.to_owned(), None);
        }
    }

    fn pass(&mut self, operation: Operation, role: &str) {
        let to = operation.passes_roles_to();
        self.add("iam:PassRole".to_owned(), role.to_owned(), Some(to));
    }
}

/// What this plan takes, and the choice of the revision to go back to. A family without a revision has an
/// unknown account: `*`.
pub(super) fn required(plan: &Plan, request: &DeployRequest, starts: &[Start]) -> Vec<Permission> {
    let mut needed = Needed::default();
    for family_plan in &plan.families {
        needed.may(actions::COMPARE, "*");
        needed.registration(plan, family_plan);
        for service in &family_plan.services {
            needed.may(actions::UPDATE_SERVICE, service.arn());
        }
        if request.run.is_some() || request.first.is_some() {
            needed.run(plan, family_plan);
        }
        for trigger in &family_plan.triggers {
            needed.trigger(plan, trigger);
        }
    }
    if starts.iter().any(Start::is_tagged) {
        needed.may(actions::TAG, &inside(plan, "task"));
    }
    needed.cluster(plan, request);
    if let Some(back) = &request.back {
        needed.go_back(plan, back);
    }
    let needed = needed.0.into_iter();
    let permissions = needed.map(|((action, passed_to), resources)| Permission {
        action,
        resources,
        passed_to,
    });
    permissions.collect()
}

/// All deployments or revisions of a service.
fn of_service(service: &Service, kind: &str) -> String {
    service.arn().replacen(":service/", &format!(":{kind}/"), 1) + "/*"
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

/// Everything of a kind on the cluster.
fn inside(plan: &Plan, kind: &str) -> String {
    let cluster = plan.cluster_arn.as_deref().unwrap_or_default();
    match Arn::parse(cluster) {
        Some(arn) => arn.sibling(&format!("{kind}/{}/*", last_part(cluster))),
        None => "*".to_owned(),
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
        self.may(actions::REGISTER, &resource);
        if document.is_tagged {
            self.may(actions::TAG, &resource);
        }
        for role in &document.roles {
            self.pass(Operation::RegisterTaskDefinition, role);
        }
    }

    /// What is called once for the cluster.
    fn cluster(&mut self, plan: &Plan, request: &DeployRequest) {
        let Some(cluster) = plan.cluster_arn.as_deref() else {
            return;
        };
        let has_services = plan.services().next().is_some();
        if request.all_services {
            self.may(actions::LIST_SERVICES, "*");
            // Services of other families are looked at too.
            self.may(actions::READ_SERVICE, &inside(plan, "service"));
        } else if !has_services {
            self.may(actions::FIND_CLUSTER, cluster);
        }
        if request.wait.is_some() && has_services {
            self.history(plan);
            for service in plan.services() {
                self.may(actions::WATCH_DEPLOYMENT, service.arn());
                self.may(
                    actions::WATCH_DEPLOYMENT,
                    &of_service(service, "service-deployment"),
                );
            }
            self.may(actions::LIST_STOPPED, "*");
            self.may(actions::WHY_STOPPED, &inside(plan, "task"));
        }
        if plan.listed {
            self.list_triggers();
        }
    }

    fn list_triggers(&mut self) {
        self.may(actions::LIST_TRIGGERS, "*");
        self.may(actions::READ_RULE, "*");
        self.may(actions::READ_SCHEDULE, "*");
    }

    /// What `--run` and `--run-first` call. Where nothing of the plan says how to start a task, it looks at everything.
    fn run(&mut self, plan: &Plan, family_plan: &FamilyPlan) {
        self.may(actions::RUN, &families(plan, family_plan));
        self.may(actions::FOLLOW, "*");
        self.may(actions::READ_LOG, "*");
        let roles = match (&family_plan.document, &family_plan.latest) {
            (Some(document), _) => document.roles.clone(),
            (None, Some(revision)) => revision.roles(),
            (None, None) => Vec::new(),
        };
        for role in roles {
            self.pass(Operation::RunTask, &role);
        }
        let mut triggers = family_plan.triggers.iter();
        if triggers.any(|trigger| !trigger.parameters()["Tags"].is_null()) {
            self.may(actions::TAG, &inside(plan, "task"));
        }
        if family_plan.triggers.is_empty() && family_plan.services.is_empty() {
            self.list_triggers();
            self.may(actions::LIST_SERVICES, "*");
            self.may(actions::READ_SERVICE, "*");
        }
    }

    /// What finds the revision to go back to, and goes back.
    fn go_back(&mut self, plan: &Plan, back: &Previous) {
        if back.is_chosen {
            return;
        }
        self.history(plan);
        self.may(actions::LIST_REVISIONS, "*");
        if !back.under_way.is_empty() {
            for service in plan.services() {
                self.may(actions::STOP_DEPLOYMENT, service.arn());
                self.may(
                    actions::STOP_DEPLOYMENT,
                    &of_service(service, "service-deployment"),
                );
            }
        }
    }

    /// What tells the deployments of the services.
    fn history(&mut self, plan: &Plan) {
        for service in plan.services() {
            self.may(actions::READ_HISTORY, service.arn());
            self.may(
                actions::READ_HISTORY,
                &of_service(service, "service-revision"),
            );
        }
    }

    /// What reads a trigger, and what moves it if it is to be moved.
    fn trigger(&mut self, plan: &Plan, trigger: &Trigger) {
        let cluster = Arn::parse(plan.cluster_arn.as_deref().unwrap_or(&trigger.cluster));
        let arn = |service: &str, resource: String| {
            cluster.map_or("*".to_owned(), |arn| arn.in_service(service, &resource))
        };
        let (resource, reads, moves, passes) = match &trigger.id {
            TriggerId::Rule { bus, rule, .. } => {
                let bus = if bus == "default" {
                    String::new()
                } else {
                    format!("{bus}/")
                };
                let resource = arn("events", format!("rule/{bus}{rule}"));
                (
                    resource,
                    actions::READ_RULE,
                    actions::MOVE_RULE,
                    Operation::PutTargets,
                )
            }
            TriggerId::Schedule { group, name } => {
                let resource = arn("scheduler", format!("schedule/{group}/{name}"));
                (
                    resource,
                    actions::READ_SCHEDULE,
                    actions::MOVE_SCHEDULE,
                    Operation::UpdateSchedule,
                )
            }
        };
        if !plan.would_move(trigger) {
            self.may(reads, &resource);
            return;
        }
        self.may(moves, &resource);
        if let Some(role) = trigger.role() {
            self.pass(passes, role);
        }
    }
}
