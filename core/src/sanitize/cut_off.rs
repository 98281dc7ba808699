//! Lists and objects of which a program printed a word instead of the content.

use super::{Slot, Walk};
use crate::cut_off::is_cut_off;
use crate::model::Shape;
use crate::rules;
use crate::tree::NodeRef;

impl<'a> Walk<'a> {
    /// Whether a value stands for a list or an object that was cut off.
    pub(super) fn is_cut_off(at: NodeRef<'a>, shape: Shape) -> bool {
        matches!(shape, Shape::Structure(_) | Shape::Map(_) | Shape::List(_))
            && at.string().is_some_and(|text| is_cut_off(&text))
    }

    /// Keeps and reports such a value.
    pub(super) fn cut_off(&mut self, at: NodeRef<'a>, slot: Slot) -> bool {
        let to = self.keep_whole(at, slot);
        self.finding(&rules::CUT_OFF_VALUE, at.id, to);
        true
    }
}
