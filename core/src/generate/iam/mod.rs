//! The IAM permissions for each call: one template per role, from which every policy is generated.
//!
//! A statement is included only if something makes its calls, and its resources come from the task
//! definition or the request. The actions, and the resources and conditions that each can be
//! limited to, are those of AWS's [Service Authorization Reference].
//!
//! [Service Authorization Reference]:
//! https://docs.aws.amazon.com/service-authorization/latest/reference/

mod batch;
mod codebuild;
mod deploy;
mod execution_role;
mod pipeline;
mod state_machine;
mod task_events;
mod task_role;
mod trust;

use super::expr::Expr;
use super::resolve::Resolver;
use super::template::{self, Bindings};
use super::value::{Entry, Value};

pub(super) use batch::BATCH;
pub(super) use codebuild::{CODEBUILD, GITHUB_ACTIONS};
pub(super) use execution_role::EXECUTION_ROLE;
pub(super) use pipeline::PIPELINE;
pub(super) use state_machine::{START_MACHINE, STATE_MACHINE};
pub(super) use task_events::TASK_EVENTS;
pub(super) use task_role::TASK_ROLE;
pub(super) use trust::{Trust, trust, trust_with_sources};

/// The permissions of a role.
pub(super) struct Needs {
    /// The policy with every statement that may be needed.
    template: &'static str,
    /// Adds the resources of the statements that are needed.
    allow: fn(&mut Policy<'_>),
}

/// A policy under construction.
pub(super) struct Policy<'a> {
    resolver: Resolver<'a>,
    bindings: Bindings,
    /// Every resource of the policy.
    exprs: Vec<Expr>,
}

/// A policy document with a comment above each statement, and its resources; `None` if no statement
/// is needed.
pub(super) fn document(needs: &Needs, resolver: Resolver<'_>) -> Option<(Value, Vec<Expr>)> {
    let mut policy = Policy {
        resolver,
        bindings: Bindings::new(),
        exprs: Vec::new(),
    };
    (needs.allow)(&mut policy);
    if policy.exprs.is_empty() {
        return None;
    }
    Some((
        template::read(needs.template, &policy.bindings),
        policy.exprs,
    ))
}

impl Policy<'_> {
    /// Names the actions of a statement.
    fn may(&mut self, name: &'static str, actions: &[&str]) {
        let actions = actions
            .iter()
            .map(|action| Entry::element((*action).into()));
        self.bindings
            .value(name, Value::one_or_list(actions.collect()));
    }

    /// Includes a statement for these resources; none if there are no resources.
    fn on(&mut self, sid: &'static str, resources: Vec<Expr>) {
        let mut unique = Vec::new();
        for resource in resources {
            if !unique.contains(&resource) {
                unique.push(resource);
            }
        }
        if !unique.is_empty() {
            self.bindings.value(sid, self.resolver.resources(&unique));
            self.exprs.append(&mut unique);
        }
    }

    /// Includes a statement if its actions are called.
    fn on_if(&mut self, called: bool, sid: &'static str, resource: Expr) {
        if called {
            self.on(sid, vec![resource]);
        }
    }
}
