//! The IAM actions that a deployment takes, on which resources.

use std::collections::BTreeMap;

use taskdef_core::calls::{Back, Calls, Deploy, Family, Part, Program, Touched, calls};

use super::first_run::Start;
use super::outcome::Permission;
use super::plan::{FamilyPlan, Plan};
use super::request::DeployRequest;
use crate::aws::arn::{Arn, last_part};
use crate::aws::operation::Operation;
use crate::aws::services::Service;
use crate::aws::targets::{Trigger, TriggerId};

type Key = (&'static str, Option<&'static str>);

/// Collects them, each action once.
#[derive(Debug, Default)]
struct Needed(BTreeMap<Key, Vec<String>>);

impl Needed {
    fn add(&mut self, part: Part, resource: &str, passed_to: Option<&'static str>) {
        for action in part.actions().concat() {
            let resources = self.0.entry((action, passed_to)).or_default();
            if !resources.iter().any(|known| known == resource) {
                resources.push(resource.to_owned());
            }
        }
    }

    fn may(&mut self, part: Part, resource: &str) {
        self.add(part, resource, None);
    }

    fn pass(&mut self, part: Part, operation: Operation, role: &str) {
        self.add(part, role, Some(operation.passes_roles_to()));
    }
}

/// What this plan takes, and the choice of the revision to go back to. A family without a revision has an
/// unknown account: `*`.
pub(super) fn required(plan: &Plan, request: &DeployRequest, starts: &[Start]) -> Vec<Permission> {
    let mut needed = Needed::default();
    let Calls { families, whole } = calls(&deploy(plan, request));
    for (family_plan, parts) in plan.families.iter().zip(families) {
        for part in parts {
            needed.of_family(plan, family_plan, part);
        }
    }
    for part in whole {
        needed.of_all(plan, part);
    }
    // So does what is run first, like something that tags it.
    if starts.iter().any(Start::is_tagged) {
        needed.may(Part::TagRun, &inside(plan, "task"));
    }
    let needed = needed.0.into_iter();
    let permissions = needed.map(|((action, passed_to), resources)| Permission {
        action: action.to_owned(),
        resources,
        passed_to,
    });
    permissions.collect()
}

/// The plan, as far as what it calls depends on it.
fn deploy(plan: &Plan, request: &DeployRequest) -> Deploy {
    let families = plan.families.iter();
    Deploy {
        by: Program::Taskdef,
        families: families.map(|it| family(plan, it)).collect(),
        cluster: plan.cluster_arn.is_some(),
        all_services: request.all_services,
        all_triggers: plan.listed,
        waits: request.wait.is_some(),
        runs: request.run.is_some() || request.first.is_some(),
        back: request.back.as_ref().map(|back| {
            if back.is_chosen {
                Back::Named
            } else if back.under_way.is_empty() {
                Back::Found
            } else {
                Back::UnderWay
            }
        }),
    }
}

fn family(plan: &Plan, family_plan: &FamilyPlan) -> Family {
    let document = family_plan.document.as_ref();
    let touched = |is_rule: bool| {
        let triggers = family_plan.triggers.iter();
        let mut touched = Touched::default();
        for trigger in triggers.filter(|trigger| is_rule == is_of_rule(trigger)) {
            let moves = plan.would_move(trigger);
            touched.moves |= moves;
            touched.reads |= !moves;
        }
        touched
    };
    let mut triggers = family_plan.triggers.iter();
    Family {
        registers: document.is_some() && family_plan.registers(),
        tagged: document.is_some_and(|document| document.is_tagged),
        services: !family_plan.services.is_empty(),
        rules: touched(true),
        schedules: touched(false),
        tags_run: triggers.any(|trigger| !trigger.parameters()["Tags"].is_null()),
    }
}

