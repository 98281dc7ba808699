//! Everything that talks to AWS. `call` is the one way there; the rest decides what to say and
//! what an answer means.

pub(crate) mod args;
mod arn;
mod call;
mod cron;
mod denied;
pub(crate) mod deploy;
mod failure;
mod hidden;
mod interrupt;
pub(crate) mod listing;
mod operation;
mod order_error;
mod pace;
mod progress;
mod raw;
mod register;
mod request;
mod revision;
mod rollout;
pub(crate) mod services;
mod session;
mod targets;
pub(crate) mod task;
mod time;

pub(crate) use arn::{FamilyRevision, short};
pub(crate) use call::Aws;
pub(crate) use failure::Failure;
pub(crate) use interrupt::Interrupt;
pub(crate) use order_error::OrderError;
pub(crate) use progress::Progress;
pub(crate) use revision::Revision;
pub(crate) use targets::{Wanted, in_group};

use crate::error::Error;

/// So many requests are under way at once.
const AT_ONCE: usize = 8;

/// Runs a command that talks to AWS.
pub(crate) fn block_on<T>(command: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(OrderError::Runtime)?;
    runtime.block_on(command)
}
