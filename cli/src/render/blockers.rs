//! Why a document is not registered, as text.

use std::fmt::Write as _;

use taskdef_core::Lang;
use taskdef_core::escape;
use taskdef_core::report::{Paint, Report, Style};

/// The findings that keep a document from being sent, below the message that it is not.
pub(super) fn render(message: &str, report: &Report, lang: Lang, paint: Paint) -> String {
    let mut text = format!("{message}:\n");
    for finding in report.blockers() {
        let severity = paint(Style::Error, finding.severity.word(lang));
        let place = finding.position.map_or_else(String::new, |position| {
            format!("{}:{}: ", position.line, position.column)
        });
        let _ = writeln!(text, "  {place}{severity}: {}", escape(&finding.message));
        let _ = writeln!(text, "    {}", finding.cure);
    }
    for more in report.more.iter().filter(|more| more.blocks()) {
        let _ = writeln!(text, "  {}", more.text(lang));
    }
    text
}
