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
use crate::placeholder::placeholders;

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
    /// Whether what a placeholder stands for is left out until it is filled in, where IAM would take
    /// the placeholder for something else.
    waits: bool,
}

/// A policy document with a comment above each statement.
pub(super) struct Document {
    pub(super) value: Value,
    /// Every resource in it.
    pub(super) resources: Vec<Expr>,
    /// The placeholders that keep a resource out of it.
    pub(super) waiting: Vec<String>,
    /// Whether something is referred to that the role's service does not read.
    pub(super) unread: bool,
}

/// A policy under construction.
pub(super) struct Policy<'a> {
    resolver: Resolver<'a>,
    waits: bool,
    bindings: Bindings,
    /// Every resource of the policy.
    exprs: Vec<Expr>,
    waiting: Vec<String>,
    unread: bool,
}

/// A role's policy; `None` if nothing needs a right.
pub(super) fn document(needs: &Needs, resolver: Resolver<'_>) -> Option<Document> {
    let mut policy = Policy {
        resolver,
        waits: needs.waits,
        bindings: Bindings::new(),
        exprs: Vec::new(),
        waiting: Vec::new(),
        unread: false,
    };
    (needs.allow)(&mut policy);
    if policy.exprs.is_empty() && policy.waiting.is_empty() && !policy.unread {
        return None;
    }
    Some(Document {
        value: template::read(needs.template, &policy.bindings),
        resources: policy.exprs,
        waiting: policy.waiting,
        unread: policy.unread,
    })
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
        let mut unique = each_once(resources);
        unique.retain(|resource| self.is_filled_in(resource));
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

    /// Whether IAM takes what a resource holds as it stands; else it waits for its placeholders.
    fn is_filled_in(&mut self, resource: &Expr) -> bool {
        if !self.waits || !resource.placeholders().any(is_changed) {
            return true;
        }
        self.waiting
            .extend(resource.placeholders().map(str::to_owned));
        false
    }

    /// Leaves out what a text stands for until its placeholders are filled in.
    fn wait_for(&mut self, text: &str) {
        self.waiting.extend(placeholders(text).map(str::to_owned));
    }
}

/// Whether IAM has a meaning for what a placeholder consists of, so that it would not stay one.
fn is_changed(placeholder: &str) -> bool {
    placeholder.contains(['$', '*', '?'])
}

/// The resources in their order, without duplicates.
fn each_once(resources: Vec<Expr>) -> Vec<Expr> {
    let mut ordered: Vec<(usize, Expr)> = resources.into_iter().enumerate().collect();
    ordered.sort_by(|(_, one), (_, other)| one.cmp(other));
    ordered.dedup_by(|(_, one), (_, other)| one == other);
    ordered.sort_by_key(|(at, _)| *at);
    ordered.into_iter().map(|(_, resource)| resource).collect()
}
