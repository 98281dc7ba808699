//! `taskdef check`: every finding at once, at its place, in one of four formats.

use taskdef_core::report::{Report, Severity};
use taskdef_core::{Lang, Options};

use crate::args::{CheckArgs, CheckFormat};
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::render::check::{Checked, github, json, sarif, text};
use crate::status::Status;

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Status, Error> {
    let options = Options {
        edits: args.edits.edits()?,
        lang,
        show_values: args.show_values,
        ..Options::default()
    };
    let checked: Vec<Checked> = sources(args)?
        .into_iter()
        .map(|source| check_source(&source, args, &options))
        .collect::<Result<_, _>>()?;
    let status = status(&checked, args.strict);
    let out = match args.format {
        CheckFormat::Text => text::render(&checked, lang),
        CheckFormat::Json => json::render(&checked, status, lang),
        CheckFormat::Sarif => sarif::render(&checked, lang),
        CheckFormat::Github => github::render(&checked, lang),
    };
    files::to_stdout(&out)?;
    Ok(status)
}

fn sources(args: &CheckArgs) -> Result<Vec<Source>, Error> {
    let sources = match args.files.as_slice() {
        [] => vec![Source::from_arg(None)?],
        files => files
            .iter()
            .map(|file| Source::from_arg(Some(file)))
            .collect::<Result<_, _>>()?,
    };
    let is_stdin = |source: &Source| matches!(source, Source::Stdin);
    if args.fix && sources.iter().any(is_stdin) {
        return Err(Error::FixStdin);
    }
    Ok(sources)
}

fn check_source(source: &Source, args: &CheckArgs, options: &Options) -> Result<Checked, Error> {
    let selection = match &args.config {
        Some(path) => Selection::read(path, source)?,
        None if args.no_config => Selection::default(),
        None => Selection::discover(source)?,
    };
    let selection = selection.with(&args.rule, &args.ignore)?;
    let input = Input::read_with(source, selection)?;
    let (fixed, outcome) = match fix_and_check(source, &input, args, options) {
        Ok((fixed, report)) => (fixed, Ok(report)),
        Err(Error::Unreadable { error, .. }) => (0, Err(error)),
        Err(error) => return Err(error),
    };
    Ok(Checked {
        file: input.name,
        outcome,
        fixed,
    })
}

/// Fixes the file if `--fix` is set. Gives the number of fixes, and what is left.
fn fix_and_check(
    source: &Source,
    input: &Input,
    args: &CheckArgs,
    options: &Options,
) -> Result<(usize, Report), Error> {
    if !args.fix {
        return Ok((0, input.check(options, args.as_is)?));
    }
    let fixed = input.fix(options, args.as_is)?;
    if let (1.., Source::File(path)) = (fixed.count, source) {
        files::write(path, fixed.bytes)?;
    }
    Ok((fixed.count, fixed.report))
}

/// The worst of all inputs.
fn status(checked: &[Checked], strict: bool) -> Status {
    let reports = || checked.iter().filter_map(|one| one.outcome.as_ref().ok());
    let worst = if strict {
        Severity::Warning
    } else {
        Severity::Error
    };
    let fails = |report: &Report| report.worst().is_some_and(|severity| severity >= worst);
    if reports().count() < checked.len() {
        Status::NotATaskDefinition
    } else if reports().any(fails) {
        Status::Findings
    } else {
        Status::Done
    }
}
