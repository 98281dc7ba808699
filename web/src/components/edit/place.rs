//! Which field of the form edits a place of the result.

use taskdef_core::fargate;
use taskdef_core::lesson::Fields;

/// The selector of the field that edits what this JSON pointer into the result names.
pub(crate) fn field_at(pointer: &str, fields: &Fields) -> Option<String> {
    let mut steps = pointer.split('/').skip(1);
    let (first, at) = (steps.next()?, steps.next());
    match first {
        "cpu" => {
            let cpu = fields.cpu.parse().ok();
            let is_pill = cpu.and_then(fargate::memories).is_some();
            Some(
                if is_pill {
                    "#cpu :checked"
                } else {
                    "#cpu input"
                }
                .to_owned(),
            )
        }
        "memory" => Some("#memory".to_owned()),
        "taskRoleArn" => Some("#task-role".to_owned()),
        "executionRoleArn" => Some("#execution-role".to_owned()),
        "tags" => Some(format!("#tag-{}", at?)),
        "containerDefinitions" => in_container(pointer, at?, steps.next()?, fields),
        _ => None,
    }
}

fn in_container(pointer: &str, at: &str, member: &str, fields: &Fields) -> Option<String> {
    let container = fields.containers.get(at.parse::<usize>().ok()?)?;
    match member {
        "image" => Some(format!("#image-{at}")),
        "environment" | "secrets" => {
            let mut variables = container.variables.iter();
            let row = variables.position(|variable| pointer.starts_with(&variable.pointer))?;
            Some(format!("#variable-{at}-{row}"))
        }
        "logConfiguration" if pointer.ends_with("/awslogs-group") => {
            Some(format!("#log-group-{at}"))
        }
        _ => None,
    }
}
