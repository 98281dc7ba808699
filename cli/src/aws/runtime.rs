//! The async runtime of the commands that talk to AWS.

use super::error::Error;
use super::precondition::Precondition;

/// The most requests in flight at once.
pub(super) const MAX_CONCURRENT: usize = 8;

/// Runs a command that talks to AWS.
pub(crate) fn block_on<T>(command: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Precondition::Runtime)?;
    runtime.block_on(command)
}
