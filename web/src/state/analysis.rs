//! The conversion of the text, with all that the page shows of it.

use taskdef_core::AnnotatedSource;
use taskdef_core::report::Finding;
use taskdef_core::{Conversion, Failure, Options, annotate};

use super::{Outcome, Shared, State};
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
                self.ui.prune(&layout);
                self.last = Some(Shared::new(Analysis { lesson, layout }));
                self.outcome = Outcome::Converted;
            }
            Err(failure) => self.outcome = Outcome::Failed(Shared::new(failure)),
        }
        self
    }

    pub(super) fn is_accepted(&self, finding: &Finding) -> bool {
        let at = finding.to.as_deref().or(finding.at.as_deref());
        let mut accepted = self.history.now.accepted.iter();
        accepted.any(|(rule, place)| *rule == finding.rule && Some(place.as_str()) == at)
    }
}
