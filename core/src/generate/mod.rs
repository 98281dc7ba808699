//! What is generated from a task definition: the buildspec, policies, the pipeline and the files
//! that stand around them.
//!
//! [`generate`] is the entrance, or [`Maker::plain`] where nothing is asked for but the file. A
//! generator reads a `Scope`, the task definition's outline together with the request, and fills the
//! holes of a draft; what comes of it is a `Value`, which is written as YAML with comments or as
//! JSON. What comes from a task definition stays data: it is quoted for the shell, for YAML, for IAM
//! and CloudFormation.

mod appspec;
mod buildspec;
mod draft;
mod ecr;
mod eventbridge;
mod floor;
mod head;
mod iam;
mod images;
mod json;
mod maker;
mod pipeline;
mod policy;
mod refusal;
mod request;
mod resources;
mod scope;

mod slot;
mod taskdef;
mod template;
mod term;
mod value;
mod wrap;
mod yaml;

pub use maker::Maker;
pub use refusal::Refusal;
pub use request::{Builder, For, Format, Kind, Request, Source, Starter, Style};

use crate::convert::Conversion;
use crate::outline::Outline;
use crate::shell::quote;

/// A generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The name that the file usually has.
    pub name: String,
    /// The file itself: the same bytes for the same request.
    pub text: String,
    /// What to know beside it: what is still open, and what the format has no comments for.
    pub notes: Vec<String>,
}

/// Generates a file from a converted task definition.
///
/// # Errors
/// The task definition lacks what the file is about, or the request contradicts itself.
pub fn generate(conversion: &Conversion, request: &Request) -> Result<Generated, Refusal> {
    request.kind.maker().requested(conversion, request)
}

/// The two commands of a buildspec that register `taskdef-update.json` and let the service use
/// it, for the AWS CLI. Cluster and service are not in a task definition: they are variables.
#[must_use]
pub fn commands(outline: &Outline) -> String {
    let family = quote(&outline.family);
    format!(
        "aws ecs register-task-definition --cli-input-json file://taskdef-update.json\n\
         aws ecs update-service --cluster \"$CLUSTER\" --service \"$SERVICE\" --task-definition {family}\n"
    )
}
