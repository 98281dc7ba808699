//! The statements for what a deploy calls, as [`calls`] says it.

use super::Policy;
use crate::calls::{Deploy, Family, Part, Program, Touched, calls};
use crate::generate::expr::Expr;
use crate::generate::moves::Moves;
use crate::generate::request::Style;
use crate::generate::scope::Scope;

/// A statement: its id, and what stands there for its actions.
type Sid = (&'static str, &'static str);

/// Allows what the deploys call: one, or one for each family of a batch.
pub(super) fn calls_of(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    let cluster = Expr::arn("ecs", "cluster/«EcsCluster»");
    let cluster = policy.resolver.resources(&[cluster]);
    policy.bindings.value("cluster", cluster);
    let mut statements: Vec<(Sid, Vec<&str>, Vec<Expr>)> = Vec::new();
    for part in parts(scope) {
        let Some((sid, resources)) = statement(scope, part) else {
            continue;
        };
        let actions = part.actions().concat();
        match statements.iter_mut().find(|(known, ..)| *known == sid) {
            Some((_, known, on)) => {
                let new: Vec<&str> = actions
                    .into_iter()
                    .filter(|it| !known.contains(it))
                    .collect();
                known.extend(new);
                on.extend(resources);
            }
            None => statements.push((sid, actions, resources)),
        }
    }
    for ((sid, placeholder), actions, resources) in statements {
        policy.may(placeholder, &actions);
        policy.on(sid, resources);
    }
}

/// The parts of every deploy, each once.
fn parts(scope: &Scope<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for moves in scope.moves_of_each() {
        let calls = calls(&deploy_of(scope, &moves));
        for part in calls.families.into_iter().flatten().chain(calls.whole) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
    }
    parts
}

/// The deploy of one family.
fn deploy_of(scope: &Scope<'_>, moves: &Moves) -> Deploy {
    let request = scope.request;
    let touched = |names: &[String]| Touched {
        moves: !names.is_empty(),
        reads: false,
    };
    let family = Family {
        registers: true,
        tagged: scope.outline.tagged,
        services: moves.has_services(),
        rules: touched(&moves.rules),
        schedules: touched(&moves.schedules),
        // What a rule's targets tag, is not known.
        tags_run: false,
    };
    Deploy {
        by: match request.style {
            Style::AwsCli => Program::AwsCli,
            Style::Taskdef => Program::Taskdef,
        },
        families: vec![family],
        cluster: request.run || !moves.is_nothing(),
        all_services: false,
        all_triggers: false,
        waits: request.wait,
        runs: request.run,
        back: None,
    }
}

/// The statement that allows a part, and on what; none for what no build does.
fn statement(scope: &Scope<'_>, part: Part) -> Option<(Sid, Vec<Expr>)> {
    let everything = || vec![Expr::parse("*")];
    let cluster = || Expr::arn("ecs", "cluster/«EcsCluster»");
    let statement = match part {
        Part::Compare => (("Describe", "DescribeActions"), everything()),
        Part::Register => (("Register", "RegisterActions"), scope.task_definitions()),
        Part::TagRevision => (
            ("TagOnRegister", "TagOnRegisterActions"),
            scope.task_definitions(),
        ),
        Part::PassTaskRoles => (
            ("PassTaskRoles", "PassTaskRolesActions"),
            scope.task_roles(),
        ),
        Part::MoveServices => (("UpdateService", "UpdateServiceActions"), scope.services()),
        Part::FindCluster => (("Cluster", "ClusterActions"), vec![cluster()]),
        Part::ReadHistory => (
            ("History", "HistoryActions"),
            [scope.services(), scope.service_revisions()].concat(),
        ),
        Part::WatchDeployments => (("History", "HistoryActions"), scope.service_deployments()),
        Part::ListStopped => (("ListStopped", "ListStoppedActions"), vec![cluster()]),
        Part::WhyStopped | Part::Follow => (
            ("WhyStopped", "WhyStoppedActions"),
            vec![Expr::arn("ecs", "task/«EcsCluster»/*")],
        ),
        Part::Run => (("RunOnce", "RunOnceActions"), scope.task_definitions()),
        Part::ReadLog => (("ReadRunLog", "ReadRunLogActions"), logs(scope)),
        Part::FindStarters | Part::FindServices => {
            (("FindStarters", "FindStartersActions"), everything())
        }
        Part::ReadStarters => (
            ("ReadStarters", "ReadStartersActions"),
            vec![
                Expr::arn("events", "rule/*"),
                Expr::arn("scheduler", "schedule/*/*"),
            ],
        ),
        Part::ReadServices => (
            ("ReadStarters", "ReadStartersActions"),
            vec![Expr::arn("ecs", "service/«EcsCluster»/*")],
        ),
        Part::MoveRules => (("Rules", "RulesActions"), scope.rules()),
        Part::PassRuleRoles => (
            ("PassRuleRole", "PassRuleRoleActions"),
            vec![Expr::parse("«RuleRoleArn»")],
        ),
        Part::MoveSchedules => (("Schedules", "SchedulesActions"), scope.schedules()),
        Part::PassScheduleRoles => (
            ("PassScheduleRole", "PassScheduleRoleActions"),
            vec![Expr::parse("«ScheduleRoleArn»")],
        ),
        Part::ReadRules
        | Part::ReadSchedules
        | Part::TagRun
        | Part::FindRevisions
        | Part::StopDeployments => return None,
    };
    Some(statement)
}

/// The log streams of the tasks.
fn logs(scope: &Scope<'_>) -> Vec<Expr> {
    let containers = scope.outline.containers.iter();
    let logs = containers.filter_map(|it| it.logs.as_ref());
    let streams = logs.map(|logs| {
        Expr::arn("logs", "log-group:")
            .with_data(&logs.group)
            .then(":log-stream:*")
    });
    streams.collect()
}
