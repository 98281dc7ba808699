//! Objects: structures, whose members the model knows, and maps with the user's own keys.

use super::unknown::{EDITOR_KEYS, Misspelt};
use super::{Slot, Walk};
use crate::edit::{NewValue, NodeEdit};
use crate::model::{self, Map, Shape, Structure};
use crate::rules;
use crate::tree::{Kind, NONE, NodeId, NodeRef, Token};

impl<'a> Walk<'a> {
    /// Writes an object of the model. Returns whether anything of it is left.
    pub(super) fn structure(
        &mut self,
        at: NodeRef<'a>,
        structure: &'static Structure,
        slot: Slot,
    ) -> bool {
        let mark = self.notes.mark();
        let id = self.push(Kind::Object, Token::EMPTY, slot, at.id);
        let mut present = 0;
        if !self.members(at, structure, id, &[], &mut present) {
            self.out.truncate(id + 1);
            self.notes.rewind(mark);
            let earlier = at.shadowed();
            self.members(at, structure, id, &earlier, &mut present);
        }
        self.out.close(id);
        let emptied = self.out.node(id).is_leaf(id);
        if emptied && drops_empty(at, structure, slot) {
            self.out.truncate(id);
            self.emptied(at, mark.changes());
            return false;
        }
        self.required_members(at.id, structure, id, present);
        true
    }

    /// Writes the members and sets a bit of `present` for each. Stops and returns `false` at a
    /// duplicate key unless `earlier` lists the nodes that it replaces.
    fn members(
        &mut self,
        at: NodeRef<'a>,
        structure: &'static Structure,
        id: NodeId,
        earlier: &[NodeId],
        present: &mut u64,
    ) -> bool {
        *present = 0;
        let (mut seen, mut unknown, mut index) = (0_u64, 0, 0);
        let mut misspelt = Misspelt::default();
        let root = std::ptr::eq(structure, model::REQUEST);
        if root {
            self.tags_beside = self.moving_tags();
        }
        for child in at.children() {
            if earlier.binary_search(&child.id).is_ok() {
                self.change(&rules::DUPLICATE_KEY, child.id, NONE);
                continue;
            }
            let key = child.key();
            let mut slot = Slot {
                key: child.node().key,
                parent: id,
                index,
                name: "",
                required: false,
            };
            let kept = if let Some((bit, member)) = structure.member(&key) {
                if seen & (1 << bit) != 0 {
                    return false;
                }
                seen |= 1 << bit;
                slot.name = member.name;
                slot.required = member.required;
                let kept = self.value(child, member.shape, slot);
                *present |= u64::from(kept) << bit;
                kept
            } else if root && model::READ_ONLY.contains(&&*key) {
                self.change(&rules::READ_ONLY_FIELD, child.id, NONE);
                false
            } else if root && child.kind() != Kind::Null && EDITOR_KEYS.contains(&&*key) {
                self.change(&rules::EDITOR_KEY, child.id, NONE);
                false
            } else {
                unknown += 1;
                if unknown == 2 && earlier.is_empty() && !at.shadowed().is_empty() {
                    return false;
                }
                self.unknown(child, &key, structure, slot, &mut misspelt)
            };
            index += u32::from(kept);
        }
        self.offer_renames(structure, seen, &misspelt);
        if root {
            self.tags_beside(id, present, &mut index);
        }
        if let Some(NodeEdit::Append(members)) = self.input.overlay.op(at.id) {
            for (key, _) in members {
                if let Some((bit, _)) = structure.member(key) {
                    *present |= 1 << bit;
                }
            }
            self.appended_members(at, members, id, index);
        }
        true
    }

    /// Writes a map with the user's own keys, such as `dockerLabels`.
    pub(super) fn map(&mut self, at: NodeRef<'a>, map: &'static Map, slot: Slot) -> bool {
        let changes = self.notes.changes.len();
        let id = self.push(Kind::Object, Token::EMPTY, slot, at.id);
        let earlier = at.shadowed();
        let mut index = 0;
        for child in at.children() {
            if earlier.binary_search(&child.id).is_ok() {
                self.change(&rules::DUPLICATE_KEY, child.id, NONE);
                continue;
            }
            let slot = Slot {
                key: child.node().key,
                parent: id,
                index,
                name: "",
                required: false,
            };
            index += u32::from(self.value(child, map.value, slot));
        }
        if let Some(NodeEdit::Append(members)) = self.input.overlay.op(at.id) {
            self.appended_members(at, members, id, index);
        }
        self.out.close(id);
        if self.out.node(id).is_leaf(id) && !at.is_leaf() {
            self.out.truncate(id);
            self.emptied(at, changes);
            return false;
        }
        true
    }

