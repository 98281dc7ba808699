//! Values that are computed from the state when a component asks for them, and kept until their
//! inputs change. Rendering does not generate or compare anything again.

use std::cell::RefCell;
use std::rc::Rc;

use taskdef_core::Failure;
use taskdef_core::diff::{Comparison, Which};

use super::{Analysis, Compared, Shared, State};
use crate::downloads::{self, File, Sources, Told};

/// The last value computed, with its inputs. Clones share it.
#[derive(Debug)]
pub(super) struct Memo<K, V>(Rc<RefCell<Kept<K, V>>>);

/// A value with its inputs; [`None`] until it is computed first.
type Kept<K, V> = Option<(K, Shared<V>)>;

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for these inputs: the kept one, if its inputs are equal.
    fn get(&self, inputs: K, compute: impl FnOnce(&K) -> V) -> Shared<V> {
        let mut kept = self.0.borrow_mut();
        if let Some((known, value)) = &*kept
            && *known == inputs
        {
            return value.clone();
        }
        let value = Shared::new(compute(&inputs));
        *kept = Some((inputs, value.clone()));
        value
    }
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Memo(Rc::default())
    }
}

impl<K, V> Clone for Memo<K, V> {
    fn clone(&self) -> Self {
        Memo(Rc::clone(&self.0))
    }
}

/// Memos follow from the rest of the state, so they do not make two states differ.
impl<K, V> PartialEq for Memo<K, V> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The inputs of a file: the conversion, what the person told, and its index.
type FileInputs = (Shared<Analysis>, Told, usize);

/// The differences between two texts, or which of them can't be read, and why.
pub type Differences = Result<Comparison, (Which, Failure)>;

/// All memos of the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Memos {
    file: Memo<FileInputs, File>,
    comparison: Memo<Compared, Differences>,
}

impl State {
    /// The file that is shown, generated from this analysis; [`None`] while what generates it is not
    /// there.
    #[must_use]
    pub fn file(&self, analysis: &Shared<Analysis>) -> Option<Shared<File>> {
        let generate: fn(usize, Sources<'_>) -> File = match self.ui.file {
            0 => |_, sources| downloads::result(sources.conversion),
            _ => self.second?.file,
        };
        let inputs = (analysis.clone(), self.told(), self.ui.file);
        let made = self.memos.file.get(inputs, |(analysis, told, place)| {
            let conversion = analysis.conversion();
            generate(*place, Sources { conversion, told })
        });
        Some(made)
    }

    /// The differences between the two texts to compare; [`None`] while one of them is empty, or what
    /// compares them is not there.
    #[must_use]
    pub fn comparison(&self) -> Option<Shared<Differences>> {
        let texts = &self.compared;
        let differences = self.second?.differences;
        if texts.old.trim().is_empty() || texts.new.trim().is_empty() {
            return None;
        }
        Some(self.memos.comparison.get(texts.clone(), differences))
    }
}
