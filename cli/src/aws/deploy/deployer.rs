//! A deployment under way.

use super::request::DeployRequest;
use crate::aws::call::Aws;
use crate::aws::interrupt::Interrupt;
use crate::aws::progress::Progress;

/// The request and its connections. The steps are in the files beside this one.
#[derive(Debug)]
pub(crate) struct Deployer<'a> {
    pub(crate) aws: &'a Aws,
    pub(crate) request: &'a DeployRequest,
    pub(crate) progress: &'a Progress,
    pub(crate) interrupt: &'a Interrupt,
}