    /// Records that `at` was removed because nothing was left in it. This replaces the changes
    /// inside that follow from it.
    pub(super) fn emptied(&mut self, at: NodeRef<'a>, changes: usize) {
        let only_prunings = self.notes.changes[changes..]
            .iter()
            .all(|change| ["null-value", "empty-list", "empty-object"].contains(&change.rule.id));
        if only_prunings {
            self.notes.changes.truncate(changes);
            let rule = match at.kind() {
                Kind::List => &rules::EMPTY_LIST,
                _ => &rules::EMPTY_OBJECT,
            };
            self.change(rule, at.id, NONE);
        }
    }

    fn required_members(
        &mut self,
        at: NodeId,
        structure: &'static Structure,
        id: NodeId,
        present: u64,
    ) {
        let mut missing = structure.required & !present;
        while missing != 0 {
            let member = &structure.members[missing.trailing_zeros() as usize];
            self.finding(&rules::MISSING_MEMBER, at, id)
                .arg("member", member.name);
            missing &= missing - 1;
        }
        if structure.union && self.children(id) != 1 {
            self.finding(&rules::UNION_MEMBERS, at, id);
        }
    }

    fn children(&self, id: NodeId) -> usize {
        let end = self.out.node(id).next;
        let next = |&child: &NodeId| Some(self.out.node(child).next).filter(|&next| next < end);
        let first = Some(id + 1).filter(|&first| first < end);
        std::iter::successors(first, next).count()
    }

    /// Appends the members that an edit adds. Filling `{}` is one edit of that object.
    fn appended_members(
        &mut self,
        at: NodeRef<'a>,
        members: &[(String, NewValue)],
        id: NodeId,
        mut index: u32,
    ) {
        for (key, new) in members {
            let slot = self.new_slot(key, id, index);
            let to = self.add(new, slot, NONE);
            if !at.is_leaf() {
                self.added(to);
            }
            index += 1;
        }
        if at.is_leaf() {
            self.change(&rules::REQUESTED_EDIT, at.id, id);
        }
    }

    /// Records what an edit added; for a list, each element.
    fn added(&mut self, to: NodeId) {
        let node = *self.out.node(to);
        if node.kind != Kind::List || node.is_leaf(to) {
            self.change(&rules::REQUESTED_ADDITION, NONE, to);
            return;
        }
        let mut child = to + 1;
        while child < node.next {
            self.change(&rules::REQUESTED_ADDITION, NONE, child);
            child = self.out.node(child).next;
        }
    }

    /// Moves tags from beside the definition into it, if it has none of its own. They can't join a
    /// value that is not a list.
    fn tags_beside(&mut self, id: NodeId, present: &mut u64, index: &mut u32) {
        let Some((bit, member)) = model::REQUEST.member("tags") else {
            return;
        };
        let (Some(beside), Shape::List(list)) = (self.tags_beside.take(), member.shape) else {
            return;
        };
        if *present & (1 << bit) != 0 {
            self.change(&rules::WRAPPER_FIELD, beside, NONE);
        } else {
            let mut slot = self.new_slot(member.name, id, *index);
            slot.name = member.name;
            if self.list(self.view(beside), list, slot) {
                *present |= 1 << bit;
                *index += 1;
            }
        }
    }
}

/// Whether an object with nothing left in it is removed. `{}` written by the user stays where it is
/// valid.
fn drops_empty(at: NodeRef<'_>, structure: &'static Structure, slot: Slot) -> bool {
    let needs_more = structure.union || structure.required != 0;
    let root = slot.parent == NONE;
    !root && (!at.is_leaf() || (needs_more && !slot.required))
}
