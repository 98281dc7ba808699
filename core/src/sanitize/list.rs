//! Lists: their elements, tags in particular, and `environment` written as an object.

use super::{Slot, Walk};
use crate::edit::{NewValue, NodeEdit};
use crate::model::{List, Shape};
use crate::named_values::{is_environment, is_reserved};
use crate::rules;
use crate::tree::{Kind, NONE, NodeId, NodeRef, Token};

impl<'a> Walk<'a> {
    /// Writes a list of the model. Returns whether anything of it is left.
    pub(super) fn list(&mut self, at: NodeRef<'a>, list: &'static List, slot: Slot) -> bool {
        let changes = self.notes.changes.len();
        let id = self.push(Kind::List, Token::EMPTY, slot, at.id);
        let mut index = 0;
        for element in at.children() {
            index += u32::from(self.element(element, list, id, index));
        }
        let merged = slot.name == "tags" && self.more_tags(at, list, id, &mut index);
        self.appended(at, id, index);
        self.out.close(id);
        if self.out.node(id).is_leaf(id) && !slot.required {
            self.out.truncate(id);
            if !merged {
                self.emptied(at, changes);
            }
            return false;
        }
        true
    }

    fn element(
        &mut self,
        at: NodeRef<'a>,
        list: &'static List,
        parent: NodeId,
        index: u32,
    ) -> bool {
        let is_tag = matches!(list.element, Shape::Structure(element) if element.name == "Tag");
        if is_tag && at.member_str("key").is_some_and(|key| is_reserved(&key)) {
            self.change(&rules::RESERVED_TAG, at.id, NONE);
            return false;
        }
        let changes = self.notes.changes.len();
        let slot = Slot {
            key: Token::EMPTY,
            parent,
            index,
            name: "",
            required: false,
        };
        let to = self.out.len();
        let kept = self.value(at, list.element, slot);
        if kept && Some(at.node().parent) == self.input.unwrapped.tags {
            self.moved(at, to, changes);
        }
        kept
    }

    /// Appends the tags beside the definition to its own; duplicates are left out. Returns whether
    /// there are any.
    fn more_tags(
        &mut self,
        own: NodeRef<'a>,
        list: &'static List,
        id: NodeId,
        index: &mut u32,
    ) -> bool {
        if own.is_leaf() {
            return false;
        }
        let Some(beside) = self.tags_beside.take() else {
            return false;
        };
        let key = |tag: NodeRef<'a>| tag.member("key").and_then(NodeRef::string);
        for tag in self.view(beside).children() {
            let known = key(tag).is_some() && own.children().any(|other| key(other) == key(tag));
            if known {
                self.change(&rules::DUPLICATE_TAG, tag.id, NONE);
            } else {
                *index += u32::from(self.element(tag, list, id, *index));
            }
        }
        true
    }

    /// Records that an element moved: as one change, or leaf by leaf if parts of it changed.
    fn moved(&mut self, at: NodeRef<'a>, to: NodeId, changes: usize) {
        if self.notes.changes.len() == changes {
            self.change(&rules::TAGS_BESIDE, at.id, to);
            return;
        }
        for id in to..self.out.len() {
            let node = self.out.node(id);
            let (leaf, origin) = (node.is_leaf(id), node.origin);
            let noted = self.notes.changes[changes..]
                .iter()
                .any(|change| change.to == id);
            if leaf && !noted {
                self.change(&rules::TAGS_BESIDE, origin, id);
            }
        }
    }

    /// Appends the elements that an edit adds. Filling `[]` is one edit of that list.
    fn appended(&mut self, at: NodeRef<'a>, id: NodeId, mut index: u32) {
        let Some(NodeEdit::Append(elements)) = self.input.overlay.op(at.id) else {
            return;
        };
        for (_, new) in elements {
            let slot = self.new_slot("", id, index);
            let to = self.add(new, slot, NONE);
            if !at.is_leaf() {
                self.change(&rules::REQUESTED_ADDITION, NONE, to);
            }
            index += 1;
        }
        if at.is_leaf() {
            self.change(&rules::REQUESTED_EDIT, at.id, id);
        }
    }

    /// Converts `environment` written as `{"NAME": "VALUE"}` to the list that AWS expects. `None`
    /// if one of its values has no meaning as a string.
    pub(super) fn environment_object(&mut self, at: NodeRef<'a>, slot: Slot) -> Option<bool> {
        if !is_environment(at) {
            return None;
        }
        let changes = self.notes.changes.len();
        let earlier = at.shadowed();
        let id = self.push(Kind::List, Token::EMPTY, slot, at.id);
        let mut index = 0;
        for child in at.children() {
            if earlier.contains(&child.id) {
                self.change(&rules::DUPLICATE_KEY, child.id, NONE);
                continue;
            }
            let new = match self.input.overlay.op(child.id) {
                Some(NodeEdit::Remove) => {
                    self.change(&rules::REQUESTED_REMOVAL, child.id, NONE);
                    continue;
                }
                Some(NodeEdit::Replace(new)) => Some(new),
                _ if child.kind() == Kind::Null => {
                    self.change(&rules::NULL_VALUE, child.id, NONE);
                    continue;
                }
                _ => None,
            };
            self.environment_entry(child, new, id, index);
            index += 1;
        }
        if let Some(NodeEdit::Append(members)) = self.input.overlay.op(at.id) {
            for (name, new) in members {
                let pair = NewValue::pair("name", name, "value", new.clone());
                let entry = self.new_slot("", id, index);
                let to = self.add(&pair, entry, NONE);
                if !at.is_leaf() {
                    self.change(&rules::REQUESTED_ADDITION, NONE, to);
                }
                index += 1;
            }
            if at.is_leaf() {
                self.change(&rules::REQUESTED_EDIT, at.id, id);
            }
        }
        self.out.close(id);
        if self.out.node(id).is_leaf(id) {
            self.out.truncate(id);
            self.emptied(at, changes);
            return Some(false);
        }
        Some(true)
    }

    fn environment_entry(
        &mut self,
        child: NodeRef<'a>,
        new: Option<&NewValue>,
        list: NodeId,
        index: u32,
    ) {
        let entry = self.new_slot("", list, index);
        let id = self.push(Kind::Object, Token::EMPTY, entry, NONE);
        let name = self.new_slot("name", id, 0);
        self.push(Kind::String, child.node().key, name, child.id);
        let value = self.new_slot("value", id, 1);
        let (rule, to) = if let Some(new) = new {
            (&rules::REQUESTED_EDIT, self.add(new, value, child.id))
        } else {
            let text = self.as_string(child);
            let to = self.push(Kind::String, text, value, child.id);
            (&rules::ENVIRONMENT_AS_OBJECT, to)
        };
        self.out.close(id);
        self.change(rule, child.id, to);
    }
}
