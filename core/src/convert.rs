//! The entry points: one call each from pasted text to result and report, for every front end.

use crate::annotated::{self, Fields, Row};
use crate::blanks::{Blank, blanks};
use crate::check::run as run_checks;
use crate::document::Document;
use crate::edit::Edit;
use crate::error::Failure;
use crate::lang::Lang;
use crate::notes::{MOST_FINDINGS, Notes};
use crate::outline::Outline;
use crate::pasted::Pasted;
use crate::report::{AS_IS, AsIs, RenderOptions, Report, excerpt_of};

/// What to do besides sanitizing, and how to report it.
#[derive(Debug, Clone)]
pub struct Options {
    /// The edits, in order.
    pub edits: Vec<Edit>,
    /// Whether to convert values of the wrong JSON type that have only one meaning.
    pub repair: bool,
    /// The language of the report.
    pub lang: Lang,
    /// Whether the report shows string values instead of masking them.
    pub show_values: bool,
    /// Whether the report lists changes and mendings, or nothing but findings.
    pub changes: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            edits: Vec::new(),
            repair: true,
            lang: Lang::En,
            show_values: false,
            changes: true,
        }
    }
}

/// A converted task definition.
#[derive(Debug)]
pub struct Conversion {
    /// The registerable JSON, with two-space indent and a final newline.
    pub result: String,
    /// What was changed, and what is left to look at.
    pub report: Report,
    /// A summary of the result.
    pub outline: Outline,
}

/// A conversion with all that a page needs to explain and edit it.
#[derive(Debug)]
pub struct AnnotatedSource {
    /// The conversion.
    pub conversion: Conversion,
    /// The paste line by line.
    pub rows: Vec<Row>,
    /// The values that a form edits.
    pub fields: Fields,
    /// What was blacked out.
    pub blanks: Vec<Blank>,
}

/// Converts a pasted text.
///
/// # Errors
/// The text can't be read as a task definition, or an edit matches nothing. Any text that can be
/// read has a result; problems in it are findings of the report.
// Not inlined: callers are built for size, and must not get a copy of the pipeline.
#[inline(never)]
pub fn convert(pasted: &Pasted<'_>, options: &Options) -> Result<Conversion, Failure> {
    let document = checked(pasted, options, false, MOST_FINDINGS)?;
    Ok(conversion(&document, render_options(options, false)))
}

/// Converts a pasted text, and also explains it line by line and offers fixes for its findings.
///
/// # Errors
/// As [`convert`].
#[inline(never)]
pub fn annotate(pasted: &Pasted<'_>, options: &Options) -> Result<AnnotatedSource, Failure> {
    let document = checked(pasted, options, false, MOST_FINDINGS)?;
    let rows = annotated::rows(&document);
    let plain = RenderOptions {
        plain: true,
        ..render_options(options, true)
    };
    Ok(AnnotatedSource {
        conversion: conversion(&document, plain),
        rows,
        fields: Fields::new(document.result()),
        blanks: blanks(document.definition()),
    })
}

/// Checks a pasted text: reports the findings of [`convert`] and also advice, without the result.
/// With `as_is`, the text is to be registered unchanged, and whatever the AWS CLI would refuse is
/// an error.
///
/// # Errors
/// As [`convert`].
#[inline(never)]
pub fn check(pasted: &Pasted<'_>, options: &Options, as_is: bool) -> Result<Report, Failure> {
    let document = checked(pasted, options, true, MOST_FINDINGS)?;
    let options = RenderOptions {
        excerpt: Some(excerpt_of),
        as_is: as_is.then_some(&AS_IS),
        ..render_options(options, true)
    };
    Ok(Report::new(&document, options))
}

/// The same report with every finding, and without excerpts, changes and mendings.
///
/// # Errors
/// As [`convert`].
pub(crate) fn check_all(
    pasted: &Pasted<'_>,
    options: &Options,
    as_is: Option<&'static AsIs>,
) -> Result<Report, Failure> {
    let document = checked(pasted, options, true, usize::MAX)?;
    let options = RenderOptions {
        as_is,
        changes: false,
        ..render_options(options, true)
    };
    Ok(Report::new(&document, options))
}

/// A document with the findings of `check`, of each rule at most `most`, and including advice if
/// `advice` is set.
fn checked<'a>(
    pasted: &'a Pasted<'_>,
    options: &Options,
    advice: bool,
    most: usize,
) -> Result<Document<'a>, Failure> {
    let notes = Notes::with_most(most);
    let mut document = Document::with_notes(pasted, &options.edits, options.repair, notes)?;
    let mut log = std::mem::take(&mut document.notes.findings);
    run_checks(&document, advice, &mut log);
    document.notes.findings = log;
    Ok(document)
}

fn conversion(document: &Document<'_>, options: RenderOptions) -> Conversion {
    Conversion {
        result: document.to_json(),
        report: Report::new(document, options),
        outline: Outline::new(document.result(), document.definition()),
    }
}

/// The options of a report without what only `check` adds.
fn render_options(options: &Options, fixes: bool) -> RenderOptions {
    RenderOptions {
        lang: options.lang,
        show_values: options.show_values,
        fixes,
        plain: false,
        changes: options.changes,
        excerpt: None,
        as_is: None,
    }
}
