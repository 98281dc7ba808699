//! Every error of the table, a file for each family.

mod access;
mod calls;
mod client;
mod exit;
mod logs;
mod placement;
mod pull;
mod secrets;
mod start;
mod stopped;
mod storage;

use crate::aws_error::error::AwsError;

/// Every family, in the order in which a task meets them.
pub(super) static TABLE: &[&[AwsError]] = &[
    client::CLIENTS,
    access::ACCESS,
    calls::CALLS,
    placement::PLACEMENT,
    pull::PULL,
    secrets::SECRET,
    logs::LOG,
    storage::STORAGE,
    start::START,
    exit::EXIT,
    stopped::STOPPED,
];
