//! The rules and fields of `taskdef explain`, for people.

pub(crate) mod field;
pub(crate) mod rule;
