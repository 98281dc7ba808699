//! From pasted text to a tree: strict JSON takes the fast path, everything else is mended or
//! explained.

mod around;
mod bare;
mod call;
mod decode;
mod foreign;
mod lenient;
mod lines;
mod lost_quote;
mod marks;
mod mending;
mod opening;
mod problem;
mod scan;
mod strict;
mod string;
mod words;

pub(crate) use decode::{MARK, TextEncoding, decode};
pub(crate) use mending::{Mending, Mendings};
pub(crate) use problem::Fault;
pub use problem::{Encoding, Problem};

use crate::rules;
use crate::tree::{Token, Tree};

/// Reads a text into `tree` and returns its mendings, in order.
///
/// # Errors
/// The text can't be read, even with mendings.
pub(crate) fn read(text: &str, tree: &mut Tree) -> Result<Vec<Mending>, Fault> {
    if text.len() > Token::MAX {
        return Err(Fault::new(0, Problem::TooLong));
    }
    let mut mendings = Vec::new();
    if read_strictly(text, tree).is_err() {
        tree.clear();
        mendings = lenient::read(text, tree)?;
    }
    if let Some(at) = text.find("\r\n") {
        mendings.push(Mending::new(&rules::CRLF, at));
    }
    Ok(mendings)
}

/// Reads strict JSON into `tree`.
///
/// # Errors
/// The text is not strict JSON.
pub(crate) fn read_strictly(text: &str, tree: &mut Tree) -> Result<(), Fault> {
    tree.clear();
    strict::read(text, tree)
}
