//! `check`: the findings of a text.

use serde::Deserialize;
use taskdef_core::{Options, check};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::choices;
use super::options::{UnknownMembers, defined_members, read, reject_unknown};
use super::text::Text;

/// The options of `check`. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct CheckOptions {
    lang: Option<String>,
    as_is: bool,
    show_values: bool,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

/// The answer of `check`.
///
/// # Errors
/// The options have the wrong type, an unknown member or an unknown value.
pub(super) fn answer(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let CheckOptions {
        lang,
        as_is,
        show_values,
        unknown,
    } = read(defined_members(options)?)?;
    reject_unknown([&unknown])?;
    let lang = choices::LANG.parse_or_default(lang.as_deref())?;
    let options = Options {
        lang,
        show_values,
        ..Options::default()
    };
    let pasted = text.pasted();
    let checked = pasted.and_then(|pasted| check(&pasted, &options, as_is));
    Ok(Answer::from_result(checked, lang))
}
