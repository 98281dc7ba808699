//! Why a document is not registered, as text.

use std::fmt::Write as _;

use taskdef_core::Lang;
use taskdef_core::escape;
use taskdef_core::report::{Paint, Report, Style};

/// The findings that keep the document of this name from being sent.
pub(crate) fn render(name: &str, report: &Report, paint: Paint) -> String {
    let mut text = format!("{} is not ready, so nothing is sent:\n", escape(name));
    for finding in report.blockers() {
        let severity = paint(Style::Error, finding.severity.id());
        let place = finding.position.map_or_else(String::new, |position| {
            format!("{}:{}: ", position.line, position.column)
        });
        let _ = writeln!(text, "  {place}{severity}: {}", escape(&finding.message));
        let _ = writeln!(text, "    {}", finding.cure);
    }
    for more in report.more.iter().filter(|more| more.blocks()) {
        let _ = writeln!(text, "  {}", more.text(Lang::En));
    }
    text
}
