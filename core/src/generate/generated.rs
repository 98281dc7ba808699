//! The result of a generator.

/// A generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The name that the file usually has.
    pub name: String,
    /// The file itself: the same bytes for the same request.
    pub text: String,
    /// What to know beside it: what is still open, and what the format has no comments for.
    pub notes: Vec<String>,
}
