//! What was pasted, decoded.

use std::borrow::Cow;

use crate::error::Unreadable;
use crate::read::{Mending, decode};
use crate::rules;

/// What was pasted, as text.
#[derive(Debug, Clone)]
pub struct Pasted<'a> {
    text: Cow<'a, str>,
    mending: Option<Mending>,
}

impl<'a> Pasted<'a> {
    /// Takes a text; a byte-order mark at its start is a mending.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        Self::new(Cow::Borrowed(text), None)
    }

    /// Takes a text for its own.
    #[must_use]
    pub fn owned(text: String) -> Self {
        Self::new(Cow::Owned(text), None)
    }

    /// Decodes a file's bytes, UTF-8 or UTF-16.
    ///
    /// # Errors
    /// Bytes in another encoding; it is named, and nothing is replaced by U+FFFD.
    pub fn bytes(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        match decode(bytes) {
            Ok((text, mending)) => Ok(Self::new(text, mending)),
            Err(fault) => {
                let readable = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
                Err(Unreadable::fault(readable, fault))
            }
        }
    }

    fn new(mut text: Cow<'a, str>, mut mending: Option<Mending>) -> Self {
        if text.starts_with('\u{feff}') {
            mending = mending.or(Some(Mending::new(&rules::BYTE_ORDER_MARK, 0)));
            text = match text {
                Cow::Borrowed(text) => Cow::Borrowed(&text['\u{feff}'.len_utf8()..]),
                Cow::Owned(text) => Cow::Owned(text['\u{feff}'.len_utf8()..].to_owned()),
            };
        }
        Pasted { text, mending }
    }

    /// What was mended to decode it.
    pub(crate) fn mending(&self) -> Option<Mending> {
        self.mending
    }

    /// The text that positions count in, without a byte-order mark.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}
