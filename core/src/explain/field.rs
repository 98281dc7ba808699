//! Fields: their paths, and what AWS's model says of them.

use serde::Serialize;

use super::Value;
use super::field_meaning::FieldMeaning;
use crate::field_texts::{FieldText, text_of, text_of_read_only};
use crate::lang::Lang;
use crate::model::{Member, REQUEST, Shape, Structure};

/// A field of a task definition at one path.
#[derive(Debug, Clone, Serialize)]
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
    /// What it means.
    #[serde(skip)]
    pub(super) about: Option<&'static FieldText>,
    /// AWS's name of the structure that has it.
    #[serde(skip)]
    pub(super) structure: &'static str,
    /// The value that was asked about.
    #[serde(skip)]
    pub(super) asked: Option<String>,
}

impl Field {
    /// What it means, in one language.
    #[must_use]
    pub fn meaning(&self, lang: Lang) -> FieldMeaning {
        FieldMeaning::new(self, lang)
    }

    /// The value that was asked about; `None` if the topic was the field alone.
    #[must_use]
    pub fn asked(&self) -> Option<&str> {
        self.asked.as_deref()
    }

    /// The member's own name.
    pub(super) fn name(&self) -> &str {
        let path = self.path.rsplit('.').next();
        path.unwrap_or(&self.path)
    }
}

/// A member of the model with the names on its path.
pub(super) struct ModelMember {
    pub(super) names: Vec<&'static str>,
    /// The path with `[]` after each list.
    path: String,
    structure: &'static Structure,
    pub(super) member: &'static Member,
}

impl ModelMember {
    /// The names joined by dots.
    pub(super) fn path(&self) -> String {
        self.names.join(".")
    }
}

impl From<ModelMember> for Field {
    fn from(place: ModelMember) -> Self {
        Field {
            read_only: false,
            required: place.member.required,
            deprecated: place.member.deprecated,
            value: Some(Value::from_shape(place.member.shape)),
            source: link(place.structure, place.member.name),
            about: text_of(place.structure.name, place.member.name),
            structure: place.structure.name,
            asked: None,
            path: place.path,
        }
    }
}

/// A field that AWS alone sets.
pub(super) fn read_only(name: &str) -> Field {
    Field {
        path: name.to_owned(),
        read_only: true,
        required: false,
        deprecated: false,
        value: None,
        source: format!("{PAGES}API_TaskDefinition.html#ECS-Type-TaskDefinition-{name}"),
        about: text_of_read_only(name),
        structure: "TaskDefinition",
        asked: None,
    }
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
