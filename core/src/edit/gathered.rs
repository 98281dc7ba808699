//! Members of containers that several edits make together: a list of which each gives an element, and an object
//! that was not there.

use super::resolve::Resolver;
use super::{EditError, NewValue};
use crate::tree::{Kind, NodeRef};

/// The members to set, each with its container and its key.
#[derive(Default)]
pub(super) struct Gathered<'a>(Vec<(NodeRef<'a>, &'static str, NewValue)>);

impl<'a> Gathered<'a> {
    fn get(&mut self, container: NodeRef<'a>, key: &str) -> Option<&mut NewValue> {
        let mut all = self.0.iter_mut();
        let own = all.find(|(at, own, _)| at.id == container.id && *own == key);
        own.map(|(_, _, new)| new)
    }
}

impl<'a> Resolver<'a> {
    /// Adds an element to the list that will take the place of a container's.
    pub(super) fn gather(&mut self, container: NodeRef<'a>, key: &'static str, element: NewValue) {
        let element = (String::new(), element);
        if let Some(NewValue::List(elements)) = self.gathered.get(container, key) {
            elements.push(element);
        } else {
            let list = NewValue::List(vec![element]);
            self.gathered.0.push((container, key, list));
        }
    }

    /// Sets a member of an object in a container; the object is made where there is none.
    ///
    /// # Errors
    /// There is something else in the place of the object.
    pub(super) fn set_within(
        &mut self,
        container: NodeRef<'a>,
        within: &'static str,
        key: &'static str,
        new: NewValue,
    ) -> Result<(), EditError> {
        if let Some(object) = object_within(container, within)? {
            self.set(object, key, new);
        } else if let Some(NewValue::Object(members)) = self.gathered.get(container, within) {
            members.retain(|(own, _)| own != key);
            members.push((key.to_owned(), new));
        } else {
            let object = NewValue::Object(vec![(key.to_owned(), new)]);
            self.gathered.0.push((container, within, object));
        }
        Ok(())
    }

    /// Whether a container has the object, or will have it.
    ///
    /// # Errors
    /// There is something else in the place of the object.
    pub(super) fn has_within(
        &mut self,
        container: NodeRef<'a>,
        within: &'static str,
    ) -> Result<bool, EditError> {
        let pasted = object_within(container, within)?.is_some();
        Ok(pasted || self.gathered.get(container, within).is_some())
    }

    /// Sets what was gathered.
    pub(super) fn set_gathered(&mut self) {
        for (container, key, new) in std::mem::take(&mut self.gathered).0 {
            self.set(container, key, new);
        }
    }
}

/// An object in a container as pasted.
fn object_within<'a>(
    container: NodeRef<'a>,
    within: &'static str,
) -> Result<Option<NodeRef<'a>>, EditError> {
    match container.member(within) {
        Some(own) if own.kind() == Kind::Object => Ok(Some(own)),
        Some(own) if own.kind() != Kind::Null => Err(EditError::NotAnObject { what: within }),
        _ => Ok(None),
    }
}
