//! Where named values stand.

use super::PairList;
use crate::tree::NodeRef;

/// Where a collection is, and how it is written.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The container, or the task definition.
    pub(super) holder: NodeRef<'a>,
    /// The object of the holder that contains the collection, where that is not the holder itself.
    pub(super) within: Option<&'static str>,
    /// The collection's key.
    pub(super) key: &'static str,
    /// The key of the value in a pair; `None` for a collection that is an object.
    pub(super) value_key: Option<&'static str>,
}

impl<'a> Place<'a> {
    /// A collection of a container.
    pub(super) fn of(container: NodeRef<'a>, list: PairList) -> Self {
        Place {
            holder: container,
            within: list.within(),
            key: list.key(),
            value_key: list.value_key(),
        }
    }

    /// The tags of a task definition.
    pub(super) fn tags(definition: NodeRef<'a>) -> Self {
        Place {
            holder: definition,
            within: None,
            key: "tags",
            value_key: Some("value"),
        }
    }

    /// The collection as pasted.
    pub(super) fn pasted(self) -> Option<NodeRef<'a>> {
        let object = match self.within {
            Some(within) => self.holder.member(within)?,
            None => self.holder,
        };
        object.member(self.key)
    }
}
