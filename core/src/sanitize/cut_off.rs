//! Lists and objects of which a program printed a word instead of the content.

use super::{Slot, Walk};
use crate::cut_off::{is_cut_off, is_cut_off_word};
use crate::model::Shape;
use crate::rules;
use crate::tree::{Kind, NodeRef};

impl<'a> Walk<'a> {
    /// Whether a value stands for a list or an object that was cut off.
    pub(super) fn is_cut_off(&self, at: NodeRef<'a>, shape: Shape) -> bool {
        if !matches!(shape, Shape::Structure(_) | Shape::Map(_) | Shape::List(_)) {
            return false;
        }
        match at.kind() {
            Kind::String => at.string().is_some_and(|text| is_cut_off(&text)),
            Kind::List => at.children().next().is_some_and(|only| {
                only.node().next == at.node().next
                    && self.input.mendings.is_bare_word(only.node().value)
                    && only.string().is_some_and(|word| is_cut_off_word(&word))
            }),
            _ => false,
        }
    }

    /// Keeps and reports such a value.
    pub(super) fn cut_off(&mut self, at: NodeRef<'a>, slot: Slot) -> bool {
        let to = self.keep_whole(at, slot);
        self.finding(&rules::CUT_OFF_VALUE, at.id, to);
        true
    }
}
