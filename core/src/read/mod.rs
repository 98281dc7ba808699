//! From pasted bytes to a tree: strict JSON the fast way, everything else mended or explained.

mod around;
mod decode;
mod lenient;
mod mending;
mod problem;
mod scan;
mod strict;
mod words;

use std::borrow::Cow;

pub(crate) use mending::Mending;
pub(crate) use problem::Fault;
pub use problem::{Encoding, Problem};

use crate::error::Unreadable;
use crate::rules;
use crate::tree::{Text, Tree};

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
        match decode::decode(bytes) {
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

    /// The text that positions count in, without a byte-order mark.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Reads a pasted text into `tree` and gives the mendings, in order.
pub(crate) fn read(pasted: &Pasted<'_>, tree: &mut Tree) -> Result<Vec<Mending>, Fault> {
    let text = &*pasted.text;
    if text.len() > Text::MAX {
        return Err(Fault::new(0, Problem::TooLong));
    }
    let mut mendings: Vec<Mending> = pasted.mending.into_iter().collect();
    if read_strictly(text, tree).is_err() {
        tree.clear();
        mendings.extend(lenient::read(text, tree)?);
    }
    if let Some(at) = text.find("\r\n") {
        mendings.push(Mending::new(&rules::CRLF, at));
    }
    Ok(mendings)
}

/// Reads strict JSON into `tree`.
pub(crate) fn read_strictly(text: &str, tree: &mut Tree) -> Result<(), Fault> {
    tree.clear();
    strict::read(text, tree)
}
