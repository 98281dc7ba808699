//! What a field means, and its values, in one language.

use serde::Serialize;

use super::field::Field;
use super::value_meaning::{FargateSize, fargate_sizes, value_meaning};
use crate::lang::Lang;
use crate::model::REQUEST;

/// What a field means, in one language.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldMeaning {
    /// What it is: its unit and default, what it does to a running task, and what it is mixed up with.
    pub text: &'static str,
    /// Each word that AWS allows, with what it means.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordMeaning>,
    /// What the value means that was asked about; absent if it was none, or there is no more to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_meaning: Option<String>,
    /// For a task's `cpu` and `memory`: what Fargate lets go together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fargate_sizes: Vec<FargateSize>,
}

/// A field with what it means, as JSON.
#[derive(Debug, Serialize)]
pub struct ExplainedField {
    #[serde(flatten)]
    field: Field,
    #[serde(flatten)]
    meaning: FieldMeaning,
}

impl ExplainedField {
    /// A field in one language.
    #[must_use]
    pub fn new(field: Field, lang: Lang) -> Self {
        let meaning = field.meaning(lang);
        ExplainedField { field, meaning }
    }
}

/// What a word means.
#[derive(Debug, Serialize)]
pub struct WordMeaning {
    /// The word.
    pub value: &'static str,
    /// What it means as this field's value.
    pub text: &'static str,
}

impl FieldMeaning {
    pub(super) fn new(field: &Field, lang: Lang) -> Self {
        let words = field.about.map(|about| about.words(lang));
        let words = words.into_iter().flatten();
        let words = words.map(|(value, text)| WordMeaning { value, text });
        let of_size = field.structure == REQUEST.name && ["cpu", "memory"].contains(&field.name());
        FieldMeaning {
            text: field.about.map_or("", |about| about.text.text(lang)),
            words: words.collect(),
            value_meaning: field
                .asked
                .as_deref()
                .and_then(|value| value_meaning(field.structure, field.name(), value, lang)),
            fargate_sizes: if of_size {
                fargate_sizes(lang)
            } else {
                Vec::new()
            },
        }
    }
}
