//! The pasted text, decoded.

use std::borrow::Cow;

use crate::error::Unreadable;
use crate::read::{Fault, MARK, Mending, TextEncoding, decode, fits};

/// The pasted text and its encoding.
#[derive(Debug, Clone)]
pub struct Pasted<'a> {
    text: Cow<'a, str>,
    encoding: TextEncoding,
}

impl<'a> Pasted<'a> {
    /// Borrows a text; a byte-order mark at its start is reported as a mending.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        let plain = text.strip_prefix(MARK);
        Pasted {
            text: Cow::Borrowed(plain.unwrap_or(text)),
            encoding: TextEncoding::utf8(plain.is_some()),
        }
    }

    /// Takes ownership of a text; otherwise as [`text`](Self::text).
    #[must_use]
    pub fn owned(mut text: String) -> Self {
        let mark = text.starts_with(MARK);
        if mark {
            text.drain(..MARK.len());
        }
        Pasted {
            text: Cow::Owned(text),
            encoding: TextEncoding::utf8(mark),
        }
    }

    /// Decodes a file's bytes, UTF-8 or UTF-16.
    ///
    /// # Errors
    /// There are more than [`LONGEST_TEXT`](crate::LONGEST_TEXT), they are in another encoding, or a
    /// character is not whole. The error names the encoding or the place; no byte is replaced by
    /// U+FFFD.
    pub fn bytes(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        if let Err(fault) = fits(bytes.len()) {
            return Err(Unreadable::fault("", fault));
        }
        match decode(bytes) {
            Ok((text, encoding)) => Ok(Pasted { text, encoding }),
            Err((before, problem)) => Err(Unreadable::fault(
                &before,
                Fault::new(before.len(), problem),
            )),
        }
    }

    /// Another text in the encoding of this one.
    pub(crate) fn with_text<'b>(&self, text: &'b str) -> Pasted<'b> {
        Pasted {
            text: Cow::Borrowed(text),
            encoding: self.encoding,
        }
    }

    /// The bytes of another text in the encoding of this one, byte-order mark included.
    #[must_use]
    pub fn encode<'b>(&self, text: &'b str) -> Cow<'b, [u8]> {
        self.encoding.encode(text)
    }

    /// The mending that decoding needed, if any.
    pub(crate) fn mending(&self) -> Option<Mending> {
        self.encoding.mending()
    }

    /// The text without a byte-order mark; positions count in it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}
