//! `convert`: the result with its report.

use taskdef_core::{Options, convert};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::choices;
use super::convert_options::ConvertOptions;
use super::options::{defined_members, read, reject_unknown};
use super::text::Text;

/// The answer of `convert`.
///
/// # Errors
/// The options have the wrong type, an unknown member or an unknown value.
pub(super) fn answer(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let options: ConvertOptions = read(defined_members(options)?)?;
    reject_unknown(options.unknown())?;
    let lang = choices::LANG.parse_or_default(options.lang.as_deref())?;
    let options = Options {
        edits: options.edits(),
        repair: !options.no_repair,
        lang,
        show_values: options.show_values,
        changes: true,
    };
    let converted = text.pasted().and_then(|pasted| convert(&pasted, &options));
    Ok(Answer::from_result(converted, lang))
}
