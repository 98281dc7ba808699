//! Running tasks once, by hand, as their rule, schedule or service would.

mod changes;
mod containers;
mod ended;
mod follow;
mod followed;
mod like;
mod logs;
mod overrides;
mod placement;
mod start;
mod template;

pub(crate) use changes::Changes;
pub(crate) use containers::Definition;
pub(crate) use ended::Ended;
pub(crate) use followed::{End, Followed, PollOptions};
pub(crate) use like::{Family, Like};
pub(crate) use placement::{Placement, Provider};
pub(crate) use start::Started;
pub(crate) use template::{Template, first_template};
