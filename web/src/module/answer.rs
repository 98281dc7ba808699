//! What each function returns.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use taskdef_core::explain::ExplainedField;
use taskdef_core::generate::{Generated, Way};
use taskdef_core::report::{self, Finding, More, Severity};
use taskdef_core::{Conversion, ErrorReport, Failure, Lang, Report};
use wasm_bindgen::JsValue;

/// What a function returns: its result, or an error.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Answer {
    Converted { result: String, report: Report },
    Checked(Checked),
    Generated(File),
    Files(Vec<File>),
    Way(Way),
    Fields(Vec<ExplainedField>),
    Unreadable { version: u32, error: ErrorReport },
    Refused { version: u32, error: Message },
}

/// What `taskdef check --format json` says of one file, without the list of files around it.
#[derive(Serialize)]
pub(super) struct Checked {
    version: u32,
    tool: &'static str,
    model: &'static str,
    family: Option<String>,
    findings: Vec<Finding>,
    more: Vec<More>,
    errors: usize,
    warnings: usize,
    advice: usize,
}

/// A file that was made.
#[derive(Serialize)]
pub(super) struct File {
    name: String,
    text: String,
    notes: Vec<String>,
}

/// An error, with a stable id.
#[derive(Serialize)]
pub(super) struct Message {
    id: &'static str,
    message: String,
}

impl Answer {
    /// The result, or the reason why there is none.
    pub(super) fn from_result(result: Result<impl Into<Answer>, Failure>, lang: Lang) -> Self {
        match result {
            Ok(answer) => answer.into(),
            Err(Failure::Unreadable(error)) => Answer::Unreadable {
                version: report::VERSION,
                error: error.explained(lang),
            },
            Err(Failure::Edit(error)) => Answer::refused("edit", error.message(lang)),
        }
    }

    /// An error with a stable id.
    pub(super) fn refused(id: &'static str, message: String) -> Self {
        Answer::Refused {
            version: report::VERSION,
            error: Message { id, message },
        }
    }

    /// Converts it to plain objects, with null where JSON has null.
    ///
    /// # Errors
    /// serde-wasm-bindgen can't represent it.
    pub(super) fn to_js(&self) -> Result<JsValue, JsValue> {
        Ok(self.serialize(&Serializer::json_compatible())?)
    }
}

impl From<Conversion> for Answer {
    fn from(conversion: Conversion) -> Self {
        Answer::Converted {
            result: conversion.result,
            report: conversion.report,
        }
    }
}

impl From<Report> for Answer {
    fn from(report: Report) -> Self {
        Answer::Checked(Checked {
            version: report.version,
            tool: report.tool,
            model: report.model,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            advice: report.count(Severity::Advice),
            family: report.family,
            findings: report.findings,
            more: report.more,
        })
    }
}

impl From<Generated> for File {
    fn from(generated: Generated) -> Self {
        File {
            name: generated.name,
            text: generated.text,
            notes: generated.notes,
        }
    }
}

impl From<File> for Answer {
    fn from(file: File) -> Self {
        Answer::Generated(file)
    }
}
