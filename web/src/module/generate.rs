//! `generate`: a file made from the task definition.

use js_sys::TypeError;
use taskdef_core::generate::generate;
use taskdef_core::{Options, convert};
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::generate_options::request;
use super::text::Text;

/// The answer of `generate`.
///
/// # Errors
/// There is no such kind, or the options have the wrong type, an unknown member or an unknown
/// value.
pub(super) fn answer(text: &Text, kind: &JsValue, options: &JsValue) -> Result<Answer, JsValue> {
    let kind = kind
        .as_string()
        .ok_or_else(|| TypeError::new("the kind of the file should be a string"))?;
    let request = request(&kind, options)?;
    let lang = request.lang;
    let pasted = text.pasted();
    let converted = pasted.and_then(|pasted| convert(&pasted, &Options::default()));
    let generated = converted.map(|conversion| match generate(&conversion, &request) {
        Ok(generated) => generated.into(),
        Err(refusal) => Answer::refused(refusal.id(), refusal.message(lang)),
    });
    Ok(Answer::from_result(generated, lang))
}
