//! The paste line by line: what stays, what is removed and what is changed, with the report's
//! entries at their lines.
//!
//! A row is a leaf, or the bracket that opens or closes a list or an object, so that even a text
//! without line breaks is shown line by line. The rows in order are the pasted document; with their
//! changes applied, they are the result.

mod fields;
mod insertions;
mod walk;

use crate::document::Document;
pub use fields::{ContainerFields, Fields, Variable};
use walk::Walk;

/// A row of the annotated source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the pasted text, from 1; `None` for an insertion.
    pub line: Option<u32>,
    /// The number of lists and objects that contain it.
    pub depth: u16,
    /// Which part of a value it is.
    pub part: Part,
    /// The key as a JSON token, quotes included; empty for an element.
    pub key: String,
    /// The value as pasted: a scalar's JSON token, or brackets. Empty for an insertion.
    pub before: String,
    /// The value in the result as JSON on one line, if it differs.
    pub after: Option<String>,
    /// Whether `after` replaces the key as well.
    pub rewritten: bool,
    /// Whether more members or elements follow in the paste.
    pub comma: bool,
    /// What happens to it.
    pub status: RowStatus,
    /// The index in [`Report::changes`](crate::Report) of the change shown here.
    pub change: Option<usize>,
    /// The indices in [`Report::findings`](crate::Report) of the findings shown here.
    pub findings: Vec<usize>,
}

/// The part of a value that a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A whole value: a scalar, or a list or an object that is empty or shown as a whole.
    Leaf,
    /// The bracket that opens a list or an object.
    Open,
    /// The bracket that closes a list or an object.
    Close,
}

/// What happens to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowStatus {
    /// It is unchanged in the result.
    Kept,
    /// It is removed.
    Removed,
    /// Its type is converted.
    Repaired,
    /// It is changed by an edit.
    Edited,
    /// It is added by an edit, or moved here from elsewhere in the paste.
    Added,
    /// It is elsewhere in the result.
    Moved,
    /// A bracket or key around the task definition, which is not part of the result.
    Wrapper,
}

/// Builds the rows.
pub(crate) fn rows(document: &Document<'_>) -> Vec<Row> {
    Walk::new(document).rows()
}
