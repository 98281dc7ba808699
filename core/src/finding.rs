//! A change or a finding by node id, before a report renders it.

use std::borrow::Cow;

use crate::lang::Localized;
use crate::model::Shape;
use crate::patch::Plan;
use crate::rule::Rule;
use crate::tree::{Kind, NodeId, NodeRef};

/// A change: node `at` of the pasted tree became node `to` of the result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawChange {
    pub(crate) rule: &'static Rule,
    /// The pasted node; [`NONE`] for an addition.
    pub(crate) at: NodeId,
    /// The node of the result; [`NONE`] for a removal.
    pub(crate) to: NodeId,
}

/// A problem, or something worth a look.
#[derive(Debug, Clone)]
pub(crate) struct RawFinding {
    pub(crate) rule: &'static Rule,
    /// The pasted node concerned; [`NONE`] if an edit added it.
    pub(crate) at: NodeId,
    /// The node of the result concerned.
    pub(crate) to: NodeId,
    /// The arguments of the rule's message that are specific to this finding, by name.
    pub(crate) args: Vec<(&'static str, Arg)>,
    /// How it can be fixed.
    pub(crate) plan: Option<Plan>,
}

impl RawFinding {
    pub(crate) fn new(rule: &'static Rule, at: NodeId, to: NodeId) -> Self {
        RawFinding {
            rule,
            at,
            to,
            args: Vec::new(),
            plan: None,
        }
    }

    /// Adds an argument of the message.
    pub(crate) fn arg(&mut self, name: &'static str, arg: impl Into<Arg>) -> &mut Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Sets how it can be fixed.
    pub(crate) fn plan(&mut self, plan: Plan) -> &mut Self {
        self.plan = Some(plan);
        self
    }
}

/// An argument of a message.
#[derive(Debug, Clone)]
pub(crate) enum Arg {
    /// Text that reveals no value of the paste: a name of the model, or a computed number.
    Text(Cow<'static, str>),
    /// Words that say which of several things is wrong.
    Words(&'static Localized),
    /// Alternatives, of which one is meant.
    OneOf(Vec<String>),
    /// A value, masked unless it may be shown.
    Value(NodeId),
    /// The paths of values.
    Places(Vec<NodeId>),
    /// A path of the model; empty for the definition itself.
    Place(String),
    /// A JSON type.
    Kind(Kind),
    /// The form of what AWS takes in this member. The command of a health check has the name
    /// [`HEALTH_CHECK`].
    Form(Shape, &'static str),
}

/// The object whose command begins with `CMD` or `CMD-SHELL`.
pub(crate) const HEALTH_CHECK: &str = "healthCheck";

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<&'static Localized> for Arg {
    fn from(words: &'static Localized) -> Self {
        Arg::Words(words)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<NodeRef<'_>> for Arg {
    fn from(view: NodeRef<'_>) -> Self {
        Arg::Value(view.id)
    }
}
