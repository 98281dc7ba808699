//! Everything that talks to AWS. `call` sends every request; the rest builds them and reads the
//! answers.

mod arn;
mod call;
mod connector;
mod denied;
pub(crate) mod deploy;
mod diagnosis;
mod error;
mod failure;
mod history;
mod interrupt;
pub(crate) mod listing;
mod operation;
mod pages;
mod precondition;
mod previous;
mod progress;
mod rate_limiter;
mod raw;
mod redact;
mod register;
mod request;
mod revision;
mod rollout;
mod runtime;
mod schedule_expression;
pub(crate) mod services;
mod session;
mod tags;
mod targets;
pub(crate) mod task;
mod tasks;
mod update_service;
mod user_info;

pub(crate) use arn::{FamilyRevision, short};
pub(crate) use call::Aws;
pub(crate) use error::Error;
pub(crate) use interrupt::Interrupt;
pub(crate) use precondition::Precondition;
pub(crate) use previous::Previous;
pub(crate) use progress::Progress;
pub(crate) use revision::Revision;
pub(crate) use runtime::block_on;
pub(crate) use services::Service;
pub(crate) use session::ConnectOptions;
pub(crate) use targets::TriggerFilter;
