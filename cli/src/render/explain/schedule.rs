//! Expressions of time.

use std::fmt::Write;

use serde::Serialize;
use taskdef_core::explain::Schedule;
use taskdef_core::report::{Paint, Style};
use taskdef_core::schedule::Expression;
use taskdef_core::{Lang, Localized};

use crate::text::text;

/// An expression in words, as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ScheduleText<'a> {
    expression: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone: Option<&'a str>,
    words: String,
}

impl<'a> ScheduleText<'a> {
    pub(super) fn new(schedule: &'a Schedule, lang: Lang) -> Self {
        ScheduleText {
            expression: &schedule.expression,
            time_zone: schedule.time_zone.as_deref(),
            words: words(schedule, lang),
        }
    }
}

/// The same for a terminal, with the next run if it is known.
pub(super) fn text(schedule: &Schedule, next: Option<&str>, lang: Lang, paint: Paint) -> String {
    let said = words(schedule, lang);
    let mut out = paint(Style::Heading, &schedule.expression) + "\n";
    let is_calendar = !schedule.expression.starts_with("rate");
    let _ = match (&schedule.time_zone, lang) {
        (Some(zone), Lang::En) => writeln!(out, "  {said} ({zone})"),
        (Some(zone), Lang::Ja) => writeln!(out, "  {said}（{zone}）"),
        (None, _) => writeln!(out, "  {said}"),
    };
    if schedule.time_zone.is_none() && is_calendar {
        let zone = Localized {
            en: "A rule counts in UTC; a schedule in the time zone that it names, or else in UTC.",
            ja: "ルールの時刻は UTC です。スケジュールの時刻は、指定したタイムゾーン（なければ UTC）によります。",
        };
        let _ = writeln!(out, "  {}", zone.text(lang));
    }
    if let Some(next) = next.filter(|_| is_calendar) {
        let next = match &schedule.time_zone {
            Some(_) => text!(lang, "next run: {next}", "次回: {next}"),
            None => text!(
                lang,
                "next run, counted in UTC: {next}",
                "次回（UTC として）: {next}"
            ),
        };
        let _ = writeln!(out, "  {next}");
    }
    out
}

fn words(schedule: &Schedule, lang: Lang) -> String {
    let read = Expression::parse(&schedule.expression);
    read.map_or_else(String::new, |read| read.words(lang))
}
