//! The pasted text, as a script passes it.

use js_sys::{JsString, TypeError, Uint8Array};
use taskdef_core::{Failure, Pasted};
use wasm_bindgen::prelude::*;

/// A pasted text, or the bytes of a file.
pub(super) enum Text {
    String(String),
    Bytes(Vec<u8>),
}

impl Text {
    /// Reads the first argument of every function.
    ///
    /// # Errors
    /// A `TypeError` if it is neither a string nor a `Uint8Array`.
    pub(super) fn from_js(pasted: &JsValue) -> Result<Self, JsValue> {
        if let Some(text) = pasted.as_string() {
            let string: &JsString = pasted.unchecked_ref();
            Ok(match lone_surrogate(&text, string) {
                None => Text::String(text),
                // The core names the place, as it does in a file.
                Some(_) => Text::Bytes(utf16(string)),
            })
        } else if let Some(bytes) = pasted.dyn_ref::<Uint8Array>() {
            Ok(Text::Bytes(bytes.to_vec()))
        } else {
            let message = "the pasted text should be a string or a Uint8Array";
            Err(TypeError::new(message).into())
        }
    }

    /// The text for the core.
    ///
    /// # Errors
    /// The encoding of the bytes is not supported, or a character is not whole.
    pub(super) fn pasted(&self) -> Result<Pasted<'_>, Failure> {
        match self {
            Text::String(text) => Ok(Pasted::text(text)),
            Text::Bytes(bytes) => Ok(Pasted::bytes(bytes)?),
        }
    }
}

/// The index of the first lone surrogate of a string. Rust has the string as `text`, with U+FFFD in
/// its place.
pub(super) fn lone_surrogate(text: &str, string: &JsString) -> Option<usize> {
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return None;
    }
    let mut at = 0;
    for character in char::decode_utf16(string.iter()) {
        match character {
            Ok(character) => at += character.len_utf16(),
            Err(_) => return Some(at),
        }
    }
    None
}

/// The code units of a string as bytes, with a byte-order mark.
fn utf16(string: &JsString) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(string.iter());
    units.flat_map(u16::to_le_bytes).collect()
}
