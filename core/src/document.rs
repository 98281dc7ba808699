//! A pasted text after the steps: read, unwrapped, edited and sanitized.

use crate::edit::{self, Edit};
use crate::error::{Failure, Unreadable};
use crate::notes::Notes;
use crate::pasted::Pasted;
use crate::position::Lines;
use crate::read::{self, Mending, Mendings};
use crate::sanitize::{Input, sanitize};
use crate::tree::{NodeRef, Tree};
use crate::unwrap::{Unwrapped, unwrap};
use crate::write;

/// A document: both trees, and the notes of every step. Every answer is computed from it.
pub(crate) struct Document<'a> {
    /// The pasted text.
    pub(crate) source: &'a str,
    /// The tree of the pasted text.
    pub(crate) pasted_tree: Tree,
    /// The tree of the result.
    pub(crate) result_tree: Tree,
    /// Where the task definition is in the pasted tree.
    pub(crate) unwrapped: Unwrapped,
    pub(crate) mendings: Mendings,
    pub(crate) notes: Notes,
    /// Where the lines of the pasted text begin.
    pub(crate) lines: Lines<'a>,
}

impl<'a> Document<'a> {
    /// Runs the steps on a pasted text. `repair`: whether to convert a value of the wrong JSON type
    /// that has only one meaning.
    ///
    /// # Errors
    /// The text can't be read as a task definition, or an edit matches nothing.
    pub(crate) fn new(
        pasted: &'a Pasted<'_>,
        edits: &[Edit],
        repair: bool,
    ) -> Result<Self, Failure> {
        Self::with_notes(pasted, edits, repair, Notes::default())
    }

    /// The same; `notes` are empty, and say how many findings of a rule are told.
    pub(crate) fn with_notes(
        pasted: &'a Pasted<'_>,
        edits: &[Edit],
        repair: bool,
        mut notes: Notes,
    ) -> Result<Self, Failure> {
        let source = pasted.as_str();
        let mut tree = Tree::default();
        let read =
            read::read(source, &mut tree).map_err(|fault| Unreadable::fault(source, fault))?;
        let mut mendings: Vec<Mending> = pasted.mending().into_iter().collect();
        mendings.extend(read);
        let mendings = Mendings::new(mendings);
        let root = NodeRef::root(source, &tree);
        let unwrapped = unwrap(root).map_err(Unreadable::other)?;
        let overlay = edit::resolve(edits, root, unwrapped, repair)?;
        let input = Input {
            source,
            pasted: &tree,
            unwrapped,
            overlay: &overlay,
            mendings: &mendings,
            repair,
        };
        let mut result = Tree::default();
        sanitize(&input, &mut result, &mut notes);
        Ok(Document {
            source,
            pasted_tree: tree,
            result_tree: result,
            unwrapped,
            mendings,
            notes,
            lines: Lines::new(source),
        })
    }

    /// The root of the pasted tree.
    pub(crate) fn pasted(&self) -> NodeRef<'_> {
        NodeRef::root(self.source, &self.pasted_tree)
    }

    /// The root of the result.
    pub(crate) fn result(&self) -> NodeRef<'_> {
        NodeRef::root(self.source, &self.result_tree)
    }

    /// The task definition as pasted, including what `sanitize` removes.
    pub(crate) fn definition(&self) -> NodeRef<'_> {
        self.pasted().node_at(self.unwrapped.definition)
    }

    /// The result as JSON, with two-space indent and a final newline.
    pub(crate) fn to_json(&self) -> String {
        let mut json = String::with_capacity(self.source.len());
        write::pretty(self.result(), &mut json);
        json
    }
}
