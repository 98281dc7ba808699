//! All that the core says of a text.

use std::fmt::Write as _;

use taskdef_core::diff::diff;
use taskdef_core::report::{Report, markdown, render};
use taskdef_core::{Edit, Failure, Lang, Options, Pasted, Unreadable, check, convert, fix};

/// What `convert`, `check` and `fix` say of a text, in both languages.
pub(crate) fn said_of(text: &str) -> String {
    let pasted = Pasted::text(text);
    let mut said = said_with(text, &[]);
    if convert(&pasted, &Options::default()).is_err() {
        // The others fail for the same reason.
        return said;
    }
    let as_it_is = Options {
        repair: false,
        ..Options::default()
    };
    of(
        &as_it_is,
        convert(&pasted, &as_it_is).map(|conversion| conversion.report),
        &mut said,
    );
    for lang in [Lang::En, Lang::Ja] {
        let options = Options {
            lang,
            ..Options::default()
        };
        of(&options, check(&pasted, &options, true), &mut said);
    }
    let options = Options::default();
    of(
        &options,
        fix(&pasted, &options, false, |_| true).map(|fixed| fixed.report),
        &mut said,
    );
    said
}

/// What `convert` says with these edits, in both languages.
pub(crate) fn said_with(text: &str, edits: &[Edit]) -> String {
    let mut said = String::new();
    for lang in [Lang::En, Lang::Ja] {
        let options = Options {
            lang,
            edits: edits.to_vec(),
            ..Options::default()
        };
        let converted = convert(&Pasted::text(text), &options);
        of(
            &options,
            converted.map(|conversion| conversion.report),
            &mut said,
        );
    }
    said
}

/// What `diff` says of two texts, both ways round.
pub(crate) fn said_between(one: &str, other: &str) -> String {
    let mut said = String::new();
    for (old, new) in [(one, other), (other, one)] {
        match diff(&Pasted::text(old), &Pasted::text(new), false) {
            Ok(comparison) => said.push_str(&comparison.to_json()),
            Err((_, failure)) => of_failure(&failure, &mut said),
        }
    }
    said
}

fn of(options: &Options, result: Result<Report, Failure>, said: &mut String) {
    let report = match result {
        Ok(report) => report,
        Err(failure) => return of_failure(&failure, said),
    };
    said.push_str(&report.to_json());
    said.push_str(&render(&report, options.lang, |_, text| text.to_owned()));
    said.push_str(&markdown(&report, options.lang, &|_| false));
    for finding in &report.findings {
        let _ = writeln!(said, "{:?} {:?}", finding.excerpt, finding.public_fix());
    }
}

fn of_failure(failure: &Failure, said: &mut String) {
    for lang in [Lang::En, Lang::Ja] {
        match failure {
            Failure::Edit(error) => said.push_str(&error.message(lang)),
            Failure::Unreadable(unreadable) => of_unreadable(unreadable, lang, said),
        }
    }
}

fn of_unreadable(unreadable: &Unreadable, lang: Lang, said: &mut String) {
    said.push_str(&unreadable.explained(lang).message);
    let _ = writeln!(said, "{:?}", unreadable.line);
}
