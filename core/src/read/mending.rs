//! What was mended so that a text could be read.

use crate::rule::Rule;

/// One mending: the rule that names it, and the byte of the text at which it was made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mending {
    /// The kind of mending.
    pub(crate) rule: &'static Rule,
    /// The byte of the text.
    pub(crate) at: u32,
}

impl Mending {
    pub(crate) fn new(rule: &'static Rule, at: usize) -> Self {
        Mending {
            rule,
            at: at as u32,
        }
    }
}
