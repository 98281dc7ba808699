//! Makes the fixes that leave no doubt.

use crate::convert::{Options, check};
use crate::error::Failure;
use crate::patch::{Replacement, apply};
use crate::read::Pasted;
use crate::report::Finding;

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
    let mut made = 0;
    for _ in 0..ROUNDS {
        let report = check(&Pasted::text(&text), options, as_is)?;
        let fixes = report.findings.iter().filter(|finding| wanted(finding));
        let fixes = fixes.filter_map(|finding| finding.fix.as_ref());
        let mut all: Vec<Replacement> = Vec::new();
        let before = made;
        for fix in fixes.filter(|fix| fix.safe) {
            let edits = fix.edits.iter().map(|edit| &edit.replacement);
            if edits
                .clone()
                .all(|edit| all.iter().all(|other| apart(edit, other)))
            {
                all.extend(edits.cloned());
                made += 1;
            }
        }
        if made == before {
            break;
        }
        all.sort_unstable_by_key(|edit| edit.range.start);
        text = apply(&text, &all);
    }
    Ok((text, made))
}

/// Whether two replacements don't even touch.
fn apart(left: &Replacement, right: &Replacement) -> bool {
    left.range.end < right.range.start || right.range.end < left.range.start
}

#[cfg(all(test, feature = "check"))]
mod tests {
    use super::fix;
    use crate::convert::Options;
    use crate::read::Pasted;

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
