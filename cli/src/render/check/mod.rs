//! The findings of `taskdef check`, a file for each form.

pub(crate) mod github;
pub(crate) mod json;
pub(crate) mod sarif;
pub(crate) mod text;

use taskdef_core::Unreadable;
use taskdef_core::report::Report;

/// An input and its findings.
pub(crate) struct Checked {
    pub(crate) file: String,
    /// The report, or why the input is no task definition.
    pub(crate) outcome: Result<Report, Unreadable>,
    /// How many fixes were made.
    pub(crate) fixed: usize,
}
