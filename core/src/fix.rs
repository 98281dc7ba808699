//! Applies the safe fixes of a text.

use std::collections::BTreeMap;

use crate::convert::{Options, check, check_all};
use crate::error::Failure;
use crate::pasted::Pasted;
use crate::patch::{Replacement, apply};
use crate::report::{AS_IS, AsIs, Finding, Report};

/// The most rounds of checking and fixing; fixes that touch each other need a round each. Far more
/// than a definition needs, so that the loop ends in any case.
const ROUNDS: usize = 64;

/// A text with its safe fixes applied.
#[derive(Debug)]
pub struct Fixed {
    /// The new text. [`Pasted::encode`] returns its bytes in the encoding of the old one.
    pub text: String,
    /// The report on the new text.
    pub report: Report,
    /// The number of fixes applied.
    pub count: usize,
}

/// Applies every safe fix of the findings that `wanted` accepts; the rest of the text and its
/// encoding stay as they are.
///
/// # Errors
/// As [`check`].
pub fn fix(
    pasted: &Pasted<'_>,
    options: &Options,
    as_is: bool,
    wanted: impl Fn(&Finding) -> bool,
) -> Result<Fixed, Failure> {
    let wanted =
        |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.safe) && wanted(finding);
    let (text, count) = rounds(pasted, options, as_is.then_some(&AS_IS), wanted)?;
    let report = check(&pasted.with_text(&text), options, as_is)?;
    Ok(Fixed {
        text,
        report,
        count,
    })
}

/// Applies the fixes of a rule's findings that `wanted` accepts, also those that somebody has to
/// confirm: who calls this has done so. Returns the new text.
///
/// # Errors
/// As [`check`].
pub fn fix_rule(
    pasted: &Pasted<'_>,
    options: &Options,
    rule: &str,
    wanted: impl Fn(&Finding) -> bool,
) -> Result<String, Failure> {
    let wanted = |finding: &Finding| finding.rule == rule && wanted(finding);
    rounds(pasted, options, None, wanted).map(|(text, _)| text)
}

/// Applies fixes in rounds; those that touch each other need a round each. Returns the new text and
/// the number of fixes.
fn rounds(
    pasted: &Pasted<'_>,
    options: &Options,
    as_is: Option<&'static AsIs>,
    wanted: impl Fn(&Finding) -> bool,
) -> Result<(String, usize), Failure> {
    let mut text = pasted.as_str().to_owned();
    let mut report = check_all(pasted, options, as_is)?;
    let mut count = 0;
    for _ in 0..ROUNDS {
        let (edits, more) = compatible_edits(&report, &wanted);
        if more == 0 {
            break;
        }
        let new = apply(&text, &edits);
        // Without its last known field, the text may look like another kind of document: undo that
        // round.
        let Ok(checked) = check_all(&pasted.with_text(&new), options, as_is) else {
            break;
        };
        // A fix that has to be confirmed and leaves its finding would be made again and again.
        let unsure = |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| !fix.safe);
        let left = |report: &Report| {
            let left = report.findings.iter().filter(|finding| wanted(finding));
            left.filter(unsure).count()
        };
        if left(&checked) > 0 && left(&checked) >= left(&report) {
            break;
        }
        (text, report, count) = (new, checked, count + more);
    }
    Ok((text, count))
}

/// The fixes that can be applied together, sorted, and their number.
fn compatible_edits(
    report: &Report,
    wanted: impl Fn(&Finding) -> bool,
) -> (Vec<Replacement>, usize) {
    let fixes = report.findings.iter().filter(|finding| wanted(finding));
    let fixes = fixes.filter_map(|finding| finding.fix.as_ref());
    let mut taken = Taken::default();
    let mut all: Vec<Replacement> = Vec::new();
    let mut count = 0;
    for fix in fixes {
        let edits = fix.edits.iter().map(|edit| &edit.replacement);
        if edits.clone().all(|edit| taken.is_clear_of(edit)) {
            edits.clone().for_each(|edit| taken.add(edit));
            all.extend(edits.cloned());
            count += 1;
        }
    }
    all.sort_unstable_by_key(|edit| edit.range.start);
    (all, count)
}

/// The ranges that are replaced, which do not overlap: their ends by their starts.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// Whether a replacement neither overlaps nor touches a range.
    fn is_clear_of(&self, edit: &Replacement) -> bool {
        let before = self.0.range(..=edit.range.end).next_back();
        before.is_none_or(|(_, &end)| end < edit.range.start)
    }

    fn add(&mut self, edit: &Replacement) {
        let end = self.0.entry(edit.range.start).or_default();
        *end = edit.range.end.max(*end);
    }
}

#[cfg(test)]
mod tests {
    use super::fix;
    use crate::convert::Options;
    use crate::pasted::Pasted;

    #[test]
    fn fixes_touching_each_other_are_all_made() {
        let text = "{\n  \"a\": 1, // odd\n  \"family\": \"batch\",\n  \"revision\": 5,\n  \"status\": null,\n  \
                    \"ipcMode\": null,\n  \"containerDefinitions\": [{\"name\": \"app\", \
                    \"image\": \"app:1\", \"memory\": \"128\", \"cpu\": null}]\n}\n";
        let fixed = fix(&Pasted::text(text), &Options::default(), true, |_| true);
        let fixed = fixed.map(|fixed| (fixed.text, fixed.count));
        let fixed = fixed.map_err(|_| "a task definition");
        let expected = "{\n  \"a\": 1, // odd\n  \"family\": \"batch\",\n  \"containerDefinitions\": \
                        [{\"name\": \"app\", \"image\": \"app:1\", \"memory\": 128}]\n}\n";
        assert_eq!(fixed, Ok((expected.to_owned(), 5)));
    }
}
