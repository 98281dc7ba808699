//! One strict JSON document a line in, one compact document a line out.

use crate::edit::{self, Edit};
use crate::error::{Failure, Unreadable};
use crate::finding::Notes;
use crate::read::{self, Mendings};
use crate::sanitize::{Input, sanitize};
use crate::tree::{NodeRef, Tree};
use crate::unwrap::unwrap;
use crate::write;

/// Converts documents one after another in the same memory.
#[derive(Debug, Default)]
pub struct LineConverter {
    edits: Vec<Edit>,
    repair: bool,
    pasted: Tree,
    result: Tree,
    notes: Notes,
}

impl LineConverter {
    /// A converter that makes these edits in every document, and repairs values of the wrong type
    /// or leaves them as they are.
    #[must_use]
    pub fn new(edits: Vec<Edit>, repair: bool) -> Self {
        LineConverter {
            edits,
            repair,
            ..Self::default()
        }
    }

    /// Appends the converted document to `out`, without a newline, and gives its findings
    /// as the ids of their rules.
    ///
    /// # Errors
    /// The line is no strict JSON, no task definition, or an edit matches nothing in it; `out` is
    /// as it was.
    // A shell is built for size; what it calls here must not become part of it.
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
        let findings = self.notes.findings.iter();
        Ok(findings.map(|finding| finding.rule.id).collect())
    }
}
