//! Rendering: text for people, and the formats of other programs.

#[cfg(feature = "aws")]
mod blockers;
pub(crate) mod check;
pub(crate) mod difference;
pub(crate) mod error;
pub(crate) mod explain;
#[cfg(feature = "aws")]
pub(crate) mod listing;
#[cfg(feature = "aws")]
pub(crate) mod outcome;
#[cfg(feature = "aws")]
pub(crate) mod run;
#[cfg(feature = "aws")]
pub(crate) mod services;
mod snippet;
