//! The walk over the pasted document and the result side by side.

use std::collections::VecDeque;

use taskdef_core::model::{self, Shape, Structure};
use taskdef_core::report::Change;

use super::allowed::is_scalar;
use super::{Audit, Outcome, Spot, Wrapping};
use crate::json::{Id, Kind};

impl<'a> Audit<'a> {
    pub(super) fn change(&self, id: Id) -> Option<&'a Change> {
        self.change_at[id].map(|index| &self.changes[index])
    }

    /// Accounts for what is around the task definition: it is removed, or moves into it.
    pub(super) fn wrapper(&mut self) -> Outcome {
        let Wrapping { definition, tags } = self.wrapping;
        if definition == 0 {
            return Ok(());
        }
        for member in self.pasted.children(0).to_vec() {
            let place = Spot::UNKNOWN;
            match self.change(member) {
                _ if member == definition => {}
                _ if Some(member) == tags && self.pasted.kind(member) == Kind::List => {
                    let tags = model::REQUEST.member("tags");
                    let tags = tags.ok_or("the model knows no tags")?;
                    self.beside(member, Spot::of(tags.1.shape))?;
                }
                Some(change) if change.to.is_none() => self.removal(change, member, place)?,
                _ => return Err(format!("{} is lost", self.pasted.pointer(member))),
            }
        }
        Ok(())
    }

    /// Checks the removals among the tags beside; [`Self::added`] accounts for those that moved.
    fn beside(&self, id: Id, place: Spot) -> Outcome {
        match self.change(id) {
            Some(change) if change.to.is_none() => self.removal(change, id, place),
            Some(_) => Ok(()),
            None => {
                let mut children = self.pasted.children(id).iter();
                children
                    .try_for_each(|&child| self.beside(child, place.inside(&self.pasted, child)))
            }
        }
    }

    /// Accounts for a pasted node without a change of its own, and the node it became.
    pub(super) fn keep(&mut self, id: Id, to: Id, place: Spot) -> Outcome {
        let kind = self.pasted.kind(id);
        if let Some(keys) = self.map_keys(id, place) {
            self.became[id] = Some(to);
            return self.map(id, to, place, keys);
        }
        if let Some(element) = self.only_element(id, place) {
            return self.wrapped(id, to, element);
        }
        match place.shape {
            Some(Shape::Structure(structure)) if kind == Kind::Object => {
                self.keep_members(id, to, place)?;
                self.required_members(to, structure);
                Ok(())
            }
            Some(Shape::Map(_)) if kind == Kind::Object => self.keep_members(id, to, place),
            Some(Shape::List(_)) if kind == Kind::List => self.keep_members(id, to, place),
            Some(shape) if is_scalar(kind, self.pasted.token(id), shape) => {
                self.keep_whole(id, to)?;
                self.scalar_may_stay(id, to, place, shape)
            }
            Some(shape) => {
                self.keep_whole(id, to)?;
                self.wrong_type_may_stay(id, to, place, shape)
            }
            None => {
                let pointer = self.pasted.pointer(id);
                if place.read_only || kind == Kind::Null || self.is_editor_key(id) {
                    return Err(format!("{pointer} should go"));
                }
                self.keep_whole(id, to)?;
                self.findings.push(("unknown", self.result.pointer(to)));
                Ok(())
            }
        }
    }

    /// Accounts for a value that is unchanged byte for byte.
    fn keep_whole(&mut self, id: Id, to: Id) -> Outcome {
        if self.pasted.token(id) != self.result.token(to) {
            return Err(self.turned(id, to));
        }
        for (id, to) in self.pasted.within(id).zip(self.result.within(to)) {
            self.became[id] = Some(to);
            self.accounted[to] += u32::from(self.result.is_leaf(to));
        }
        Ok(())
    }

    /// An error message about what became of a node.
    fn turned(&self, id: Id, to: Id) -> String {
        let result = self.result.compact(to);
        format!("{} became {result}", self.pasted.pointer(id))
    }

    /// Accounts for a list or an object of the model: its children in order, then what was added.
    fn keep_members(&mut self, id: Id, to: Id, place: Spot) -> Outcome {
        self.became[id] = Some(to);
        if self.pasted.kind(id) != self.result.kind(to) {
            return Err(self.turned(id, to));
        }
        let root = id == self.wrapping.definition;
        if self.pasted.is_leaf(id) {
            let needs_more = matches!(place.shape, Some(Shape::Structure(structure))
                if structure.union || structure.required != 0);
            let says_nothing = needs_more || self.pasted.kind(id) == Kind::List;
            if says_nothing && !place.required {
                return Err(format!(
                    "{} is empty and should go",
                    self.pasted.pointer(id)
                ));
            }
            self.accounted[to] += 1;
            return if self.result.is_leaf(to) {
                Ok(())
            } else {
                Err(self.turned(id, to))
            };
        }
        let results = self.result.children(to).to_vec();
        let mut next = results.iter().copied().peekable();
        for child in self.pasted.children(id).to_vec() {
            let inside = place.inside(&self.pasted, child);
            let here = |audit: &Self, candidate: Id| {
                audit.pasted.key_token(child) == audit.result.key_token(candidate)
            };
            match self.change(child) {
                Some(change) if change.to.is_none() => self.removal(change, child, inside)?,
                None if !self.remains(child, inside) => {
                    // Nothing is left: it is removed unless an edit added to it.
                    let is_member = self.pasted.kind(id) == Kind::Object;
                    let filled = |audit: &Self, candidate| {
                        here(audit, candidate) && (is_member || audit.is_all_new(candidate))
                    };
                    if let Some(to) = next.next_if(|&candidate| filled(self, candidate)) {
                        self.keep(child, to, inside)?;
                    }
                }
                change => {
                    let Some(to) = next.next_if(|&candidate| here(self, candidate)) else {
                        return Err(format!("{} is lost", self.pasted.pointer(child)));
                    };
                    match change {
                        Some(change) => self.repair(change, child, to, inside)?,
                        None => self.keep(child, to, inside)?,
                    }
                }
            }
        }
        for to in next {
            self.added(to)?;
        }
        if results.is_empty() {
            self.accounted[to] += 1;
            if !root && !place.needs_list() {
                return Err(format!(
                    "{} was emptied and should go",
                    self.pasted.pointer(id)
                ));
            }
        }
        Ok(())
    }

    /// Whether any part of a node is in the result.
    fn remains(&self, id: Id, place: Spot) -> bool {
        let is_list = self.pasted.kind(id) == Kind::List;
        self.stays[id] > 0
            || (self.change_at[id].is_none()
                && ((is_list && place.needs_list())
                    || self
                        .pasted
                        .children(id)
                        .iter()
                        .any(|&child| self.remains(child, place.inside(&self.pasted, child)))))
    }

    /// Whether everything in a node of the result was added, but not the node itself.
    fn is_all_new(&self, to: Id) -> bool {
        let is_new = |child: Id| {
            let change = self.expected.get(&*self.result.pointer(child));
            let change = change
                .and_then(VecDeque::front)
                .map(|&index| &self.changes[index]);
            change.map_or_else(|| self.is_all_new(child), |change| change.at.is_none())
        };
        let children = self.result.children(to);
        !children.is_empty()
            && !self.expected.contains_key(&*self.result.pointer(to))
            && children.iter().all(|&child| is_new(child))
    }

    /// Accounts for a node of the result that did not come from a pasted node in its place.
    pub(super) fn added(&mut self, to: Id) -> Outcome {
        let pointer = self.result.pointer(to);
        let Some((change, at)) = self.arrives(to)? else {
            let children = self.result.children(to).to_vec();
            if children.is_empty() {
                return Err(format!("{pointer} comes from nowhere"));
            }
            return children.into_iter().try_for_each(|child| self.added(child));
        };
        let asked = ["requested-addition", "requested-edit"].contains(&change.rule);
        let Some(id) = at else {
            self.brought(to);
            return if asked && self.case.edited {
                Ok(())
            } else {
                Err(format!("nobody asked for {pointer}"))
            };
        };
        let at = self.pasted.pointer(id);
        let beside = |id| Some(id) == self.wrapping.tags;
        if !self.pasted.around(id).any(beside) || self.pasted.key(id) != self.result.key(to) {
            return Err(format!("{at} can't become {pointer}"));
        }
        if change.rule == "tags-beside" {
            let same = self.pasted.compact(id) == self.result.compact(to);
            return if same {
                Ok(())
            } else {
                Err(format!("{at} changed on its way"))
            };
        }
        self.repaired(change.rule, id, to, self.place_beside(id))
    }

    /// The spot of a node among the tags beside.
    fn place_beside(&self, id: Id) -> Spot {
        if Some(id) == self.wrapping.tags {
            let tags = model::REQUEST.member("tags");
            return tags.map_or(Spot::UNKNOWN, |(_, tags)| Spot::of(tags.shape));
        }
        match self.pasted.node(id).parent {
            Some(parent) => self.place_beside(parent).inside(&self.pasted, id),
            None => Spot::UNKNOWN,
        }
    }

    pub(super) fn required_members(&mut self, to: Id, structure: &'static Structure) {
        for member in structure.members {
            if member.required && self.result.get(to, member.name).is_none() {
                let pointer = self.result.pointer(to);
                self.findings.push(("missing-member", pointer));
            }
        }
        if structure.union && self.result.children(to).len() != 1 {
            let pointer = self.result.pointer(to);
            self.findings.push(("union-members", pointer));
        }
    }
}
