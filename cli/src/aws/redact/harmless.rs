//! Words that a message needs, although a value may have them too.

use taskdef_core::model::{self, Shape};

/// What AWS says again and again: with these cut out, nobody would understand the rest.
const PHRASES: [&str; 29] = [
    ".amazonaws.com",
    "CannotPullContainerError",
    "ECS deployment ",
    "EcsParameters",
    "Essential container in task exited",
    "InputTransformer",
    "OutOfMemoryError",
    "Rate exceeded",
    "ResourceInitializationError",
    "ScheduleExpression",
    "StartDate",
    "Task failed container health checks",
    "Task failed to start",
    "TaskDefinitionArn",
    "Unable to describe task definition",
    "assumed-role/",
    "because no identity-based policy allows the",
    "because no resource-based policy allows the",
    "containerOverrides",
    "containers",
    "deployment circuit breaker",
    "docs.aws.amazon.com",
    "https://",
    "is not authorized to perform: ",
    "on resource: ",
    "parameters",
    "task definition",
    "task-definition/",
    "with an explicit deny in",
];

/// Short values that half of all definitions have, and no secret is.
const WORDS: [&str; 14] = [
    "cluster", "debug", "default", "error", "false", "info", "none", "null", "role", "service",
    "task", "true", "warn", "warning",
];

/// All of them, with the names and words of AWS's model.
pub(super) fn texts() -> impl Iterator<Item = &'static str> {
    let of_model = model::paths().flat_map(|(_, member)| {
        let words: &[&str] = match member.shape {
            Shape::String(text) => text.enums,
            _ => &[],
        };
        words.iter().copied().chain([member.name])
    });
    PHRASES.into_iter().chain(WORDS).chain(of_model)
}

/// The parts of a text that say whose and where an ARN is: `arn:aws:ssm:eu-west-1:123456789012:`.
/// They are in every refusal, and no secret is in them.
pub(super) fn heads_of_arns(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("arn:aws").filter_map(|(at, _)| {
        let arn = &text[at..];
        let mut colons = arn.bytes().take(LONGEST_HEAD).enumerate();
        let colons = colons.by_ref().filter(|(_, byte)| *byte == b':');
        let end = colons.map(|(at, _)| at).nth(4)?;
        let mut parts = arn[..end].split(':').skip(1);
        let is_name = |part: &str| {
            let mut bytes = part.bytes();
            bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        parts.all(is_name).then(|| &arn[..=end])
    })
}

/// The most bytes of such a part that are looked at.
const LONGEST_HEAD: usize = 100;
