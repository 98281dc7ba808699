//! What the steps note on their way: changes and findings as ids of nodes, before a report shows them.

use std::borrow::Cow;

use crate::patch::Plan;
use crate::rule::Rule;
use crate::tree::{NodeId, NodeRef};

/// A change: what stands at `at` in the pasted tree is `to` in the result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawChange {
    pub(crate) rule: &'static Rule,
    /// The pasted node; [`NONE`] for an addition.
    pub(crate) at: NodeId,
    /// The node of the result; [`NONE`] for a removal.
    pub(crate) to: NodeId,
}

/// Something to look at.
#[derive(Debug, Clone)]
pub(crate) struct RawFinding {
    pub(crate) rule: &'static Rule,
    /// The pasted node that it is about; [`NONE`] if an edit put it there.
    pub(crate) at: NodeId,
    /// The node of the result that it is about.
    pub(crate) to: NodeId,
    /// The arguments of the rule's message that are about this case alone, by name.
    pub(crate) args: Vec<(&'static str, Arg)>,
    /// How it can be mended.
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

    /// Says how it can be mended.
    pub(crate) fn plan(&mut self, plan: Plan) -> &mut Self {
        self.plan = Some(plan);
        self
    }
}

/// What was noted on the way; the memory serves the next document.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) changes: Vec<RawChange>,
    pub(crate) findings: Vec<RawFinding>,
}

impl Notes {
    pub(crate) fn finding(&mut self, finding: RawFinding) -> &mut RawFinding {
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}

/// An argument of a message.
#[derive(Debug, Clone)]
pub(crate) enum Arg {
    /// Text that tells no value of the paste: a name of the model, a number computed.
    Text(Cow<'static, str>),
    /// Several such texts, of which one is meant.
    OneOf(Vec<String>),
    /// A value, masked where it must be.
    Value(NodeId),
    /// Where values stand.
    Places(Vec<NodeId>),
}

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Self {
        Arg::Text(Cow::Borrowed(text))
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
