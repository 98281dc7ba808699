//! Values where AWS takes a list: an object of names and values, or the only element without its
//! brackets.

use super::{Slot, Walk};
use crate::edit::{NewValue, NodeEdit};
use crate::model::{List, Shape, Structure};
use crate::named_values::{Meaning, PairKeys, as_list, is_reserved};
use crate::names::Names;
use crate::rules;
use crate::tree::{Kind, NONE, NodeId, NodeRef, Token};

impl<'a> Walk<'a> {
    /// Writes the list that a value of another type means. `None` if it means none.
    pub(super) fn as_list(
        &mut self,
        at: NodeRef<'a>,
        list: &'static List,
        slot: Slot,
    ) -> Option<bool> {
        match (as_list(at, list)?, list.element) {
            (Meaning::Pairs(keys), Shape::Structure(pair)) => {
                Some(self.pairs(at, list, pair, keys, slot))
            }
            _ => self.only_element(at, list, slot),
        }
    }

    /// Converts `{"NAME": "VALUE"}` to the list of names and values that AWS takes. Returns whether
    /// anything of it is left.
    fn pairs(
        &mut self,
        at: NodeRef<'a>,
        list: &'static List,
        pair: &'static Structure,
        keys: PairKeys,
        slot: Slot,
    ) -> bool {
        let changes = self.notes.changes.len();
        let earlier = at.shadowed();
        let id = self.push(Kind::List, Token::EMPTY, slot, at.id);
        let (mut index, mut own) = (0, Vec::new());
        for child in at.children() {
            if earlier.binary_search(&child.id).is_ok() {
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
                _ if pair.name == "Tag" && is_reserved(&child.key()) => {
                    self.change(&rules::RESERVED_TAG, child.id, NONE);
                    continue;
                }
                _ => None,
            };
            let entry = self.new_slot("", id, index);
            self.pair(child, new, pair, keys, entry);
            own.push(child.key());
            index += 1;
        }
        if pair.name == "Tag" && index > 0 {
            self.more_tags(&Names::new(own), list, id, &mut index);
        }
        self.appended_pairs(at, keys, id, index);
        self.out.close(id);
        if self.out.node(id).is_leaf(id) {
            self.out.truncate(id);
            self.emptied(at, changes);
            return false;
        }
        true
    }

    fn pair(
        &mut self,
        child: NodeRef<'a>,
        new: Option<&NewValue>,
        pair: &'static Structure,
        keys: PairKeys,
        entry: Slot,
    ) {
        let id = self.push(Kind::Object, Token::EMPTY, entry, NONE);
        let name = self.new_slot(keys.name, id, 0);
        let name = self.push(Kind::String, child.node().key, name, child.id);
        if let Some((_, member)) = pair.member(keys.name) {
            self.minimum(child, name, member.shape);
        }
        let value = self.new_slot(keys.value, id, 1);
        let (rule, to) = if let Some(new) = new {
            (&rules::REQUESTED_EDIT, self.add(new, value, child.id))
        } else {
            let text = self.as_string(child);
            let to = self.push(Kind::String, text, value, child.id);
            self.open_placeholder(child.id, to);
            (&rules::ENVIRONMENT_AS_OBJECT, to)
        };
        self.out.close(id);
        self.change(rule, child.id, to);
    }

    /// Appends the pairs that an edit adds. Filling `{}` is one edit of that object.
    fn appended_pairs(&mut self, at: NodeRef<'a>, keys: PairKeys, id: NodeId, mut index: u32) {
        let Some(NodeEdit::Append(members)) = self.input.overlay.op(at.id) else {
            return;
        };
        for (name, new) in members {
            let pair = NewValue::pair(keys.name, name, keys.value, new.clone());
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

    /// Puts a value into a list as its only element. `None` if nothing of it is left although AWS
    /// requires the list.
    fn only_element(&mut self, at: NodeRef<'a>, list: &'static List, slot: Slot) -> Option<bool> {
        let mark = self.notes.mark();
        let changes = mark.changes();
        let id = self.push(Kind::List, Token::EMPTY, slot, at.id);
        let kept = self.element(at, list, id, 0);
        self.out.close(id);
        if kept {
            let to = if self.notes.changes.len() == changes {
                id
            } else {
                id + 1
            };
            self.carried(&rules::ELEMENT_FOR_LIST, at.id, to, changes);
            return Some(true);
        }
        self.out.truncate(id);
        if slot.required {
            self.notes.rewind(mark);
            return None;
        }
        self.emptied(at, changes);
        Some(false)
    }
}
