//! `explainField`: what a member of a task definition means, and its values.

use js_sys::TypeError;
use serde::Deserialize;
use taskdef_core::explain::{ExplainedField, fields};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::choices;
use super::options::{UnknownMembers, defined_members, read, reject_unknown};

/// The options of `explainField`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ExplainOptions {
    lang: Option<String>,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

/// The answer of `explainField`.
///
/// # Errors
/// The field is no string, or the options have the wrong type, an unknown member or an unknown value.
pub(super) fn answer(field: &JsValue, options: &JsValue) -> Result<Answer, JsValue> {
    let field = field
        .as_string()
        .ok_or_else(|| TypeError::new("the field should be a string"))?;
    let ExplainOptions { lang, unknown } = read(defined_members(options)?)?;
    reject_unknown([&unknown])?;
    let lang = choices::LANG.parse_or_default(lang.as_deref())?;
    let fields = fields(&field).into_iter();
    let explained = fields.map(|field| ExplainedField::new(field, lang));
    Ok(Answer::Fields(explained.collect()))
}
