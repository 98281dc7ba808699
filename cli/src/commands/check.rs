//! `taskdef check`: every finding at once, at its place, in the form that is asked for.

use taskdef_core::report::{Report, Severity};
use taskdef_core::{Failure, Options, Pasted, Unreadable, check, fix};

use crate::args::{CheckArgs, CheckFormat};
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::render::check::{Checked, github, json, sarif, text};
use crate::status::Status;

pub(crate) fn run(args: &CheckArgs) -> Result<Status, Error> {
    let checked: Vec<Checked> = sources(args)?
        .into_iter()
        .map(|source| one(&source, args))
        .collect::<Result<_, _>>()?;
    let lang = args.language.lang();
    let out = match args.format {
        CheckFormat::Text => text::render(&checked, lang),
        CheckFormat::Json => json::render(&checked, lang),
        CheckFormat::Sarif => sarif::render(&checked, lang),
        CheckFormat::Github => github::render(&checked, lang),
    };
    files::to_stdout(&out)?;
    Ok(status(&checked, args.strict))
}

fn sources(args: &CheckArgs) -> Result<Vec<Source>, Error> {
    let sources = match args.files.as_slice() {
        [] => vec![Source::of(None)?],
        files => files
            .iter()
            .map(|file| Source::of(Some(file)))
            .collect::<Result<_, _>>()?,
    };
    let is_stdin = |source: &Source| matches!(source, Source::Stdin);
    if args.fix && sources.iter().any(is_stdin) {
        return Err(Error::FixStdin);
    }
    Ok(sources)
}

fn one(source: &Source, args: &CheckArgs) -> Result<Checked, Error> {
    let selection = match &args.config {
        Some(path) => Selection::read(path, source)?,
        None if args.no_config => Selection::default(),
        None => Selection::of(source)?,
    };
    let selection = selection.with(&args.rule, &args.ignore)?;
    let options = Options {
        lang: args.language.lang(),
        show_values: args.show_values,
        ..Options::default()
    };
    let bytes = source.read()?;
    let checked = |outcome, fixed| Checked {
        file: source.name(),
        outcome,
        fixed,
    };
    let mut text = match Pasted::bytes(&bytes) {
        Ok(pasted) => pasted,
        Err(error) => return Ok(checked(Err(error), 0)),
    };
    let mut fixed = 0;
    if args.fix {
        let wanted = |finding: &_| selection.takes(finding);
        match fix(&text, &options, args.as_is, wanted) {
            Ok((_, 0)) => {}
            Ok((new, made)) => {
                fixed = made;
                text = written(source, new)?;
            }
            Err(failure) => return Ok(checked(Err(unreadable(failure)?), 0)),
        }
    }
    let outcome = match check(&text, &options, args.as_is) {
        Ok(mut report) => {
            selection.apply(&mut report);
            Ok(report)
        }
        Err(failure) => Err(unreadable(failure)?),
    };
    Ok(checked(outcome, fixed))
}

/// Writes a fixed text to its file.
fn written(source: &Source, text: String) -> Result<Pasted<'static>, Error> {
    if let Source::File(path) = source {
        files::write(path, &text)?;
    }
    Ok(Pasted::owned(text))
}

fn unreadable(failure: Failure) -> Result<Unreadable, Error> {
    match failure {
        Failure::Unreadable(error) => Ok(error),
        // There are no edits here.
        Failure::Edit(error) => Err(Error::Edit {
            error,
            lang: taskdef_core::Lang::En,
        }),
    }
}

/// The worst of all inputs.
fn status(checked: &[Checked], strict: bool) -> Status {
    let reports = || checked.iter().filter_map(|one| one.outcome.as_ref().ok());
    let worst = if strict {
        Severity::Warning
    } else {
        Severity::Error
    };
    let fails = |report: &Report| report.findings.iter().any(|f| f.severity >= worst);
    if reports().count() < checked.len() {
        Status::NotATaskDefinition
    } else if reports().any(fails) {
        Status::Findings
    } else {
        Status::Done
    }
}
