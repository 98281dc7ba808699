//! Finds the task definition in the pasted document: bare, or inside the answer of
//! `describe-task-definition`. Any other document is refused by name.

mod lookalike;

pub use lookalike::Lookalike;

use crate::model::IDENTIFYING;
use crate::tree::{Kind, NodeId, NodeRef};

/// Where the task definition is in the pasted document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unwrapped {
    /// The task definition.
    pub(crate) definition: NodeId,
    /// How it is wrapped.
    pub(crate) form: Form,
    /// The tags beside it, if they are a list.
    pub(crate) tags: Option<NodeId>,
}

/// The form of the pasted document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The task definition itself, as the console's JSON tab shows it.
    Bare,
    /// The answer of `aws ecs describe-task-definition`, of boto3 or of an SDK.
    Describe,
}

impl Form {
    /// Its name in the JSON report.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Form::Bare => "task-definition",
            Form::Describe => "describe-task-definition",
        }
    }
}

/// Finds the task definition.
///
/// # Errors
/// The document is of another kind, which is returned.
pub(crate) fn unwrap(root: NodeRef<'_>) -> Result<Unwrapped, &'static Lookalike> {
    if let Some(decoy) = lookalike::decoy(root) {
        return Err(decoy);
    }
    if is_definition(root) {
        return Ok(Unwrapped {
            definition: root.id,
            form: Form::Bare,
            tags: None,
        });
    }
    match root.member("taskDefinition") {
        Some(inner) if is_definition(inner) => Ok(Unwrapped {
            definition: inner.id,
            form: Form::Describe,
            tags: root
                .member("tags")
                .filter(|tags| tags.kind() == Kind::List)
                .map(|tags| tags.id),
        }),
        _ => Err(lookalike::like(root)),
    }
}

/// Whether an object has a member that only a task definition has.
fn is_definition(view: NodeRef<'_>) -> bool {
    IDENTIFYING.iter().any(|key| view.member(key).is_some())
}