fn is_of_rule(trigger: &Trigger) -> bool {
    matches!(trigger.id, TriggerId::Rule { .. })
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

/// The roles that a family's revision passes.
fn roles(family_plan: &FamilyPlan) -> Vec<String> {
    match (&family_plan.document, &family_plan.latest) {
        (Some(document), _) => document.roles.clone(),
        (None, Some(revision)) => revision.roles(),
        (None, None) => Vec::new(),
    }
}

impl Needed {
    /// A part of what is called for a family.
    fn of_family(&mut self, plan: &Plan, family_plan: &FamilyPlan, part: Part) {
        match part {
            Part::Register | Part::TagRevision | Part::Run => {
                self.may(part, &families(plan, family_plan));
            }
            Part::PassTaskRoles => {
                for role in roles(family_plan) {
                    self.pass(part, Operation::RegisterTaskDefinition, &role);
                }
            }
            Part::MoveServices => {
                for service in &family_plan.services {
                    self.may(part, service.arn());
                }
            }
            Part::TagRun => self.may(part, &inside(plan, "task")),
            Part::ReadRules | Part::ReadSchedules => self.triggers(plan, family_plan, part, false),
            Part::MoveRules | Part::MoveSchedules => self.triggers(plan, family_plan, part, true),
            Part::PassRuleRoles => {
                self.pass_triggers(plan, family_plan, part, Operation::PutTargets);
            }
            Part::PassScheduleRoles => {
                self.pass_triggers(plan, family_plan, part, Operation::UpdateSchedule);
            }
            _ => self.may(part, "*"),
        }
    }

    /// A part of what is called once for all families.
    fn of_all(&mut self, plan: &Plan, part: Part) {
        match part {
            Part::FindCluster => {
                self.may(part, plan.cluster_arn.as_deref().unwrap_or("*"));
            }
            Part::ReadServices => self.may(part, &inside(plan, "service")),
            Part::WhyStopped => self.may(part, &inside(plan, "task")),
            Part::ReadHistory => self.services(plan, part, "service-revision"),
            Part::WatchDeployments | Part::StopDeployments => {
                self.services(plan, part, "service-deployment");
            }
            _ => self.may(part, "*"),
        }
    }

    /// A part on each service, and on all of this kind that are the service's.
    fn services(&mut self, plan: &Plan, part: Part, kind: &str) {
        for service in plan.services() {
            self.may(part, service.arn());
            self.may(part, &of_service(service, kind));
        }
    }

    /// A part on each rule or schedule of a family that moves, or that does not.
    fn triggers(&mut self, plan: &Plan, family_plan: &FamilyPlan, part: Part, moves: bool) {
        let of_rules = matches!(part, Part::ReadRules | Part::MoveRules);
        for trigger in &family_plan.triggers {
            if is_of_rule(trigger) == of_rules && plan.would_move(trigger) == moves {
                self.may(part, &trigger_arn(plan, trigger));
            }
        }
    }

    /// The roles of the rules or schedules of a family that move.
    fn pass_triggers(
        &mut self,
        plan: &Plan,
        family_plan: &FamilyPlan,
        part: Part,
        operation: Operation,
    ) {
        let of_rules = part == Part::PassRuleRoles;
        for trigger in &family_plan.triggers {
            if is_of_rule(trigger) == of_rules
                && plan.would_move(trigger)
                && let Some(role) = trigger.role()
            {
                self.pass(part, operation, role);
            }
        }
    }
}

/// A rule's or schedule's ARN.
fn trigger_arn(plan: &Plan, trigger: &Trigger) -> String {
    let cluster = Arn::parse(plan.cluster_arn.as_deref().unwrap_or(&trigger.cluster));
    let arn = |service: &str, resource: String| {
        cluster.map_or("*".to_owned(), |arn| arn.in_service(service, &resource))
    };
    match &trigger.id {
        TriggerId::Rule { bus, rule, .. } if bus == "default" => {
            arn("events", format!("rule/{rule}"))
        }
        TriggerId::Rule { bus, rule, .. } => arn("events", format!("rule/{bus}/{rule}")),
        TriggerId::Schedule { group, name } => arn("scheduler", format!("schedule/{group}/{name}")),
    }
}
