//! Errors of AWS for a terminal.

use std::fmt::Write;

use taskdef_core::aws_error::AwsError;
use taskdef_core::report::{Paint, Style};
use taskdef_core::{Lang, Localized};

/// The most of its texts that are shown.
const MOST_TEXTS: usize = 3;

/// One error: what, who says it, why, what to do, AWS's words, the rules, the source.
pub(super) fn text(error: &AwsError, lang: Lang, paint: Paint) -> String {
    let words = error.words(lang);
    let say = |en, ja| Localized { en, ja }.text(lang);
    let title = paint(Style::Heading, words.title);
    let id = paint(Style::Quiet, &format!("[{}]", error.id));
    let mut out = format!("{title} {id}\n{}\n", error.said_by.title(lang));
    let _ = write!(out, "\n{}\n\n{}\n", words.meaning, words.cure);
    let _ = writeln!(out, "\n{}", say("AWS’s words:", "AWS の文言："));
    for text in error.texts.iter().take(MOST_TEXTS) {
        let _ = writeln!(out, "  {}", text.replace("{}", "…"));
    }
    if !error.fields.is_empty() {
        let fields = error.fields.join(", ");
        let _ = writeln!(out, "\n{}{fields}", say("Fields: ", "項目："));
    }
    if !error.rules.is_empty() {
        let rules = error.rules.join(", ");
        let _ = writeln!(out, "{}{rules}", say("Rules: ", "ルール："));
    }
    let _ = writeln!(out, "{}{}", say("Source: ", "出典："), error.source);
    out
}
