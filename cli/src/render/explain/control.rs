//! Controls of others that no rule says.

use serde::Serialize;
use taskdef_core::Lang;
use taskdef_core::controls::{Control, Reason};
use taskdef_core::report::{Paint, Style};

/// A control: whose it is, what it asks for, and why there is no rule, as JSON.
#[derive(Serialize)]
pub(super) struct ControlText {
    id: &'static str,
    by: &'static str,
    /// In English alone, as its owner has it.
    asks: &'static str,
    why: &'static str,
    source: &'static str,
}

impl ControlText {
    pub(super) fn new(control: &Control, lang: Lang) -> Self {
        ControlText {
            id: control.id,
            by: control.by.name(),
            asks: control.asks,
            why: why(control, lang),
            source: control.by.source(),
        }
    }
}

/// The same for a terminal.
pub(super) fn text(control: &Control, lang: Lang, paint: Paint) -> String {
    let id = paint(Style::Heading, control.id);
    let (by, asks) = (control.by.name(), control.asks);
    let said = match lang {
        Lang::En => format!("{by} asks for {asks}. taskdef has no rule for it."),
        Lang::Ja => format!("{by} の項目です。taskdef に対応するルールはありません。"),
    };
    let source = paint(Style::Quiet, control.by.source());
    format!("{id}\n  {said}\n  {}\n  {source}\n", why(control, lang))
}

fn why(control: &Control, lang: Lang) -> &'static str {
    let reason: Option<Reason> = control.left_out;
    reason.map_or("", |reason| reason.text().text(lang))
}
