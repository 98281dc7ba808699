//! From the pasted tree to the registerable one: every key is looked up in AWS's model, and
//! whatever does not stay unchanged is recorded as a change or a finding.
//!
//! The walk visits the pasted tree once, in order, and writes the result as it goes. A value that
//! turns out empty is removed again by truncating the result.

mod as_list;
mod cut_off;
mod keep;
mod list;
mod literal;
mod lost;
mod relocate;
mod repair;
mod structure;
mod unknown;

use crate::edit::{EditOverlay, NewValue, NodeEdit};
use crate::finding::{RawChange, RawFinding};
use crate::model::{self, Shape};
use crate::notes::Notes;
use crate::read::Mendings;
use crate::rule::{Class, Rule};
use crate::rules;
use crate::tree::{Kind, NONE, Node, NodeId, NodeRef, Span, Token, Tree};
use crate::unwrap::Unwrapped;

/// The input of [`sanitize`].
pub(crate) struct Input<'a> {
    pub(crate) source: &'a str,
    pub(crate) pasted: &'a Tree,
    pub(crate) unwrapped: Unwrapped,
    pub(crate) overlay: &'a EditOverlay,
    /// The mendings of the text.
    pub(crate) mendings: &'a Mendings,
    /// Whether to convert values of the wrong JSON type that have only one meaning.
    pub(crate) repair: bool,
}

/// Writes the registerable definition into `out` and records every change and finding.
pub(crate) fn sanitize(input: &Input<'_>, out: &mut Tree, notes: &mut Notes) {
    out.begin_from(input.pasted);
    notes.clear();
    Walk {
        input,
        out,
        notes,
        tags_beside: None,
        environment: (NONE, NONE),
    }
    .definition();
}

struct Walk<'a> {
    input: &'a Input<'a>,
    out: &'a mut Tree,
    notes: &'a mut Notes,
    /// The tags beside the definition, until they are moved into it.
    tags_beside: Option<NodeId>,
    /// The last `environment` with elements that belong in `secrets`, and the first of these.
    environment: (NodeId, NodeId),
}

/// A value's position in the result.
#[derive(Clone, Copy)]
struct Slot {
    key: Token,
    parent: NodeId,
    index: u32,
    /// The member's name in the model; empty for elements and for the user's own keys.
    name: &'static str,
    /// Whether AWS requires the member.
    required: bool,
}

