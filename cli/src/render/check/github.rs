//! Findings as annotations of GitHub Actions, one line each.

use taskdef_core::Lang;
use taskdef_core::escape;
use taskdef_core::report::{Finding, Severity};

use super::Checked;

pub(crate) fn render(checked: &[Checked], lang: Lang) -> String {
    let lines = checked.iter().flat_map(|one| match &one.outcome {
        Ok(report) => {
            let findings = report.findings.iter();
            let findings = findings.map(|f| annotation(&one.file, f));
            let more = report.more.iter().map(|more| {
                let level = level(more.severity);
                line(level, &one.file, None, more.rule, &more.text(lang))
            });
            findings.chain(more).collect()
        }
        Err(error) => {
            let place = error.position.map(|p| (p.line, p.column));
            vec![line(
                "error",
                &one.file,
                place,
                error.id(),
                &error.message(lang),
            )]
        }
    });
    lines.collect()
}

fn annotation(file: &str, finding: &Finding) -> String {
    let place = finding.position.map(|p| (p.line, p.column));
    let message = format!("{}\n{}", finding.message, finding.cure);
    line(level(finding.severity), file, place, finding.rule, &message)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    }
}

fn line(level: &str, file: &str, place: Option<(u32, u32)>, title: &str, message: &str) -> String {
    let place = place.map_or_else(String::new, |(line, column)| {
        format!(",line={line},col={column}")
    });
    let file = property(file);
    let title = property(title);
    format!(
        "::{level} file={file}{place},title={title}::{}\n",
        data(message)
    )
}

/// The text of a workflow command. A line break in it is escaped, and nothing else is hidden.
fn data(text: &str) -> String {
    let lines = text.split('\n').map(|line| escaped(&escape(line)));
    lines.collect::<Vec<_>>().join("%0A")
}

/// A property of a workflow command, which ends at a comma or a colon.
fn property(text: &str) -> String {
    escaped(&escape(text))
        .replace(':', "%3A")
        .replace(',', "%2C")
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
