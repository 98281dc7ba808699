//! Fields: their paths, and what AWS's model says of them.

use serde::Serialize;

use super::Value;
use crate::model::{self, Member, REQUEST, Shape, Structure};

/// A field of a task definition at one path.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The path, such as `containerDefinitions[].cpu`.
    pub path: String,
    /// Whether AWS assigns it, so that RegisterTaskDefinition does not accept it. The model has no
    /// more information on it.
    pub read_only: bool,
    /// Whether AWS's clients refuse the object that contains it if it is missing.
    pub required: bool,
    /// Whether AWS has deprecated it.
    pub deprecated: bool,
    /// The type of its value; `None` for a read-only field.
    pub value: Option<Value>,
    /// The page of AWS's documentation.
    pub source: String,
}

/// A member of the model with the names on its path.
pub(super) struct ModelMember {
    names: Vec<&'static str>,
    /// The path with `[]` after each list.
    path: String,
    structure: &'static Structure,
    member: &'static Member,
}

impl ModelMember {
    /// The names joined by dots.
    pub(super) fn path(&self) -> String {
        self.names.join(".")
    }
}

/// The fields that match a topic.
pub(super) fn find(topic: &str) -> Vec<Field> {
    let (rooted, steps) = steps(topic);
    let Some(first) = steps.first() else {
        return Vec::new();
    };
    if let Some(name) = model::READ_ONLY.iter().find(|name| *name == first) {
        return vec![read_only(name)];
    }
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let matches = |place: &ModelMember| {
        place.names == steps
            || (!rooted && place.names.ends_with(&steps))
            || (matches!(place.member.shape, Shape::Map(_)) && steps.starts_with(&place.names))
    };
    places().filter(matches).map(Field::from).collect()
}

impl From<ModelMember> for Field {
    fn from(place: ModelMember) -> Self {
        Field {
            read_only: false,
            required: place.member.required,
            deprecated: place.member.deprecated,
            value: Some(Value::from_shape(place.member.shape)),
            source: link(place.structure, place.member.name),
            path: place.path,
        }
    }
}

fn read_only(name: &str) -> Field {
    Field {
        path: name.to_owned(),
        read_only: true,
        required: false,
        deprecated: false,
        value: None,
        source: format!("{PAGES}API_TaskDefinition.html#ECS-Type-TaskDefinition-{name}"),
    }
}

/// A topic in the form of [`ModelMember::path`].
pub(super) fn plain(topic: &str) -> String {
    steps(topic).1.join(".")
}

/// Whether a topic certainly begins at the root, and its names, without indices and bracketed
/// parts.
fn steps(topic: &str) -> (bool, Vec<String>) {
    let rooted = topic.starts_with('/');
    let mut steps: Vec<String> = if rooted {
        let steps = topic.split('/').map(|step| step.replace("~1", "/"));
        let steps = steps.map(|step| step.replace("~0", "~"));
        let is_index = |step: &str| step == "*" || step.bytes().all(|byte| byte.is_ascii_digit());
        steps.filter(|step| !is_index(step)).collect()
    } else {
        let mut plain = String::new();
        let mut depth = 0_usize;
        for c in topic.chars() {
            match c {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                c if depth == 0 => plain.push(c),
                _ => {}
            }
        }
        let steps = plain.split('.').filter(|step| !step.is_empty());
        steps.map(str::to_owned).collect()
    };
    if steps.len() > 1 && steps.first().is_some_and(|step| step == "taskDefinition") {
        steps.remove(0);
    }
    (rooted, steps)
}

/// Every member of the request, in the order of AWS's model.
pub(super) fn places() -> impl Iterator<Item = ModelMember> {
    let mut found = Vec::new();
    walk(REQUEST, &[], "", &mut found);
    found.into_iter()
}

fn walk(
    structure: &'static Structure,
    names: &[&'static str],
    path: &str,
    found: &mut Vec<ModelMember>,
) {
    for member in structure.in_aws_order() {
        let names = [names, &[member.name]].concat();
        let path = format!("{path}{}", member.name);
        found.push(ModelMember {
            names: names.clone(),
            path: path.clone(),
            structure,
            member,
        });
        match member.shape {
            Shape::Structure(inner) => walk(inner, &names, &format!("{path}."), found),
            Shape::List(list) => {
                if let Shape::Structure(inner) = list.element {
                    walk(inner, &names, &format!("{path}[]."), found);
                }
            }
            _ => {}
        }
    }
}

const PAGES: &str = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/";

/// The page of AWS's documentation on a structure.
pub(crate) fn page(structure: &Structure) -> String {
    let name = structure.name;
    let name = name.strip_suffix("Request").unwrap_or(name);
    format!("{PAGES}API_{name}.html")
}

/// The link to a member's description on its structure's page.
pub(crate) fn link(structure: &Structure, member: &str) -> String {
    let page = page(structure);
    let name = structure.name;
    match name.strip_suffix("Request") {
        Some(operation) => format!("{page}#ECS-{operation}-request-{member}"),
        None => format!("{page}#ECS-Type-{name}-{member}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{link, places};
    use crate::model;

    #[test]
    fn places_are_the_models_own() {
        let ours: Vec<String> = places().map(|place| place.path).collect();
        let model = model::paths().map(|(path, _)| path.replace("/*", "[]"));
        let model: Vec<String> = model.map(|path| path[1..].replace('/', ".")).collect();
        assert_eq!(ours, model);
    }

    #[test]
    fn links_lead_to_awss_pages() {
        let page = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/";
        assert_eq!(
            link(model::REQUEST, "cpu"),
            format!("{page}API_RegisterTaskDefinition.html#ECS-RegisterTaskDefinition-request-cpu")
        );
    }
}
