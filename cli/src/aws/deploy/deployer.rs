//! What a deployment is done with.

use super::order::Order;
use crate::aws::call::Aws;
use crate::aws::interrupt::Interrupt;
use crate::aws::progress::Progress;

/// A deployment under way. Its steps are in the files beside this one.
#[derive(Debug)]
pub(crate) struct Deployer<'a> {
    pub(crate) aws: &'a Aws,
    pub(crate) order: &'a Order,
    pub(crate) progress: &'a Progress,
    pub(crate) interrupt: &'a Interrupt,
}
