//! The facade: one call from pasted text to result and report, for every shell.

use crate::annotated::{self, Fields, Row};
use crate::check::run as run_checks;
use crate::document::Document;
use crate::edit::Edit;
use crate::error::Failure;
use crate::lang::Lang;
use crate::outline::Outline;
use crate::pasted::Pasted;
use crate::report::{RenderOptions, Report};

/// What to do besides sanitizing, and how to tell of it.
#[derive(Debug, Clone)]
pub struct Options {
    /// The edits, in order.
    pub edits: Vec<Edit>,
    /// Whether values of the wrong type with one meaning are repaired.
    pub repair: bool,
    /// The language of the report.
    pub lang: Lang,
    /// Whether the report shows string values that it would mask.
    pub show_values: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            edits: Vec::new(),
            repair: true,
            lang: Lang::En,
            show_values: false,
        }
    }
}

/// A converted task definition.
#[derive(Debug)]
pub struct Conversion {
    /// The registerable JSON, with two-space indent and a final newline.
    pub result: String,
    /// What was done, and what is left to look at.
    pub report: Report,
    /// What the result is about.
    pub outline: Outline,
}

/// A conversion with all that a page needs to teach it and to edit it.
#[derive(Debug)]
pub struct AnnotatedSource {
    /// The conversion.
    pub conversion: Conversion,
    /// The paste line by line.
    pub rows: Vec<Row>,
    /// What a form edits.
    pub fields: Fields,
}

/// Converts a pasted text.
///
/// # Errors
/// The text can't be read as a task definition, or an edit matches nothing. Whatever can be read
/// gives a result, and its faults are findings in the report.
// A shell is built for size; what it calls here must not become part of it.
#[inline(never)]
pub fn convert(pasted: &Pasted<'_>, options: &Options) -> Result<Conversion, Failure> {
    let document = checked(pasted, options, false)?;
    Ok(conversion(&document, options, false))
}

/// Converts a pasted text, and explains it line by line besides, with the fixes of its findings.
///
/// # Errors
/// As [`convert`].
#[inline(never)]
pub fn annotate(pasted: &Pasted<'_>, options: &Options) -> Result<AnnotatedSource, Failure> {
    let document = checked(pasted, options, false)?;
    let rows = annotated::rows(&document);
    Ok(AnnotatedSource {
        conversion: conversion(&document, options, true),
        rows,
        fields: Fields::new(document.result()),
    })
}

/// Checks a pasted text: the findings of [`convert`] without its result, and advice besides. With
/// `as_is`, the text is meant to be registered as it stands, and whatever the AWS CLI would refuse
/// is an error.
///
/// # Errors
/// As [`convert`].
#[inline(never)]
pub fn check(pasted: &Pasted<'_>, options: &Options, as_is: bool) -> Result<Report, Failure> {
    let document = checked(pasted, options, true)?;
    Ok(report(&document, options, true, as_is))
}

/// A document with the findings of `check`; `advice` says whether advice is wanted too.
fn checked<'a>(
    pasted: &'a Pasted<'_>,
    options: &Options,
    advice: bool,
) -> Result<Document<'a>, Failure> {
    let mut document = Document::new(pasted, &options.edits, options.repair)?;
    let mut findings = run_checks(&document, advice);
    document.notes.findings.append(&mut findings);
    Ok(document)
}

fn conversion(document: &Document<'_>, options: &Options, fixes: bool) -> Conversion {
    Conversion {
        result: document.to_json(),
        report: report(document, options, fixes, false),
        outline: Outline::new(document.result(), document.definition()),
    }
}

fn report(document: &Document<'_>, options: &Options, fixes: bool, as_is: bool) -> Report {
    let options = RenderOptions {
        lang: options.lang,
        show_values: options.show_values,
        fixes,
        as_is,
    };
    Report::new(document, options)
}
