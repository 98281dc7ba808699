//! Where in a file is what a rule or an error speaks of, for a terminal.

use std::fmt::Write;

use taskdef_core::report::{Located, Paint, Style};
use taskdef_core::{Lang, escape};

use crate::render::snippet::carets;
use crate::text::text;

/// The places, each with its line; values are masked.
pub(super) fn text(file: &str, places: &[Located], lang: Lang, paint: Paint) -> String {
    let file = escape(file);
    if places.is_empty() {
        let nothing = text!(
            lang,
            "Nothing in {file} is seen that it speaks of.",
            "{file} には、これに当たる箇所が見当たりません。"
        );
        return nothing + "\n";
    }
    let mut out = String::new();
    for place in places {
        let number = place.position.line.to_string();
        let margin = " ".repeat(number.len());
        let rule = place
            .rule
            .map(|rule| paint(Style::Quiet, &format!(" [{rule}]")));
        let _ = writeln!(
            out,
            "{margin}--> {file}:{number}:{}  {}{}",
            place.position.column,
            place.dotted,
            rule.unwrap_or_default(),
        );
        let line = &place.excerpt;
        let (gap, carets) = carets(&line.text, line.column, line.length);
        let carets = paint(Style::Warning, &carets);
        let _ = writeln!(
            out,
            "{margin} |\n{number} | {}\n{margin} | {gap}{carets}",
            line.text
        );
    }
    out
}
