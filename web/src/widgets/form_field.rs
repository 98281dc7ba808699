//! Which field of the form edits a value of the result, and how to go to it.

use taskdef_core::annotated::Fields;
use taskdef_core::fargate;

use crate::browser;
use crate::layout::Mark;
use crate::state::{Action, Analysis};

/// Prefix of the selectors of image fields; the index of the container follows.
pub(crate) const IMAGE: &str = "#image-";

/// Focuses a field, and returns the action that shows the form with it.
pub(crate) fn go_to(field: &str) -> Action {
    browser::focus(field);
    Action::ShowField(field.to_owned())
}

/// The selector of the field that edits the value of a mark, if there is one.
pub(crate) fn field_of(mark: &Mark, analysis: &Analysis) -> Option<String> {
    field_at(analysis.details(mark).to?, &analysis.lesson.fields)
}

/// The selector of the field that edits the value at a JSON pointer into the result.
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
        "image" => Some(format!("{IMAGE}{at}")),
        "environment" | "secrets" => {
            let mut variables = container.variables.iter();
            let row = variables.position(|variable| is_within(pointer, &variable.pointer))?;
            Some(format!("#variable-{at}-{row}"))
        }
        "logConfiguration" if pointer.ends_with("/awslogs-group") => {
            Some(format!("#log-group-{at}"))
        }
        _ => None,
    }
}

/// Whether a JSON pointer names the value at `value`, or one inside of it.
fn is_within(pointer: &str, value: &str) -> bool {
    let rest = pointer.strip_prefix(value);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use taskdef_core::annotated::{ContainerFields, Fields, Variable};

    use super::field_at;

    #[test]
    fn each_place_has_its_own_field() {
        let variable = |index| Variable {
            name: format!("V{index}"),
            value: String::new(),
            is_secret: false,
            pointer: format!("/containerDefinitions/1/environment/{index}"),
        };
        let container = ContainerFields {
            variables: (0..12).map(variable).collect(),
            ..ContainerFields::default()
        };
        let fields = Fields {
            cpu: "256".to_owned(),
            containers: vec![ContainerFields::default(), container],
            ..Fields::default()
        };
        for (pointer, field) in [
            ("/cpu", Some("#cpu :checked")),
            ("/memory", Some("#memory")),
            ("/taskRoleArn", Some("#task-role")),
            ("/tags/3/value", Some("#tag-3")),
            ("/containerDefinitions/1/image", Some("#image-1")),
            (
                "/containerDefinitions/1/environment/10/value",
                Some("#variable-1-10"),
            ),
            (
                "/containerDefinitions/1/environment/1",
                Some("#variable-1-1"),
            ),
            ("/containerDefinitions/2/image", None),
            ("/containerDefinitions/1/portMappings/0", None),
            ("/containerDefinitions", None),
            ("/family", None),
        ] {
            assert_eq!(field_at(pointer, &fields).as_deref(), field, "{pointer}");
        }
    }
}
