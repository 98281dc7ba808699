//! The module for scripts: `convert`, `check`, `explainField`, `generate` and `next`, which return what
//! the command line prints, as plain objects.

#![expect(
    clippy::zero_sized_map_values,
    reason = "serde flattens into maps only"
)]
#![allow(unreachable_pub, reason = "JavaScript calls what is public here")]

mod answer;
mod check;
mod choices;
mod convert;
mod convert_options;
mod explain_field;
mod generate;
mod generate_options;
mod options;
mod text;

use text::Text;
use wasm_bindgen::prelude::*;

/// The types of the functions; for `JsValue`, wasm-bindgen would write `any`.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("module.d.ts");

/// Converts a pasted text, or the bytes of a file. Returns `{result, report}`, or `{version,
/// error}` if there is no result.
///
/// # Errors
/// A `TypeError` if an argument has the wrong type, or an option is unknown or has an unknown
/// value.
#[wasm_bindgen(js_name = convert, skip_typescript)]
pub fn convert_text(pasted: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    convert::answer(&Text::from_js(pasted)?, options)?.to_js()
}

/// Checks a pasted text, or the bytes of a file. Returns its findings and how many there are of
/// each severity, or `{version, error}` if it is not a task definition.
///
/// # Errors
/// As [`convert_text`].
#[wasm_bindgen(js_name = check, skip_typescript)]
pub fn check_text(pasted: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    check::answer(&Text::from_js(pasted)?, options)?.to_js()
}

/// Explains a field of a task definition, or a value of one. Returns a list, empty if there is none.
///
/// # Errors
/// A `TypeError` if an argument has the wrong type, or an option is unknown or has an unknown value.
#[wasm_bindgen(js_name = explainField, skip_typescript)]
pub fn explain_field(field: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    explain_field::answer(field, options)?.to_js()
}

/// Generates a file from a pasted text, or from the bytes of a file. Returns `{name, text, notes}`,
/// or `{version, error}` if the file can't be generated.
///
/// # Errors
/// As [`convert_text`].
#[wasm_bindgen(js_name = generate, skip_typescript)]
pub fn generate_file(
    pasted: &JsValue,
    kind: &JsValue,
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    generate::answer(&Text::from_js(pasted)?, kind, options)?.to_js()
}

/// Generates every file that a changed job needs. Returns a list of `{name, text, notes}`, or
/// `{version, error}` if they can't be generated.
///
/// # Errors
/// As [`convert_text`].
#[wasm_bindgen(js_name = generateAll, skip_typescript)]
pub fn generate_all(pasted: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    generate::answer_all(&Text::from_js(pasted)?, options)?.to_js()
}

/// Tells the way from a pasted text to a changed job that runs. Returns `{version, family, steps}`, or
/// `{version, error}` if there is none.
///
/// # Errors
/// As [`convert_text`].
#[wasm_bindgen(js_name = next, skip_typescript)]
pub fn next_steps(pasted: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    generate::answer_next(&Text::from_js(pasted)?, options)?.to_js()
}
