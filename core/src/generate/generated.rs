//! The result of a generator.

/// A generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The name that the file usually has.
    pub name: String,
    /// The file's contents: the same bytes for the same request.
    pub text: String,
    /// Notes on the file: what is still to be filled in, and comments that the format does not
    /// allow.
    pub notes: Vec<String>,
}
