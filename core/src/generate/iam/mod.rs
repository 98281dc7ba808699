//! What each call needs of IAM: one template a role, from which every policy is made.
//!
//! A statement is there because something calls for it, and its resources come from the task
//! definition or the request. The actions, each named as the call that it is for, and what they can
//! be limited to are those of AWS's [Service Authorization Reference].
//!
//! [Service Authorization Reference]: https://docs.aws.amazon.com/service-authorization/latest/reference/

mod batch;
mod codebuild;
mod execution_role;
mod pipeline;
mod task_events;
mod trust;

use super::expr::Expr;
use super::resolve::Resolver;
use super::template::{self, Bindings};
use super::value::Value;

pub(super) use batch::BATCH;
pub(super) use codebuild::CODEBUILD;
pub(super) use execution_role::EXECUTION_ROLE;
pub(super) use pipeline::PIPELINE;
pub(super) use task_events::TASK_EVENTS;
pub(super) use trust::{Trust, trust};

/// What a role needs.
pub(super) struct Needs {
    /// The policy, with a statement for all that may be called.
    template: &'static str,
    /// On what each statement is.
    allow: fn(&mut Policy<'_>),
}

/// A policy that comes to be.
pub(super) struct Policy<'a> {
    resolver: Resolver<'a>,
    bindings: Bindings,
    /// Every resource in it.
    exprs: Vec<Expr>,
}

/// A policy document, with the reason above each statement, and the resources in it; none if
/// nothing is called for.
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
    /// Has a statement be there, on these resources; there is none on nothing.
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

    /// Has a statement be there if its actions are called.
    fn on_if(&mut self, called: bool, sid: &'static str, resource: Expr) {
        if called {
            self.on(sid, vec![resource]);
        }
    }
}
