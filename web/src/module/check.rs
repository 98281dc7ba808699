//! `check`: the findings of a text.

use serde::Deserialize;
use taskdef_core::{Options, check};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::options::{Unknown, given, read, refuse};
use super::text::Text;
use super::words;

/// What a script may ask for. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Asked {
    lang: Option<String>,
    as_is: bool,
    show_values: bool,
    #[serde(flatten)]
    unknown: Unknown,
}

/// What `check` answers.
///
/// # Errors
/// The options are not of the form that they should have.
pub(super) fn answer(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let asked: Asked = read(given(options)?)?;
    refuse([&asked.unknown])?;
    let lang = words::LANG.option(asked.lang.as_deref())?;
    let options = Options {
        lang,
        show_values: asked.show_values,
        ..Options::default()
    };
    let pasted = text.pasted();
    let checked = pasted.and_then(|pasted| check(&pasted, &options, asked.as_is));
    Ok(Answer::of(checked, lang))
}
