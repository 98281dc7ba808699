//! What the course consists of, beside the core's rules and errors: topics of the rules, exercises, the
//! words of the glossary, and how all of it is found and named in an address. Nothing here is shown; only
//! the second part of the wasm reaches it.

pub mod exercise;
pub mod glossary;
mod group;
mod place;
mod search;
mod topic;

pub use group::Group;
pub use place::Place;
pub use search::{Found, found, left_out};
pub use topic::Topic;