impl<'a> Walk<'a> {
    fn view(&self, id: NodeId) -> NodeRef<'a> {
        NodeRef {
            source: self.input.source,
            tree: self.input.pasted,
            id,
        }
    }

    /// A node of the result.
    fn written(&self, id: NodeId) -> NodeRef<'_> {
        NodeRef {
            source: self.input.source,
            tree: self.out,
            id,
        }
    }

    /// Reports a value of the result with a placeholder.
    fn open_placeholder(&mut self, at: NodeId, to: NodeId) {
        if literal::has_open_placeholder(self.written(to)) {
            self.unfilled(at, to);
        }
    }

    /// Reports a value that is not filled in.
    fn unfilled(&mut self, at: NodeId, to: NodeId) {
        self.finding(&rules::PLACEHOLDER, at, to);
        self.notes.unfilled.push(to);
    }

    fn definition(&mut self) {
        let unwrapped = self.input.unwrapped;
        if unwrapped.definition != 0 {
            self.wrapper(unwrapped);
        }
        let slot = Slot {
            key: Token::EMPTY,
            parent: NONE,
            index: 0,
            name: "",
            required: true,
        };
        self.structure(self.view(unwrapped.definition), model::REQUEST, slot);
        self.placeholders_of_edits();
        self.lost_characters();
        self.notes.unfilled.sort_unstable();
    }

    /// Reports placeholders in inserted values: a variable of the pipeline may not have been
    /// replaced.
    fn placeholders_of_edits(&mut self) {
        for at in 0..self.notes.changes.len() {
            let RawChange { rule, to, .. } = self.notes.changes[at];
            if rule.class != Class::Edited || to == NONE {
                continue;
            }
            self.open_placeholder(self.out.node(to).origin, to);
        }
    }

    /// Records the changes of the members beside `taskDefinition`; tags are recorded when they are
    /// moved.
    fn wrapper(&mut self, unwrapped: Unwrapped) {
        let beside = self.moving_tags();
        let earlier = self.view(0).shadowed();
        for member in self.view(0).children() {
            if member.id == unwrapped.definition || Some(member.id) == beside {
                continue;
            }
            let rule = if member.kind() == Kind::Null {
                &rules::NULL_VALUE
            } else if earlier.binary_search(&member.id).is_ok() {
                &rules::DUPLICATE_KEY
            } else if Some(member.id) == unwrapped.tags {
                &rules::EMPTY_LIST
            } else {
                &rules::WRAPPER_FIELD
            };
            self.change(rule, member.id, NONE);
        }
    }

    /// The tags beside the definition, if there are any or an edit adds some.
    fn moving_tags(&self) -> Option<NodeId> {
        let beside = self.input.unwrapped.tags?;
        let has_tags = !self.view(beside).is_leaf() || self.input.overlay.op(beside).is_some();
        has_tags.then_some(beside)
    }

    /// Writes one value into its slot. Returns whether anything was written.
    fn value(&mut self, at: NodeRef<'a>, shape: Shape, slot: Slot) -> bool {
        if let Some(op) = self.input.overlay.op(at.id) {
            match op {
                NodeEdit::Remove => {
                    self.change(&rules::REQUESTED_REMOVAL, at.id, NONE);
                    return false;
                }
                NodeEdit::Replace(new) => {
                    let to = self.add(new, slot, at.id);
                    self.change(&rules::REQUESTED_EDIT, at.id, to);
                    return true;
                }
                NodeEdit::Append(_) => {}
            }
        }
        match (at.kind(), shape) {
            (Kind::Null, _) => self.null(at, slot),
            _ if Self::is_cut_off(at, shape) => self.cut_off(at, slot),
            (Kind::Object, Shape::Structure(structure)) => self.structure(at, structure, slot),
            (Kind::Object, Shape::Map(map)) => self.map(at, map, slot),
            (Kind::List, Shape::List(list)) => self.list(at, list, slot),
            _ => self.scalar(at, shape, slot),
        }
    }

    fn null(&mut self, at: NodeRef<'a>, slot: Slot) -> bool {
        let rule = if slot.key == Token::EMPTY {
            &rules::NULL_IN_LIST
        } else {
            &rules::NULL_VALUE
        };
        self.change(rule, at.id, NONE);
        false
    }

    fn change(&mut self, rule: &'static Rule, at: NodeId, to: NodeId) {
        self.notes.changes.push(RawChange { rule, at, to });
    }

    fn finding(&mut self, rule: &'static Rule, at: NodeId, to: NodeId) -> &mut RawFinding {
        self.notes.findings.report(RawFinding::new(rule, at, to))
    }

    fn push(&mut self, kind: Kind, text: Token, slot: Slot, origin: NodeId) -> NodeId {
        let id = self.out.len();
        let (span, value, plain_key) = if origin == NONE {
            (Span::default(), 0, false)
        } else {
            let node = self.input.pasted.node(origin);
            let plain_key = node.plain_key && node.key == slot.key;
            (node.span, node.value, plain_key)
        };
        self.out.push(Node {
            kind,
            verbatim: false,
            plain_key,
            key: slot.key,
            text,
            span,
            value,
            parent: slot.parent,
            index: slot.index,
            next: id + 1,
            origin,
        })
    }

    /// Writes a value that an edit inserts.
    fn add(&mut self, new: &NewValue, slot: Slot, origin: NodeId) -> NodeId {
        let (kind, children): (_, &[(String, NewValue)]) = match new {
            NewValue::Token(kind, token) => {
                let text = self.out.write(|out| out.push_str(token));
                return self.push(*kind, text, slot, origin);
            }
            NewValue::List(elements) => (Kind::List, elements),
            NewValue::Object(members) => (Kind::Object, members),
        };
        let id = self.push(kind, Token::EMPTY, slot, origin);
        for (index, (key, child)) in children.iter().enumerate() {
            let slot = self.new_slot(key, id, index as u32);
            self.add(child, slot, NONE);
        }
        self.out.close(id);
        id
    }

    fn new_slot(&mut self, key: &str, parent: NodeId, index: u32) -> Slot {
        let key = if key.is_empty() {
            Token::EMPTY
        } else {
            self.out.write(|out| crate::tree::quote(key, out))
        };
        Slot {
            key,
            parent,
            index,
            name: "",
            required: false,
        }
    }
}
