//! Questions that rules ask about values.

use crate::first_occurrence::first_occurrences;
use crate::placeholder::has_placeholder;
use crate::tree::{Kind, NodeRef};

/// Whether a string is not empty, and no part of it is a placeholder.
pub(crate) fn is_given(text: &str) -> bool {
    !text.is_empty() && !has_placeholder(text)
}

/// Whether a value is a string that is still to be filled in, wholly or in part.
pub(crate) fn is_open(at: NodeRef<'_>) -> bool {
    at.string().is_some_and(|text| has_placeholder(&text))
}

/// Whether a value is a string of nothing but white space.
pub(crate) fn is_blank(at: NodeRef<'_>) -> bool {
    at.string().is_some_and(|text| text.trim().is_empty())
}

/// Whether a value is not an empty list, an empty string or `false`, which request nothing.
pub(crate) fn asks_for_something(at: NodeRef<'_>) -> bool {
    match at.kind() {
        Kind::List => !at.is_leaf(),
        Kind::Boolean => at.token() == "true",
        Kind::String => at.token() != "\"\"",
        _ => true,
    }
}

/// The values equal to an earlier one. Other rules report the empty ones.
pub(crate) fn repeated<'a>(values: impl IntoIterator<Item = NodeRef<'a>>) -> Vec<NodeRef<'a>> {
    repeated_values(values.into_iter().collect())
}

#[inline(never)]
fn repeated_values(values: Vec<NodeRef<'_>>) -> Vec<NodeRef<'_>> {
    let strings = values.into_iter().filter_map(|at| Some((at.string()?, at)));
    let strings: Vec<_> = strings.filter(|(text, _)| !text.is_empty()).collect();
    let texts: Vec<&str> = strings.iter().map(|(text, _)| &**text).collect();
    let again = first_occurrences(&texts).into_iter().enumerate();
    let again = again.filter(|(place, first)| place != first);
    again.map(|(place, _)| strings[place].1).collect()
}
