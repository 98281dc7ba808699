//! Converts JSON Lines: each input line is a strict JSON document, each output line a compact one.

use crate::edit::{self, Edit};
use crate::error::{Failure, Unreadable};
use crate::notes::Notes;
use crate::read::{self, Mendings};
use crate::sanitize::{Input, sanitize};
use crate::tree::{NodeRef, Tree};
use crate::unwrap::unwrap;
use crate::write;

/// Converts one document after another, reusing its memory.
#[derive(Debug, Default)]
pub struct LineConverter {
    edits: Vec<Edit>,
    repair: bool,
    pasted: Tree,
    result: Tree,
    notes: Notes,
}

impl LineConverter {
    /// A converter that makes these edits in every document. `repair`: whether to convert values of
    /// the wrong JSON type that have only one meaning.
    #[must_use]
    pub fn new(edits: Vec<Edit>, repair: bool) -> Self {
        LineConverter {
            edits,
            repair,
            ..Self::default()
        }
    }

    /// Appends the converted document to `out`, without a newline, and returns the rule ids of its
    /// findings.
    ///
    /// # Errors
    /// The line is not strict JSON or not a task definition, or an edit matches nothing; `out` is
    /// then unchanged.
    // Not inlined: callers are built for size, and must not get a copy of the pipeline.
    #[inline(never)]
    pub fn convert(&mut self, line: &str, out: &mut String) -> Result<Vec<&'static str>, Failure> {
        read::read_strictly(line, &mut self.pasted)
            .map_err(|fault| Unreadable::fault(line, fault))?;
        let root = NodeRef::root(line, &self.pasted);
        let unwrapped = unwrap(root).map_err(Unreadable::other)?;
        let overlay = edit::resolve(&self.edits, root, unwrapped, self.repair)?;
        let mendings = Mendings::default();
        let input = Input {
            source: line,
            pasted: &self.pasted,
            unwrapped,
            overlay: &overlay,
            mendings: &mendings,
            repair: self.repair,
        };
        sanitize(&input, &mut self.result, &mut self.notes);
        write::compact(NodeRef::root(line, &self.result), out);
        let findings = self.notes.findings.told().iter();
        Ok(findings.map(|finding| finding.rule.id).collect())
    }
}
