//! A row of the tables: what it says, and whether it is true.

use std::collections::BTreeSet;

use serde_json::Value;
use taskdef_core::catalog::{find, is_check};
use taskdef_core::report::Finding;
use taskdef_core::{Conversion, Lang, Options, Pasted, check, convert};

use crate::definition;

/// A definition, and what a rule reports about it.
pub(crate) struct Row {
    /// The id of the rule.
    pub(crate) rule: &'static str,
    /// How many findings or changes there are, and the fix.
    pub(crate) expected: &'static str,
    /// Where the members go, with settings and edits.
    place: &'static str,
    members: String,
    /// A part of the message, or of the result.
    says: &'static str,
}

impl Row {
    /// Reads a line below a rule's id; nothing if it is not a row with a reason.
    pub(crate) fn parse(rule: &'static str, line: &'static str) -> Option<Self> {
        let (row, reason) = line.rsplit_once(" # ")?;
        let (row, says) = row.split_once(" => ").unwrap_or((row, ""));
        let (expected, row) = row.trim_start().split_once(' ')?;
        let (place, members) = row.split_once(' ').unwrap_or((row, ""));
        (!reason.trim().is_empty()).then_some(Row {
            rule,
            expected,
            place,
            members: expanded(members.trim())?,
            says: says.trim(),
        })
    }

    /// What is reported in place of what is expected.
    pub(crate) fn run(&self) -> Result<(), String> {
        let text = definition::text(self.place, &self.members)?;
        let pasted = Pasted::text(&text);
        let options = Options {
            edits: definition::edits(self.place)?,
            ..Options::default()
        };
        let found = if find(self.rule).is_some_and(is_check) {
            let report = check(&pasted, &options, false).map_err(|error| format!("{error:?}"))?;
            let own = report.findings.iter().filter(|f| f.rule == self.rule);
            let own: Vec<&Finding> = own.collect();
            if let Some(other) = own.iter().find(|f| !f.message.contains(self.says)) {
                return Err(other.message.clone());
            }
            self.is_told_in_japanese(&pasted, &options)?;
            summary(&own)
        } else {
            let converted = convert(&pasted, &options).map_err(|error| format!("{error:?}"))?;
            if !converted.result.contains(self.says) {
                return Err(converted.result);
            }
            places(&converted)?;
            let report = &converted.report;
            let mendings = report.mendings.iter().map(|mending| mending.rule);
            let changes = report.changes.iter().map(|change| change.rule);
            let findings = report.findings.iter().map(|finding| finding.rule);
            let all = mendings.chain(changes).chain(findings);
            all.filter(|&rule| rule == self.rule).count().to_string()
        };
        if found == self.expected {
            Ok(())
        } else {
            Err(format!("{found} and not {}", self.expected))
        }
    }
}

impl Row {
    /// Each finding of the rule is a Japanese sentence as well.
    fn is_told_in_japanese(&self, pasted: &Pasted<'_>, options: &Options) -> Result<(), String> {
        let options = Options {
            lang: Lang::Ja,
            edits: options.edits.clone(),
            ..Options::default()
        };
        let report = check(pasted, &options, false).map_err(|error| format!("{error:?}"))?;
        let is_japanese = |c: char| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}');
        let mut own = report.findings.iter().filter(|f| f.rule == self.rule);
        match own.find(|f| !f.message.ends_with('。') || !f.message.contains(is_japanese)) {
            Some(other) => Err(other.message.clone()),
            None => Ok(()),
        }
    }
}

/// Every change and finding points at a value of the result, and no two changes of a rule at one.
fn places(converted: &Conversion) -> Result<(), String> {
    let result: Value = serde_json::from_str(&converted.result)
        .map_err(|error| format!("{error}: {}", converted.result))?;
    let report = &converted.report;
    let changes = report
        .changes
        .iter()
        .filter_map(|change| Some((change.rule, change.to.as_ref()?)));
    let findings = report
        .findings
        .iter()
        .filter_map(|finding| Some((finding.rule, finding.to.as_ref()?)));
    let distinct: BTreeSet<_> = changes.clone().collect();
    if distinct.len() < changes.clone().count() {
        return Err(format!("two changes at one place: {distinct:?}"));
    }
    match changes
        .chain(findings)
        .find(|(_, to)| result.pointer(to).is_none())
    {
        Some((rule, to)) => Err(format!("{rule}: no {to} in {result}")),
        None => Ok(()),
    }
}

/// How many findings there are, and the fix that all of them offer.
fn summary(findings: &[&Finding]) -> String {
    let fix = |finding: &&Finding| finding.fix.as_ref().map(|fix| fix.safe);
    let fixes: Vec<Option<bool>> = findings.iter().map(fix).collect();
    let word = match fixes.first() {
        Some(first) if fixes.iter().any(|other| other != first) => ":mixed",
        Some(Some(true)) => ":safe",
        Some(Some(false)) => ":unsure",
        _ => "",
    };
    format!("{}{word}", findings.len())
}

/// Writes repetitions out.
fn expanded(text: &str) -> Option<String> {
    let mut all = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (repetition, after) = after.split_once('»')?;
        let (times, part) = repetition.split_once('×')?;
        all.push_str(before);
        all.push_str(&part.repeat(times.parse().ok()?));
        rest = after;
    }
    all.push_str(rest);
    Some(all)
}
