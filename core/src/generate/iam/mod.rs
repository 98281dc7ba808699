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

use super::scope::Scope;
use super::term::{Ink, Term};
use super::value::{List, Map, Value};
use crate::generate::resources::cluster;
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
    condition: Option<(&'static str, &'static str, Vec<Term>)>,
}

/// The statements that the scope calls for.
pub(super) fn statements(needs: &'static [Need], scope: &Scope<'_>) -> Vec<Statement> {
    let statements = needs.iter().map(|need| Statement {
        need,
        resources: unique((need.on)(scope)),
        condition: condition(&need.when),
    });
    statements
        .filter(|statement| !statement.resources.is_empty())
        .collect()
}

impl Statement {
    /// Every term in it.
    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.resources
            .iter()
            .chain(self.condition.iter().flat_map(|(_, _, terms)| terms))
    }
}

/// A policy document, with the reason above each statement.
pub(super) fn document(statements: &[Statement], ink: Ink<'_>) -> Map {
    let list = statements.iter().fold(List::new(), |list, statement| {
        list.say(statement.need.why).push(written(statement, ink))
    });
    Map::new()
        .set("Version", "2012-10-17")
        .set("Statement", list)
}

fn written(statement: &Statement, ink: Ink<'_>) -> Map {
    let condition = statement.condition.as_ref().map(|(operator, key, terms)| {
        let values = terms.iter().map(|term| ink.text(term));
        Map::new().set(*operator, Map::new().set(*key, one_or_list(values)))
    });
    Map::new()
        .set("Sid", statement.need.sid)
        .set("Effect", "Allow")
        .set(
            "Action",
            one_or_list(
                statement
                    .need
                    .actions
                    .iter()
                    .map(|action| Value::from(*action)),
            ),
        )
        .set(
            "Resource",
            one_or_list(statement.resources.iter().map(|term| ink.resource(term))),
        )
        .set_some("Condition", condition)
}

fn condition(when: &When) -> Option<(&'static str, &'static str, Vec<Term>)> {
    let fixed = |text| vec![Term::default().then(text)];
    match when {
        When::Always => None,
        When::PassedTo(service) => Some(("StringEquals", "iam:PassedToService", fixed(service))),
        When::Creates(call) => Some(("StringEquals", "ecs:CreateAction", fixed(call))),
        When::InCluster => Some(("ArnEquals", "ecs:cluster", vec![cluster()])),
    }
}

/// What can't be limited to a resource, if it is called for.
fn everything(called: bool) -> Vec<Term> {
    if called {
        vec![Term::default().then("*")]
    } else {
        Vec::new()
    }
}

fn unique(terms: Vec<Term>) -> Vec<Term> {
    terms.into_iter().fold(Vec::new(), |mut unique, term| {
        if !unique.contains(&term) {
            unique.push(term);
        }
        unique
    })
}

/// A single value as it is, several as a list.
fn one_or_list(values: impl Iterator<Item = Value>) -> Value {
    let mut values: Vec<Value> = values.collect();
    match (values.len(), values.pop()) {
        (1, Some(value)) => value,
        (_, last) => values.into_iter().chain(last).collect::<List>().into(),
    }
}
