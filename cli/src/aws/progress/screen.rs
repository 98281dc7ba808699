//! The rows of the services, cut to a terminal.

use std::time::Duration;

use taskdef_core::{Lang, escape};
use unicode_width::UnicodeWidthStr;

use super::row::{Phase, Row};
use crate::terminal::cut;
use crate::text::{comma, text};
use crate::time::elapsed;

/// The lines for a terminal of this width and height: what failed first, then what goes on, and as many
/// of the others as there is room for. The last line counts them all, so that none is forgotten.
pub(super) fn lines(
    rows: &[Row],
    time: Duration,
    width: usize,
    height: usize,
    lang: Lang,
) -> Vec<String> {
    if let [row] = rows {
        return vec![with_time(&row.now(lang), time, width, lang)];
    }
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|row| rank(row));
    // One line is for the count, and one for the cursor.
    let room = height.saturating_sub(2);
    let shown = &sorted[..sorted.len().min(room)];
    let name = |row: &Row| escape(&row.service).into_owned();
    let longest = shown.iter().map(|row| name(row).width()).max().unwrap_or(0);
    let longest = longest.min(width / 3);
    let mut lines: Vec<String> = shown
        .iter()
        .map(|row| {
            let name = cut(&name(row), longest);
            let space = " ".repeat(longest.saturating_sub(name.width()));
            cut(&format!("{name}{space}  {}", row.state_text(lang)), width)
        })
        .collect();
    let count = count(rows, rows.len() - shown.len(), lang);
    lines.push(with_time(&count, time, width, lang));
    lines
}

/// What failed or may fail comes first.
fn rank(row: &Row) -> (Phase, bool) {
    match row.phase {
        Phase::Going if row.failed_tasks > 0 => (Phase::Going, false),
        phase => (phase, true),
    }
}

/// How many of them are how far.
fn count(rows: &[Row], hidden: usize, lang: Lang) -> String {
    let of = |phases: &[Phase]| {
        rows.iter()
            .filter(|row| phases.contains(&row.phase))
            .count()
    };
    let counted = [
        (
            of(&[Phase::Failed, Phase::Replaced, Phase::Gone]),
            text!(lang, "failed", "失敗"),
        ),
        (
            of(&[Phase::Paused]),
            text!(lang, "waiting for somebody", "操作待ち"),
        ),
        (
            of(&[Phase::Going, Phase::NotShown]),
            text!(lang, "going on", "進行中"),
        ),
        (of(&[Phase::Reached]), text!(lang, "reached", "到達")),
        (of(&[Phase::Done]), text!(lang, "done", "完了")),
    ];
    let counted = counted.into_iter().filter(|(number, _)| *number > 0);
    let counted: Vec<String> = counted
        .map(|(number, what)| text!(lang, "{number} {what}", "{what} {number}"))
        .collect();
    let all = rows.len();
    let hidden = match (hidden, lang) {
        (0, _) => String::new(),
        (_, Lang::En) => format!("; {hidden} of them not shown"),
        (_, Lang::Ja) => format!("。うち {hidden} 件は省略"),
    };
    let counted = counted.join(comma(lang));
    text!(
        lang,
        "{all} services: {counted}{hidden}",
        "サービス {all} 件: {counted}{hidden}"
    )
}

/// A text and the time, of which what is cut off is not the time.
fn with_time(text: &str, time: Duration, width: usize, lang: Lang) -> String {
    let time = elapsed(time, lang);
    let time = text!(lang, ", {time}", "、{time}");
    let text = cut(text, width.saturating_sub(time.width()));
    cut(&(text + &time), width)
}
