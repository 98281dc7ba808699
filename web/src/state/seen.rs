//! Which words of the glossary a view has explained already.

use std::cell::RefCell;
use std::rc::Rc;

/// The ids of the words that the current rendering of a view has explained, in the order of its texts.
/// Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Seen(Rc<RefCell<Vec<&'static str>>>);

impl Seen {
    /// A rendering begins.
    pub(crate) fn begin(&self) {
        self.0.borrow_mut().clear();
    }

    /// Whether a word stands there first; from now on it does not.
    pub(crate) fn is_first(&self, id: &'static str) -> bool {
        let mut seen = self.0.borrow_mut();
        let is_first = !seen.contains(&id);
        if is_first {
            seen.push(id);
        }
        is_first
    }
}

/// They follow from what is rendered, so they do not make two states differ.
impl PartialEq for Seen {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
