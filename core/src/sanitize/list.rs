//! Lists: their elements, and tags in particular.

use super::{Slot, Walk};
use crate::edit::NodeEdit;
use crate::model::{List, Shape};
use crate::named_values::is_reserved;
use crate::names::Names;
use crate::rule::Rule;
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
        let merged = slot.name == "tags" && !at.is_leaf() && {
            let keys = at.children().filter_map(|tag| tag.member_str("key"));
            self.more_tags(&Names::new(keys.collect()), list, id, &mut index)
        };
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

    pub(super) fn element(
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
            self.carried(&rules::TAGS_BESIDE, at.id, to, changes);
        }
        kept
    }

    /// Appends the tags beside the definition to its own, which have these keys; duplicates are left
    /// out. Returns whether there are any.
    pub(super) fn more_tags(
        &mut self,
        keys: &Names<'_>,
        list: &'static List,
        id: NodeId,
        index: &mut u32,
    ) -> bool {
        let Some(beside) = self.tags_beside.take() else {
            return false;
        };
        for tag in self.view(beside).children() {
            if tag.member_str("key").is_some_and(|key| keys.contains(&key)) {
                self.change(&rules::DUPLICATE_TAG, tag.id, NONE);
            } else {
                *index += u32::from(self.element(tag, list, id, *index));
            }
        }
        true
    }

    /// Records that a value is elsewhere in the result: as one change, or leaf by leaf if parts of
    /// it changed. `changes` is the number of changes before it was written; `to`, its first node.
    pub(super) fn carried(&mut self, rule: &'static Rule, at: NodeId, to: NodeId, changes: usize) {
        if self.notes.changes.len() == changes {
            self.change(rule, at, to);
            return;
        }
        let inside = &self.notes.changes[changes..];
        let mut noted: Vec<NodeId> = inside.iter().map(|change| change.to).collect();
        let mut origins: Vec<NodeId> = inside.iter().map(|change| change.at).collect();
        noted.sort_unstable();
        origins.sort_unstable();
        let mut id = to;
        while id < self.out.len() {
            let node = *self.out.node(id);
            if noted.binary_search(&id).is_ok() {
                id = node.next;
                continue;
            }
            if node.is_leaf(id) && origins.binary_search(&node.origin).is_err() {
                self.change(rule, node.origin, id);
            }
            id += 1;
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
}
