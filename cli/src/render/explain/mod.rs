//! The rules and fields of `taskdef explain`, as text.

pub(crate) mod field;
pub(crate) mod rule;
