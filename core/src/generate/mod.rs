//! What is generated from a task definition.

mod shell;

pub use shell::quote;

use crate::outline::Outline;

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
