//! `convert`: the result with its report.

use taskdef_core::{Options, convert};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::choices;
use super::convert_options::ConvertOptions;
use super::text::Text;

/// The answer of `convert`.
///
/// # Errors
/// The options have the wrong type, an unknown member or an unknown value.
pub(super) fn answer(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let ConvertOptions { plain, edits } = ConvertOptions::read(options)?;
    let lang = choices::LANG.parse_or_default(plain.lang.as_deref())?;
    let options = Options {
        edits,
        repair: !plain.no_repair,
        lang,
        show_values: plain.show_values,
        changes: true,
    };
    let converted = text.pasted().and_then(|pasted| convert(&pasted, &options));
    Ok(Answer::from_result(converted, lang))
}
