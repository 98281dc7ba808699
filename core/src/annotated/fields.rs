//! The values of a result that a form edits.

use std::borrow::Cow;

use crate::tree::{Children, Kind, NodeRef};

/// The members of a result that a form edits, with their values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The task's CPU as written: CPU units such as `512`, or vCPUs such as `.5 vCPU`; empty if
    /// missing.
    pub cpu: String,
    /// The task's memory as written: MiB such as `2048`, or GB such as `2 GB`; empty if missing.
    pub memory: String,
    /// The task role.
    pub task_role: String,
    /// The task execution role.
    pub execution_role: String,
    /// The tags: keys and values.
    pub tags: Vec<(String, String)>,
    /// The containers, in order.
    pub containers: Vec<ContainerFields>,
}

/// The members of a container that a form edits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContainerFields {
    /// Its name; empty if missing.
    pub name: String,
    /// Its image.
    pub image: String,
    /// Its log driver; empty if missing.
    pub log_driver: String,
    /// The log group of its `awslogs` options.
    pub log_group: String,
    /// Its environment variables, then its secrets.
    pub variables: Vec<Variable>,
}

/// A variable of a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value, or the `valueFrom` of a secret.
    pub value: String,
    /// Whether it is in `secrets`; otherwise it is in `environment`.
    pub is_secret: bool,
    /// Its JSON pointer in the result.
    pub pointer: String,
}

impl Fields {
    /// The fields of a result.
    pub(crate) fn new(root: NodeRef<'_>) -> Self {
        Fields {
            cpu: text(root, "cpu"),
            memory: text(root, "memory"),
            task_role: text(root, "taskRoleArn"),
            execution_role: text(root, "executionRoleArn"),
            tags: root
                .member_elements("tags")
                .map(|tag| (text(tag, "key"), text(tag, "value")))
                .collect(),
            containers: root
                .member_elements("containerDefinitions")
                .map(ContainerFields::new)
                .collect(),
        }
    }
}

impl ContainerFields {
    fn new(container: NodeRef<'_>) -> Self {
        let logging = container.member("logConfiguration");
        let options = logging.and_then(|logging| logging.member("options"));
        let named = |elements: Children<'_>, key: &str, is_secret| {
            let elements = elements.filter(|element| element.kind() == Kind::Object);
            let variable = |element: NodeRef<'_>| Variable {
                name: text(element, "name"),
                value: text(element, key),
                is_secret,
                pointer: element.pointer(),
            };
            elements.map(variable).collect::<Vec<_>>()
        };
        let mut variables = named(container.member_elements("environment"), "value", false);
        variables.extend(named(
            container.member_elements("secrets"),
            "valueFrom",
            true,
        ));
        ContainerFields {
            name: text(container, "name"),
            image: text(container, "image"),
            log_driver: logging.map_or_else(String::new, |it| text(it, "logDriver")),
            log_group: options.map_or_else(String::new, |it| text(it, "awslogs-group")),
            variables,
        }
    }
}

fn text(view: NodeRef<'_>, key: &str) -> String {
    view.member_str(key)
        .map(Cow::into_owned)
        .unwrap_or_default()
}
