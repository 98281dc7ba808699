//! What a task definition is about, at a glance: for forms and for what is generated from it.

use serde::Serialize;

use crate::tree::View;

/// The members of a result that forms show and generators fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// The family; empty if there is none.
    pub family: String,
    /// The task's CPU units, as written.
    pub cpu: Option<String>,
    /// The task's memory, as written.
    pub memory: Option<String>,
    /// The containers, in order.
    pub containers: Vec<Container>,
}

/// A container of an [`Outline`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Container {
    /// Its name; empty if it has none.
    pub name: String,
    /// Its image.
    pub image: Option<String>,
}

impl Outline {
    pub(crate) fn of(root: View<'_>) -> Self {
        let text = |view: View<'_>, key: &str| {
            let string = view.get(key).and_then(View::string);
            string.map(std::borrow::Cow::into_owned)
        };
        let containers = root.get("containerDefinitions").into_iter();
        Outline {
            family: text(root, "family").unwrap_or_default(),
            cpu: text(root, "cpu"),
            memory: text(root, "memory"),
            containers: containers
                .flat_map(View::children)
                .map(|container| Container {
                    name: text(container, "name").unwrap_or_default(),
                    image: text(container, "image"),
                })
                .collect(),
        }
    }
}
