//! The options of `generate`, which the core lists, and the request that they stand for.

use js_sys::{Object, Reflect, TypeError};
use taskdef_core::generate::Request;
use taskdef_core::generate::option::{FILES, File, FileOption, Takes, Word};
use wasm_bindgen::JsValue;

use super::choices::{self, unknown};
use super::options::{ListOf, defined_members, read_value};

/// The request for a kind of file.
///
/// # Errors
/// There is no such kind, or as [`request`].
pub(super) fn request_of_kind(kind: &str, options: &JsValue) -> Result<Request, JsValue> {
    let file = FILES.iter().find(|file| file.word == kind);
    let file = file.ok_or_else(|| unknown("kind", kind, FILES.iter().map(|file| file.word)))?;
    request(file, options)
}

/// The request with the options of a file.
///
/// # Errors
/// The options have the wrong type, an unknown member or an unknown value.
pub(super) fn request(file: &File, options: &JsValue) -> Result<Request, JsValue> {
    let options = defined_members(options)?;
    for name in Object::keys(&options) {
        let name = name.as_string().unwrap_or_default();
        if name != "lang" && !file.options().any(|(_, option)| option.member == name) {
            let message = format!("there is no option `{name}` for `{}`", file.word);
            return Err(TypeError::new(&message).into());
        }
    }
    filled(file, &options)
}

/// The request with what is given.
fn filled(file: &File, options: &Object) -> Result<Request, JsValue> {
    let mut request = file.request();
    let lang: Option<String> = match given(options, "lang")? {
        Some(lang) => Some(read_value(lang)?),
        None => None,
    };
    request.lang = choices::LANG.parse_or_default(lang.as_deref())?;
    for (_, option) in file.options() {
        if let Some(value) = given(options, option.member)? {
            set(&mut request, option, value)?;
        }
    }
    Ok(request)
}

/// A member that is there.
fn given(options: &Object, name: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(options, &name.into())?;
    Ok((!value.is_undefined()).then_some(value))
}

/// Sets what an option is given.
fn set(request: &mut Request, option: &FileOption, value: JsValue) -> Result<(), JsValue> {
    match option.takes {
        Takes::Nothing(set) => {
            if read_value(value)? {
                set(request);
            }
        }
        Takes::Text(_, set) | Takes::FileText(set) => set(request, read_value(value)?),
        Takes::Texts(_, set) | Takes::Listed(_, set) => {
            let ListOf::<String>(texts) = read_value(value)?;
            set(request, texts);
        }
        Takes::Number(_, set) => {
            let number: u16 = read_value(value)?;
            set(request, u32::from(number));
        }
        Takes::Word(_, words) | Takes::OneOf(_, words) => {
            let name: String = read_value(value)?;
            let word = words.iter().find(|word| word.name == name);
            let word = word.ok_or_else(|| no_word(option, &name, words))?;
            (word.set)(request);
        }
    }
    Ok(())
}

fn no_word(option: &FileOption, name: &str, words: &[Word]) -> JsValue {
    unknown(option.member, name, words.iter().map(|word| word.name))
}
