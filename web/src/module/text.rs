//! The pasted text, as a script passes it.

use js_sys::{TypeError, Uint8Array};
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
            Ok(Text::String(text))
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
    /// The encoding of the bytes is not supported.
    pub(super) fn pasted(&self) -> Result<Pasted<'_>, Failure> {
        match self {
            Text::String(text) => Ok(Pasted::text(text)),
            Text::Bytes(bytes) => Ok(Pasted::bytes(bytes)?),
        }
    }
}
