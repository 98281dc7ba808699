//! `convert`: the result with its report.

use serde::Deserialize;
use taskdef_core::{Options, convert};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::edits::Named;
use super::options::{Unknown, given, list, read, refuse};
use super::text::Text;
use super::words;

/// What a script may ask for. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Asked {
    lang: Option<String>,
    no_repair: bool,
    show_values: bool,
    pub(super) cpu: Option<String>,
    pub(super) memory: Option<String>,
    pub(super) family: Option<String>,
    pub(super) task_role_arn: Option<String>,
    pub(super) execution_role_arn: Option<String>,
    #[serde(deserialize_with = "list")]
    pub(super) images: Vec<Named>,
    #[serde(deserialize_with = "list")]
    pub(super) environment: Vec<Named>,
    #[serde(deserialize_with = "list")]
    pub(super) secrets: Vec<Named>,
    #[serde(deserialize_with = "list")]
    pub(super) log_options: Vec<Named>,
    #[serde(deserialize_with = "list")]
    pub(super) tags: Vec<Named>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// What `convert` answers.
///
/// # Errors
/// The options are not of the form that they should have.
pub(super) fn answer(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let asked: Asked = read(given(options)?)?;
    refuse(asked.unknown())?;
    let lang = words::LANG.option(asked.lang.as_deref())?;
    let options = Options {
        edits: asked.edits(),
        repair: !asked.no_repair,
        lang,
        show_values: asked.show_values,
    };
    let converted = text.pasted().and_then(|pasted| convert(&pasted, &options));
    Ok(Answer::of(converted, lang))
}

impl Asked {
    /// What the options, and the edits in them, have besides.
    fn unknown(&self) -> impl Iterator<Item = &Unknown> {
        let lists = [
            &self.images,
            &self.environment,
            &self.secrets,
            &self.log_options,
            &self.tags,
        ];
        let edits = lists.into_iter().flatten().map(|edit| &edit.unknown);
        edits.chain([&self.unknown])
    }
}
