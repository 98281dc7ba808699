//! Values that go into the result as pasted.

use super::{Slot, Walk};
use crate::finding::{Arg, HEALTH_CHECK};
use crate::model::Shape;
use crate::rules;
use crate::tree::{Node, NodeId, NodeRef, Token};

impl<'a> Walk<'a> {
    /// Keeps a scalar, digit for digit.
    pub(super) fn keep(&mut self, at: NodeRef<'a>, slot: Slot) -> NodeId {
        let node = at.node();
        self.push(node.kind, node.text, slot, at.id)
    }

    /// Keeps a value with everything in it; verbatim if its source text is valid JSON.
    pub(super) fn keep_whole(&mut self, at: NodeRef<'a>, slot: Slot) -> NodeId {
        let base = self.out.len();
        let end = at.node().next;
        for id in at.id..end {
            let node = *self.input.pasted.node(id);
            let inner = id != at.id;
            self.out.push(Node {
                verbatim: !inner && node.text == Token::EMPTY && self.is_json(node),
                key: if inner { node.key } else { slot.key },
                parent: if inner {
                    node.parent - at.id + base
                } else {
                    slot.parent
                },
                index: if inner { node.index } else { slot.index },
                next: node.next - at.id + base,
                origin: id,
                ..node
            });
        }
        base
    }

    /// Whether the source text of a value is valid JSON, so that it can be copied to the result.
    fn is_json(&self, node: Node) -> bool {
        let (start, end) = (node.value, node.span.end);
        let mended = self.input.mendings.touches(start, end);
        let text = self.input.source.get(start as usize..end as usize);
        !mended && text.is_some_and(|text| !text.contains("\r\n"))
    }

    /// Keeps and reports a value of a type that AWS refuses and that has no single meaning.
    pub(super) fn wrong_type(&mut self, at: NodeRef<'a>, shape: Shape, slot: Slot) -> bool {
        let to = self.keep_whole(at, slot);
        let in_health_check = at
            .parent()
            .is_some_and(|parent| parent.key() == HEALTH_CHECK);
        let name = if in_health_check {
            HEALTH_CHECK
        } else {
            slot.name
        };
        self.finding(&rules::WRONG_TYPE, at.id, to)
            .arg("value", Arg::Kind(at.kind()))
            .arg("expected", Arg::Form(shape, name));
        true
    }
}
