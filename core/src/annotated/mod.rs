//! The paste line by line: what stays, what goes and what changes, with the notes at their lines.
//!
//! A row is a leaf, or the bracket that opens or closes a list or an object, so that even a text
//! without line breaks reads line by line. The rows in order are the pasted document; with what
//! changed, they are the result.

mod fields;
mod insertions;
mod walk;

use crate::document::Document;
use crate::tree::NodeId;
pub use fields::{ContainerFields, Fields, Variable};
use walk::Walk;

/// A row of the annotated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the pasted text, from 1; nothing for what is added.
    pub line: Option<u32>,
    /// How many lists and objects are around it.
    pub depth: u16,
    /// What stands in it.
    pub part: Part,
    /// The key as a JSON token, quotes included; empty for an element.
    pub key: String,
    /// The value as pasted: a scalar's JSON token, or brackets. Empty for what is added.
    pub before: String,
    /// The value in the result as JSON on one line, where it is another one.
    pub after: Option<String>,
    /// Whether that value takes the place of the key as well.
    pub rewritten: bool,
    /// Whether more follows in the list or object around it, as pasted.
    pub comma: bool,
    /// What happens to it.
    pub status: RowStatus,
    /// The change that is told here, by its place in [`Report::changes`](crate::Report).
    pub change: Option<usize>,
    /// The findings that are told here, by their places in [`Report::findings`](crate::Report).
    pub findings: Vec<usize>,
}

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A whole value: a scalar, or a list or an object with nothing in it or told as one.
    Leaf,
    /// The bracket that opens a list or an object.
    Open,
    /// The bracket that closes it.
    Close,
}

/// What happens to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowStatus {
    /// It is in the result as it is.
    Kept,
    /// It is left out.
    Removed,
    /// Its type is put right.
    Repaired,
    /// It is changed on request.
    Edited,
    /// It is put in, on request or from elsewhere in the paste.
    Added,
    /// It stands elsewhere in the result.
    Moved,
    /// A bracket or key around the task definition, which the result does not need.
    Wrapper,
}

/// Makes the rows.
pub(crate) fn rows(document: &Document<'_>) -> Vec<Row> {
    Walk::new(document).rows()
}

/// The places of notes in the report: sorted by the pasted node, those without one at the end.
fn in_order(at: impl Iterator<Item = NodeId>) -> Vec<(NodeId, usize)> {
    let mut order: Vec<_> = at.enumerate().map(|(index, at)| (at, index)).collect();
    order.sort_unstable();
    order
}
