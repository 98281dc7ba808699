//! `generate`, `generateAll` and `next`: what is made from the task definition.

use js_sys::TypeError;
use taskdef_core::generate::option::{ALL, NEXT};
use taskdef_core::generate::{GenerateError, Request, all, generate, next};
use taskdef_core::{Conversion, Options, convert};
use wasm_bindgen::JsValue;

use super::answer::{Answer, File};
use super::generate_options::{request, request_of_kind};
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
    let request = request_of_kind(&kind, options)?;
    Ok(made(text, &request, |conversion, request| {
        Ok(File::from(generate(conversion, request)?).into())
    }))
}

/// The answer of `generateAll`.
///
/// # Errors
/// The options have the wrong type, an unknown member or an unknown value.
pub(super) fn answer_all(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let request = request(&ALL, options)?;
    Ok(made(text, &request, |conversion, request| {
        let files = all(conversion, request)?.into_iter();
        Ok(Answer::Files(files.map(File::from).collect()))
    }))
}

/// The answer of `next`.
///
/// # Errors
/// As [`answer_all`].
pub(super) fn answer_next(text: &Text, options: &JsValue) -> Result<Answer, JsValue> {
    let request = request(&NEXT, options)?;
    Ok(made(text, &request, |conversion, request| {
        Ok(Answer::Way(next(conversion, request)?))
    }))
}

fn made(
    text: &Text,
    request: &Request,
    make: fn(&Conversion, &Request) -> Result<Answer, GenerateError>,
) -> Answer {
    let pasted = text.pasted();
    let converted = pasted.and_then(|pasted| convert(&pasted, &Options::default()));
    let answer = converted.map(|conversion| {
        make(&conversion, request)
            .unwrap_or_else(|refusal| Answer::refused(refusal.id(), refusal.message(request.lang)))
    });
    Answer::from_result(answer, request.lang)
}
