//! Files generated from a task definition: the buildspec, policies, the pipeline and related files.
//!
//! [`generate`] is the entry point, or [`Maker::plain`] for default options. A generator reads a
//! `Scope`, which combines the task definition's outline with the request, and replaces the
//! placeholders of a template. The result is a `Value`, which is written as YAML with comments or
//! as JSON. Anything from a task definition stays data: it is quoted for the shell, for YAML, for
//! IAM and CloudFormation.

mod alerts;
mod appspec;
mod batch;
mod buildspec;
mod cloudformation;
mod commands;
mod error;
mod eventbridge;
mod expr;
mod generated;
mod github;
mod given;
mod head;
mod iam;
mod images;
mod json;
mod maker;
mod minimum_cli;
mod moves;
mod next;
pub mod option;
mod parameter;
mod pipeline;
mod policy;
mod reference;
mod request;
mod resolve;
mod resources;
mod scope;
mod taskdef;
mod template;
mod time_zone;
mod tool;
mod value;
mod wrap;
mod yaml;

pub use commands::commands;
pub use error::GenerateError;
pub use generated::Generated;
pub use maker::Maker;
pub use moves::REGISTERS_ONLY;
pub use next::{Part, Step, Way, all, next};
pub use request::{
    Builder, Format, Kind, LaunchType, PolicyFor, Request, Route, Source, Starter, Style, Trigger,
};

use crate::convert::Conversion;
use scope::Reader;

/// Generates a file from a converted task definition.
///
/// # Errors
/// The task definition lacks what the file needs, or the request contradicts itself.
pub fn generate(conversion: &Conversion, request: &Request) -> Result<Generated, GenerateError> {
    request
        .kind
        .maker()
        .requested(conversion, request, Reader::Command)
}
