//! What AWS says when something goes wrong: refusals of its API, words of its clients, reasons of
//! stopped tasks, events of services. Each with its meaning and its cure, as data.
//!
//! The errors that a rule prevents are texts of that rule (its `aws` and its evidence) and stand in no
//! table here; `explain` looks both up at once.

mod caller;
mod error;
mod normal;
mod pattern;
mod table;

pub(crate) use caller::Callers;
pub use error::{Answer, AwsError, SaidBy};
pub(crate) use normal::Normal;
pub(crate) use pattern::{Match, Pattern};
use table::TABLE;

/// Every error of the table.
pub fn all() -> impl Iterator<Item = &'static AwsError> {
    TABLE.iter().flat_map(|family| family.iter())
}

/// The error with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static AwsError> {
    all().find(|error| error.id == id)
}
