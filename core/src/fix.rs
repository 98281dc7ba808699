//! Makes the fixes that leave no doubt.

use crate::convert::{Options, check};
use crate::error::Failure;
use crate::pasted::Pasted;
use crate::patch::{Replacement, apply};
use crate::report::{Finding, Report};

/// How often a text is looked over again: fixes that touch each other are made one after another.
const ROUNDS: usize = 64;

/// Makes every safe fix of the findings that `wanted` picks, and gives the new text and how many
/// were made; all else stays as it is written.
///
/// # Errors
/// As [`check`].
pub fn fix(
    pasted: &Pasted<'_>,
    options: &Options,
    as_is: bool,
    wanted: impl Fn(&Finding) -> bool,
) -> Result<(String, usize), Failure> {
    let mut text = pasted.as_str().to_owned();
    let mut report = check(&Pasted::text(&text), options, as_is)?;
    let mut made = 0;
    for _ in 0..ROUNDS {
        let (edits, count) = together(&report, &wanted);
        let next = apply(&text, &edits);
        // Without its last known field, what is left may be known as something else.
        let after = check(&Pasted::text(&next), options, as_is);
        let (1.., Ok(after)) = (count, after) else {
            break;
        };
        (text, report) = (next, after);
        made += count;
    }
    Ok((text, made))
}

/// The safe fixes that can be made at once, in order, and how many they are.
fn together(report: &Report, wanted: impl Fn(&Finding) -> bool) -> (Vec<Replacement>, usize) {
    let fixes = report.findings.iter().filter(|finding| wanted(finding));
    let fixes = fixes.filter_map(|finding| finding.fix.as_ref());
    let mut all: Vec<Replacement> = Vec::new();
    let mut count = 0;
    for fix in fixes.filter(|fix| fix.safe) {
        let edits = fix.edits.iter().map(|edit| &edit.replacement);
        let fits = |edit: &Replacement| all.iter().all(|other| apart(edit, other));
        if edits.clone().all(fits) {
            all.extend(edits.cloned());
            count += 1;
        }
    }
    all.sort_unstable_by_key(|edit| edit.range.start);
    (all, count)
}

/// Whether two replacements don't even touch.
fn apart(left: &Replacement, right: &Replacement) -> bool {
    left.range.end < right.range.start || right.range.end < left.range.start
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
        let fixed = fixed.map_err(|_| "a task definition");
        let expected = "{\n  \"a\": 1, // odd\n  \"family\": \"batch\",\n  \"containerDefinitions\": \
                        [{\"name\": \"app\", \"image\": \"app:1\", \"memory\": 128}]\n}\n";
        assert_eq!(fixed, Ok((expected.to_owned(), 5)));
    }
}
