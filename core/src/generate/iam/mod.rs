//! What each call needs of IAM: one table a role, from which every policy is made.
//!
//! A statement is there because something calls for it, and its resources come from the task
//! definition or the request. The actions and what they can be limited to are those of AWS's
//! [Service Authorization Reference].
//!
//! [Service Authorization Reference]: https://docs.aws.amazon.com/service-authorization/latest/reference/

mod batch;
mod codebuild;
mod execution_role;
mod pipeline;
mod task_events;
mod trust;

use super::draft::{self, draft};
use super::holes::Holes;
use super::scope::Scope;
use super::term::{Ink, Term};
use super::value::{Entry, Value};
use crate::lang::Prose;

pub(super) use trust::{Trust, trust};

/// What some calls need: a statement of a policy.
pub(super) struct Need {
    /// The statement's name.
    sid: &'static str,
    /// The actions that are allowed, each named as the call that it is for.
    actions: &'static [&'static str],
    /// On what; nothing if the calls are not made.
    on: fn(&Scope<'_>) -> Vec<Term>,
    when: When,
    /// Why it is there.
    why: Prose,
}

/// A condition of a statement.
enum When {
    Always,
    /// The role is passed to this service.
    PassedTo(&'static str),
    /// The tags come with this call.
    Creates(&'static str),
    /// The task runs in the cluster.
    InCluster,
}

/// The tables of the roles.
pub(super) mod needs {
    pub(in super::super) use super::batch::BATCH;
    pub(in super::super) use super::codebuild::CODEBUILD;
    pub(in super::super) use super::execution_role::EXECUTION_ROLE;
    pub(in super::super) use super::pipeline::PIPELINE;
    pub(in super::super) use super::task_events::TASK_EVENTS;
}

/// A need with what it is about: its resources are not empty.
pub(super) struct Statement {
    pub(super) need: &'static Need,
    pub(super) resources: Vec<Term>,
    pub(super) condition: Option<Condition>,
}

/// What has to be so besides, in IAM's words.
pub(super) struct Condition {
    operator: &'static str,
    key: &'static str,
    pub(super) value: Term,
}

/// The statements that the scope calls for.
pub(super) fn statements(needs: &'static [Need], scope: &Scope<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    for need in needs {
        let resources = unique((need.on)(scope));
        if !resources.is_empty() {
            statements.push(Statement {
                need,
                resources,
                condition: condition(&need.when),
            });
        }
    }
    statements
}

/// A policy document, with the reason above each statement.
pub(super) fn document(statements: &[Statement], ink: Ink<'_>) -> Value {
    let mut holes = Holes::new();
    for statement in statements {
        holes.each("statements", of_statement(statement, ink));
    }
    draft::read(draft!("document.draft"), &holes)
}

fn of_statement(statement: &Statement, ink: Ink<'_>) -> Holes {
    let need = statement.need;
    let mut holes = Holes::one("sid", need.sid);
    holes.text("why", need.why.en);
    holes.text("why-in-japanese", need.why.ja);
    let mut actions = Vec::new();
    for action in need.actions {
        actions.push(Entry::element((*action).into()));
    }
    holes.value("actions", Value::one_or_list(actions));
    holes.value("resources", ink.resources(&statement.resources));
    if let Some(condition) = &statement.condition {
        holes.text("operator", condition.operator);
        holes.text("key", condition.key);
        holes.value("value", ink.text(&condition.value));
    }
    holes
}

fn condition(when: &When) -> Option<Condition> {
    let (operator, key, value) = match when {
        When::Always => return None,
        When::PassedTo(service) => ("StringEquals", "iam:PassedToService", Term::of(service)),
        When::Creates(call) => ("StringEquals", "ecs:CreateAction", Term::of(call)),
        When::InCluster => ("ArnEquals", "ecs:cluster", cluster()),
    };
    Some(Condition {
        operator,
        key,
        value,
    })
}

fn cluster() -> Term {
    Term::arn("ecs", "cluster/«EcsCluster»")
}

/// What can't be limited to a resource, if it is called for.
fn everything(called: bool) -> Vec<Term> {
    only_if(called, Term::of("*"))
}

/// A single resource, if it is called for.
fn only_if(called: bool, resource: Term) -> Vec<Term> {
    if called { vec![resource] } else { Vec::new() }
}

fn unique(terms: Vec<Term>) -> Vec<Term> {
    let mut unique = Vec::new();
    for term in terms {
        if !unique.contains(&term) {
            unique.push(term);
        }
    }
    unique
}
