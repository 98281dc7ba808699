//! Expressions of time in Japanese.

use std::fmt::Write;

use super::cron::{Cron, Days};
use super::times::{Times, name, told};
use super::{Expression, Unit};

const WEEKDAYS: [&str; 7] = ["日", "月", "火", "水", "木", "金", "土"];

/// How many years there are.
const YEARS: usize = (super::LAST_YEAR - 1970 + 1) as usize;

pub(super) fn words(expression: &Expression<'_>) -> String {
    match expression {
        Expression::Cron(cron) => of_cron(cron),
        Expression::Rate { every, unit } => {
            let unit = match unit {
                Unit::Minutes => "分",
                Unit::Hours => "時間",
                Unit::Days => "日",
            };
            format!("{every} {unit}ごと")
        }
        Expression::At(at) => format!("{} に 1 回", at.replace('T', " ")),
    }
}

fn of_cron(cron: &Cron) -> String {
    let (times, again) = times(cron);
    let every_year = cron.years.len() == YEARS;
    let every_month = cron.months.len() == 12;
    let mut said = String::new();
    if !every_year {
        let one = |year| format!("{year}");
        let range = |first, last| format!("{first}～{last}");
        let _ = write!(said, "{} 年", told(&cron.years, one, range).join("・"));
    }
    if !every_month {
        let one = |month| format!("{month} 月");
        let range = |first, last| format!("{first} 月～{last} 月");
        let months = told(&cron.months, one, range).join("・");
        let _ = write!(said, "{} {months}", if every_year { "毎年" } else { "の" });
    }
    let days = days(&cron.days, if every_month { "毎月" } else { "" });
    match days {
        Some(days) if said.is_empty() => format!("{days}、{times}"),
        Some(days) => format!("{said}、{}、{times}", days.trim_start()),
        None if !said.is_empty() => format!("{said}、{times}"),
        None if again => times,
        None if matches!(Times::of(cron), Times::At(ref at) if at.len() == 1) => {
            format!("毎日 {times}")
        }
        None => format!("毎日、{times}"),
    }
}

/// The times, and whether they are said as an interval, which needs no "every day".
fn times(cron: &Cron) -> (String, bool) {
    let at = |(hour, minute): &(u16, u16)| format!("{hour}:{minute:02}");
    match Times::of(cron) {
        Times::EveryMinutes { step: 1, .. } => ("毎分".to_owned(), true),
        Times::EveryMinutes { step, from: 0 } => (format!("{step} 分ごと"), true),
        Times::EveryMinutes { step, from } => (format!("毎時 {from} 分から {step} 分ごと"), true),
        Times::EveryHour { minute } => (format!("毎時 {minute} 分"), true),
        Times::EveryHours { step, from } => (format!("{} から {step} 時間ごと", at(&from)), true),
        Times::Hourly {
            first,
            last,
            minute,
        } => {
            let (first, last) = (at(&(first, minute)), at(&(last, minute)));
            (format!("{first}～{last} に 1 時間ごと"), false)
        }
        Times::At(times) => {
            let times: Vec<String> = times.iter().map(at).collect();
            (times.join("・"), false)
        }
        Times::Mixed => {
            let minutes: Vec<String> = (cron.minutes.iter())
                .map(|minute| format!("{minute} 分"))
                .collect();
            let minutes = minutes.join("・");
            let range = |first, last| format!("{first}～{last}");
            let hours = told(&cron.hours, |hour| hour.to_string(), range).join("・");
            match cron.hours.len() {
                24 => (format!("毎時 {minutes}"), true),
                _ => (format!("{hours} 時台の {minutes}"), false),
            }
        }
    }
}

/// The days; `None` for every day.
fn days(days: &Days, month: &str) -> Option<String> {
    Some(match days {
        Days::Any => return None,
        Days::OfMonth(days) => {
            let one = |day| format!("{day} 日");
            let range = |first, last| format!("{first}～{last} 日");
            format!("{month} {}", told(days, one, range).join("・"))
        }
        Days::LastOfMonth => format!("{month}末日"),
        Days::LastWorkday => format!("{month}最後の平日"),
        Days::WorkdayNear(day) => format!("{month} {day} 日に最も近い平日"),
        Days::OfWeek(days) => {
            let one = |day| format!("{}曜日", name(day, &WEEKDAYS));
            let range = |first, last| format!("{}～{}", one(first), one(last));
            format!("毎週{}", told(days, one, range).join("・"))
        }
        Days::LastOfWeek(day) => format!("{month}最後の{}曜日", name(*day, &WEEKDAYS)),
        Days::NthOfWeek(day, nth) => format!("{month}第 {nth} {}曜日", name(*day, &WEEKDAYS)),
    })
}
