//! The module for scripts: `convert`, `check` and `generate`, with what the command line says as
//! plain objects.

#![expect(
    clippy::zero_sized_map_values,
    reason = "serde flattens into maps only"
)]
#![allow(unreachable_pub)] // JavaScript reaches what is public here.

mod answer;
mod check;
mod convert;
mod edits;
mod generate;
mod options;
mod request;
mod takes;
mod text;
mod words;

use text::Text;
use wasm_bindgen::prelude::*;

/// The types of the functions, which wasm-bindgen can't know.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("module.d.ts");

/// Converts a pasted text, or a file's bytes: gives `{result, report}`, or `{version, error}` if
/// there is no result.
///
/// # Errors
/// An argument is not of the form that it should have.
#[wasm_bindgen(js_name = convert, skip_typescript)]
pub fn convert_text(pasted: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    convert::answer(&Text::of(pasted)?, options)?.to_js()
}

/// Checks a pasted text, or a file's bytes: gives its findings with how many there are of each
/// severity, or `{version, error}` if it is no task definition.
///
/// # Errors
/// As [`convert_text`].
#[wasm_bindgen(js_name = check, skip_typescript)]
pub fn check_text(pasted: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    check::answer(&Text::of(pasted)?, options)?.to_js()
}

/// Makes a file from a pasted text, or from a file's bytes: gives `{name, text, notes}`, or
/// `{version, error}` if it can't be made.
///
/// # Errors
/// As [`convert_text`].
#[wasm_bindgen(js_name = generate, skip_typescript)]
pub fn generate_file(
    pasted: &JsValue,
    kind: &JsValue,
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    generate::answer(&Text::of(pasted)?, kind, options)?.to_js()
}
