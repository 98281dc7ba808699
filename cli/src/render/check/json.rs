//! Findings for programs.

use serde::Serialize;
use taskdef_core::report::{self, Finding, More, Severity};
use taskdef_core::{ErrorReport, Lang, model, report_json};

use super::Checked;
use crate::status::Status;

/// What is printed; `version` grows when a member changes its meaning or goes.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    /// The exit status.
    status: u8,
    tool: &'static str,
    model: &'static str,
    files: Vec<Input<'a>>,
    errors: usize,
    warnings: usize,
    advice: usize,
}

#[derive(Serialize)]
struct Input<'a> {
    file: &'a str,
    family: Option<&'a str>,
    fixed: usize,
    /// Why it is no task definition.
    error: Option<ErrorReport>,
    findings: &'a [Finding],
    /// How many findings of a rule there are besides those in `findings`.
    more: &'a [More],
}

pub(crate) fn render(checked: &[Checked], status: Status, lang: Lang) -> String {
    let count = |severity: Severity| {
        let reports = checked.iter().filter_map(|one| one.outcome.as_ref().ok());
        reports.map(|report| report.count(severity)).sum()
    };
    let document = Document {
        version: report::VERSION,
        status: status as u8,
        tool: concat!("taskdef ", env!("CARGO_PKG_VERSION")),
        model: model::VERSION.botocore,
        files: checked.iter().map(|one| file(one, lang)).collect(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        advice: count(Severity::Advice),
    };
    report_json(&document) + "\n"
}

fn file(one: &Checked, lang: Lang) -> Input<'_> {
    let report = one.outcome.as_ref();
    Input {
        file: &one.file,
        family: report.ok().and_then(|report| report.family.as_deref()),
        fixed: one.fixed,
        error: report.err().map(|error| error.explained(lang)),
        findings: report.map_or(&[], |report| &report.findings),
        more: report.map_or(&[], |report| &report.more),
    }
}
