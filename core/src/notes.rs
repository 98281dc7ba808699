//! The notes of all steps: every change, and of each rule's findings the first.

use crate::finding::{RawChange, RawFinding};
use crate::rule::Rule;
use crate::tree::NodeId;

/// The most findings of one rule that a report tells; the rest is counted. A text of which more is
/// wrong in one way is wrong as a whole.
pub(crate) const MOST_FINDINGS: usize = 100;

/// The notes of all steps; can be cleared and reused for the next document.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) changes: Vec<RawChange>,
    pub(crate) findings: FindingLog,
    /// The values of the result that are still to be filled in, ascending.
    pub(crate) unfilled: Vec<NodeId>,
}

/// A point in the notes to go back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    changes: usize,
    told: usize,
    untold: usize,
    unfilled: usize,
}

impl Mark {
    /// The number of changes noted before it.
    pub(crate) fn changes(self) -> usize {
        self.changes
    }
}

impl Notes {
    /// Empty notes that tell at most so many findings of one rule.
    pub(crate) fn with_most(most: usize) -> Self {
        Notes {
            findings: FindingLog::with_most(most),
            ..Notes::default()
        }
    }

    pub(crate) fn clear(&mut self) {
        self.rewind(Mark {
            changes: 0,
            told: 0,
            untold: 0,
            unfilled: 0,
        });
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark {
            changes: self.changes.len(),
            told: self.findings.told.len(),
            untold: self.findings.untold.len(),
            unfilled: self.unfilled.len(),
        }
    }

    /// Removes what was noted since a mark.
    pub(crate) fn rewind(&mut self, to: Mark) {
        self.changes.truncate(to.changes);
        self.findings.rewind(to.told, to.untold);
        self.unfilled.truncate(to.unfilled);
    }
}

/// How many findings of each rule are told, and how many are not.
#[derive(Debug)]
pub(crate) struct Tally {
    rules: Vec<(&'static Rule, Count)>,
    most: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    told: usize,
    untold: usize,
}

impl Tally {
    /// A tally of which at most so many findings of a rule are told.
    pub(crate) fn new(most: usize) -> Self {
        Tally {
            rules: Vec::new(),
            most,
        }
    }

    /// Counts a finding. Returns whether it is told.
    pub(crate) fn tells(&mut self, rule: &'static Rule) -> bool {
        let most = self.most;
        let count = self.count(rule);
        if count.told < most {
            count.told += 1;
            return true;
        }
        count.untold += 1;
        false
    }

    /// The rules of which not all findings are told, with the number of the others.
    pub(crate) fn more(&self) -> impl Iterator<Item = (&'static Rule, usize)> {
        let rules = self.rules.iter();
        rules.filter_map(|&(rule, count)| (count.untold > 0).then_some((rule, count.untold)))
    }

    fn count(&mut self, rule: &'static Rule) -> &mut Count {
        let known = self.rules.iter().position(|(known, _)| *known == rule);
        let at = known.unwrap_or_else(|| {
            self.rules.push((rule, Count::default()));
            self.rules.len() - 1
        });
        &mut self.rules[at].1
    }
}

/// Findings in the order of their report: the first of each rule, and the number of the others.
#[derive(Debug)]
pub(crate) struct FindingLog {
    told: Vec<RawFinding>,
    tally: Tally,
    /// The rules of the findings that are not told.
    untold: Vec<&'static Rule>,
    /// The last finding that is not told, so that whoever reports it can add its arguments.
    spare: Option<RawFinding>,
}

impl Default for FindingLog {
    fn default() -> Self {
        FindingLog::with_most(MOST_FINDINGS)
    }
}

impl FindingLog {
    /// A log that tells at most so many findings of one rule.
    pub(crate) fn with_most(most: usize) -> Self {
        FindingLog {
            told: Vec::new(),
            tally: Tally::new(most),
            untold: Vec::new(),
            spare: None,
        }
    }

    /// The most findings of one rule that it tells.
    pub(crate) fn most(&self) -> usize {
        self.tally.most
    }

    /// Adds a finding, or counts it.
    pub(crate) fn report(&mut self, finding: RawFinding) -> &mut RawFinding {
        if !self.tally.tells(finding.rule) {
            self.untold.push(finding.rule);
            return self.spare.insert(finding);
        }
        self.told.push(finding);
        let last = self.told.len() - 1;
        &mut self.told[last]
    }

    /// Takes a finding that does not count.
    pub(crate) fn ignore(&mut self, finding: RawFinding) -> &mut RawFinding {
        self.spare.insert(finding)
    }

    /// The place in [`told`](Self::told) of the next finding of a rule, if it will be told.
    pub(crate) fn next_place(&mut self, rule: &'static Rule) -> Option<usize> {
        let most = self.tally.most;
        (self.tally.count(rule).told < most).then_some(self.told.len())
    }

    /// The findings that are told.
    pub(crate) fn told(&self) -> &[RawFinding] {
        &self.told
    }

    /// The same, mutable.
    pub(crate) fn told_mut(&mut self) -> &mut [RawFinding] {
        &mut self.told
    }

    /// The rules of which not all findings are told, with the number of the others.
    pub(crate) fn more(&self) -> impl Iterator<Item = (&'static Rule, usize)> {
        self.tally.more()
    }

    fn rewind(&mut self, told: usize, untold: usize) {
        for finding in &self.told[told..] {
            self.tally.count(finding.rule).told -= 1;
        }
        for rule in &self.untold[untold..] {
            self.tally.count(rule).untold -= 1;
        }
        self.told.truncate(told);
        self.untold.truncate(untold);
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_FINDINGS, Notes};
    use crate::finding::RawFinding;
    use crate::rules::{PLACEHOLDER, UNKNOWN_FIELD};
    use crate::tree::NONE;

    #[test]
    fn what_is_over_the_most_is_counted() {
        let mut notes = Notes::default();
        let finding = |rule, at| RawFinding::new(rule, at, NONE);
        for at in 0..MOST_FINDINGS as u32 + 5 {
            notes.findings.report(finding(&PLACEHOLDER, at));
            notes
                .findings
                .report(finding(&UNKNOWN_FIELD, at))
                .arg("a", "b");
        }
        assert_eq!(notes.findings.told().len(), 2 * MOST_FINDINGS);
        let more: Vec<_> = notes.findings.more().collect();
        assert_eq!(more, [(&PLACEHOLDER, 5), (&UNKNOWN_FIELD, 5)]);
        let mark = notes.mark();
        notes.findings.report(finding(&PLACEHOLDER, 7));
        notes.rewind(mark);
        assert_eq!(notes.findings.more().next(), Some((&PLACEHOLDER, 5)));
        notes.clear();
        assert!(notes.findings.told().is_empty());
        assert_eq!(notes.findings.more().count(), 0);
        assert_eq!(notes.findings.next_place(&PLACEHOLDER), Some(0));
    }
}
