//! The conversion of the text, with all that the page shows of it.

use taskdef_core::AnnotatedSource;
use taskdef_core::annotated::Row;
use taskdef_core::report::Finding;
use taskdef_core::{Conversion, Failure, Options, annotate};

use super::{Outcome, Shared, State};
use crate::downloads::is_accepted;
use crate::layout::{Layout, Mark, MarkDetails};

/// A converted text, line by line, and its layout.
#[derive(Debug)]
pub struct Analysis {
    /// The conversion, with the rows to show.
    pub lesson: AnnotatedSource,
    /// The layout of the rows.
    pub layout: Layout,
}

impl Analysis {
    /// The result and its report.
    #[must_use]
    pub fn conversion(&self) -> &Conversion {
        &self.lesson.conversion
    }

    /// How much is to be checked: the findings that are listed, and those that are counted only.
    #[must_use]
    pub fn to_check(&self) -> usize {
        let more = self.conversion().report.more.iter();
        let more: usize = more.map(|more| more.count).sum();
        self.layout.to_check() + more
    }

    /// Whether a row that was chosen before is still the one to explain: it has a mark, or it had none, and
    /// no row has come or gone.
    fn explains(&self, row: usize, before: Option<&Analysis>) -> bool {
        let is_kept = |before: &Analysis| {
            let (old, new) = (&before.lesson.rows, &self.lesson.rows);
            let key = |rows: &[Row]| rows.get(row).map(|row| row.key.clone());
            before.layout.mark(row).is_none() && old.len() == new.len() && key(old) == key(new)
        };
        self.layout.mark(row).is_some() || before.is_some_and(is_kept)
    }

    /// What the report says about a mark.
    #[must_use]
    pub fn details(&self, mark: &Mark) -> MarkDetails<'_> {
        mark.subject.details(&self.conversion().report)
    }
}

impl State {
    pub(super) fn converted(mut self) -> Self {
        self.copy = None;
        self.stray = None;
        self.busy = false;
        self.is_outdated = false;
        if self.history.now.is_blank() {
            self.outcome = Outcome::Empty;
            self.last = None;
            return self;
        }
        let options = Options {
            edits: self.history.now.edits.clone(),
            lang: self.lang,
            ..Options::default()
        };
        let analysis = self.history.now.pasted().map_err(Failure::from);
        match analysis.and_then(|pasted| annotate(&pasted, &options)) {
            Ok(lesson) => {
                let report = &lesson.conversion.report;
                let layout = Layout::new(&lesson.rows, report, |finding| self.is_accepted(finding));
                let new = Analysis { lesson, layout };
                let chosen = self
                    .ui
                    .chosen
                    .filter(|row| new.explains(*row, self.last.as_deref()));
                self.ui.prune(&new.layout, chosen);
                self.last = Some(Shared::new(new));
                self.outcome = Outcome::Converted;
            }
            Err(failure) => self.outcome = Outcome::Failed(Shared::new(failure)),
        }
        self
    }

    pub(super) fn is_accepted(&self, finding: &Finding) -> bool {
        is_accepted(&self.history.now.accepted, finding)
    }
}
