//! What starts a family, and which revision of it, as text.

use std::fmt::Write as _;

use jiff::tz::TimeZone;
use taskdef_core::report::{Paint, Style};
use taskdef_core::schedule::Expression;
use taskdef_core::{Lang, escape};

use crate::aws::listing::{ListedTrigger, Listing};
use crate::text::text;

/// One rule or schedule a paragraph.
pub(crate) fn render(listing: &Listing, lang: Lang, paint: Paint) -> String {
    let family = &listing.family;
    let mut out = String::new();
    for listed in &listing.triggers {
        let place = paint(
            Style::Heading,
            &escape(&listed.id.text(taskdef_core::Lang::En)),
        );
        let _ = writeln!(out, "{place}");
        let _ = writeln!(out, "  {}", escape(&starts(listed, family, lang)));
        let _ = writeln!(out, "  {}", escape(&when(listed, lang)));
    }
    if listing.triggers.is_empty() {
        let none = text!(
            lang,
            "No rule and no schedule starts {family}.",
            "{family} を起動するルールやスケジュールはありません。"
        );
        let _ = writeln!(out, "{}", escape(&none));
    }
    for skipped in &listing.skipped {
        let skipped = text!(
            lang,
            "Not looked at: {skipped}",
            "確認していません: {skipped}"
        );
        let _ = writeln!(out, "{}", paint(Style::Warning, &escape(&skipped)));
    }
    let others = text!(
        lang,
        "Step Functions, Lambda and other programs may start it too; AWS lists them nowhere.",
        "Step Functions や Lambda などのプログラムから起動している場合もありますが、AWS にその一覧はありません。"
    );
    let _ = writeln!(out, "{others}");
    out
}

fn starts(listed: &ListedTrigger, family: &str, lang: Lang) -> String {
    let cluster = &listed.cluster;
    match listed.revision {
        Some(revision) => text!(
            lang,
            "pinned to {family}:{revision}, on cluster {cluster}",
            "{family}:{revision} に固定、クラスター {cluster}"
        ),
        None => text!(
            lang,
            "follows the latest revision of {family}, on cluster {cluster}",
            "{family} の最新リビジョンに追従、クラスター {cluster}"
        ),
    }
}

fn when(listed: &ListedTrigger, lang: Lang) -> String {
    let Some(expression) = &listed.expression else {
        return if listed.enabled {
            text!(lang, "runs on an event", "イベントで起動")
        } else {
            text!(lang, "disabled; runs on an event", "無効。イベントで起動")
        };
    };
    let zone = listed.timezone.as_deref().filter(|zone| *zone != "UTC");
    let zone = zone.map_or_else(String::new, |zone| format!(" {zone}"));
    let said = in_words(expression, lang);
    match &listed.next_run {
        _ if !listed.enabled => {
            text!(
                lang,
                "{expression}{zone}{said}; disabled",
                "{expression}{zone}{said}。無効"
            )
        }
        Some(next) => {
            let next = next.told(&TimeZone::system(), lang);
            text!(
                lang,
                "{expression}{zone}{said}; next run: {next}",
                "{expression}{zone}{said}。次回: {next}"
            )
        }
        None => text!(
            lang,
            "{expression}{zone}{said}; no next run",
            "{expression}{zone}{said}。次回の予定はありません"
        ),
    }
}

/// A `cron(…)` in words, in brackets; other expressions say themselves.
fn in_words(expression: &str, lang: Lang) -> String {
    match Expression::parse(expression) {
        Some(read @ Expression::Cron(_)) => {
            let said = read.words(lang);
            text!(lang, " ({said})", "（{said}）")
        }
        _ => String::new(),
    }
}
