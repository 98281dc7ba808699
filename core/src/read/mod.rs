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
mod remedy;
mod scan;
mod strict;
mod string;
mod words;

pub(crate) use decode::{MARK, TextEncoding, decode};
pub(crate) use mending::{Mending, Mendings};
pub(crate) use problem::Fault;
pub use problem::{Encoding, Problem};
pub use remedy::{Mend, Remedy, remedy};

use crate::rules;
use crate::tree::{Token, Tree};

/// The longest text of one document, in bytes. ECS takes definitions of 64 KiB:
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html>
pub const LONGEST_TEXT: usize = 1 << 20;

/// The most values of one document, and the most mendings. As the shortest entry of a list takes
/// three bytes and a comma, no definition that ECS takes comes near.
const MOST: usize = 20_000;

const _: () = assert!(LONGEST_TEXT <= Token::MAX, "positions fit");

/// Fails if a text is too long.
pub(crate) fn fits(length: usize) -> Result<(), Fault> {
    if length > LONGEST_TEXT {
        return Err(Fault::new(0, Problem::TooLong));
    }
    Ok(())
}

/// Reads a text into `tree` and returns its mendings, in order.
///
/// # Errors
/// The text can't be read, even with mendings.
pub(crate) fn read(text: &str, tree: &mut Tree) -> Result<Vec<Mending>, Fault> {
    fits(text.len())?;
    if let Some(problem) = foreign::instead(text) {
        return Err(Fault::new(0, problem));
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
    fits(text.len())?;
    tree.clear();
    strict::read(text, tree)
}
