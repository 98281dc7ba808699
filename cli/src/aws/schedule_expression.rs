//! When something that starts tasks by the clock does so next.
//!
//! EventBridge's expressions are `cron(minutes hours day-of-month month day-of-week year)`,
//! `rate(5 minutes)`, and Scheduler's also `at(2026-11-20T13:00:00)`. Source:
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde::{Serialize, Serializer};
use taskdef_core::Lang;

use crate::text::text;

/// The last year that an expression may name.
const LAST_YEAR: i16 = 2199;

/// When something runs next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NextRun {
    /// At this time, in the zone of its expression.
    At(Zoned),
    /// Again and again, such as `5 minutes`: AWS does not tell when it began.
    Every(String),
}

impl NextRun {
    /// The next time at which an expression holds. `None` if it never does, or can't be read.
    pub(crate) fn of(expression: &str, zone: Option<&str>, now: Timestamp) -> Option<Self> {
        let (kind, inner) = expression.trim().strip_suffix(')')?.split_once('(')?;
        let zone = TimeZone::get(zone.unwrap_or("UTC")).ok()?;
        let at = match kind {
            "rate" => return Some(NextRun::Every(inner.trim().to_owned())),
            "at" => {
                let at: DateTime = inner.trim().parse().ok()?;
                let at = at.to_zoned(zone).ok()?;
                Some(at).filter(|at| at.timestamp() > now)
            }
            "cron" => Cron::parse(inner)?.next(&now.to_zoned(zone)),
            _ => None,
        };
        at.map(NextRun::At)
    }

    /// The time in UTC, in the zone of whoever reads it and in that of its expression, each once; or the
    /// rate.
    pub(crate) fn told(&self, here: &TimeZone, lang: Lang) -> String {
        match self {
            NextRun::Every(rate) => {
                let in_japanese = in_japanese(rate);
                text!(lang, "every {rate}", "{in_japanese}ごと")
            }
            NextRun::At(at) => {
                let mut times: Vec<String> = Vec::new();
                for zone in [&TimeZone::UTC, here, at.time_zone()] {
                    let time = words(&at.with_time_zone(zone.clone()));
                    if !times.contains(&time) {
                        times.push(time);
                    }
                }
                times.join(" = ")
            }
        }
    }
}

/// A rate such as `5 minutes`.
fn in_japanese(rate: &str) -> String {
    let (value, unit) = rate.split_once(' ').unwrap_or((rate, ""));
    let unit = match unit.trim_end_matches('s') {
        "minute" => "分",
        "hour" => "時間",
        "day" => "日",
        other => other,
    };
    format!("{value} {unit}")
}

/// In JSON: the time in the zone of its expression, or the rate.
impl Serialize for NextRun {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self {
            NextRun::At(at) => words(at),
            NextRun::Every(rate) => format!("every {rate}"),
        };
        serializer.serialize_str(&text)
    }
}

fn words(at: &Zoned) -> String {
    at.strftime("%Y-%m-%d %H:%M %Z").to_string()
}

/// The fields of a `cron(…)`; the numbers that fit are bits.
#[derive(Debug)]
struct Cron {
    minutes: u64,
    hours: u64,
    days: Days,
    months: u64,
    years: Years,
}

/// A field of days: of the month or of the week, whichever is not `?`.
#[derive(Debug)]
enum Days {
    Any,
    OfMonth(u64),
    LastOfMonth,
    LastWorkday,
    WorkdayNear(i8),
    OfWeek(u64),
    /// The last one of the month: 1 is Sunday.
    LastOfWeek(i8),
    /// The n-th of the month.
    NthOfWeek(i8, i8),
}

#[derive(Debug)]
struct Years(Vec<(i16, i16, i16)>);

impl Cron {
    fn parse(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let &[minutes, hours, of_month, months, of_week, years] = fields.as_slice() else {
            return None;
        };
        Some(Cron {
            minutes: bits(minutes, 0, 59, &[])?,
            hours: bits(hours, 0, 23, &[])?,
            days: Days::parse(of_month, of_week)?,
            months: bits(months, 1, 12, MONTHS)?,
            years: Years(ranges(years, 1970, LAST_YEAR, &[])?),
        })
    }

    fn next(&self, now: &Zoned) -> Option<Zoned> {
        let from = now.datetime();
        let mut date = from.date();
        while date.year() <= LAST_YEAR {
            if !self.years.has(date.year()) {
                date = date.last_of_year().checked_add(1.day()).ok()?;
                continue;
            }
            if self.fits(date) {
                let after = (date == from.date()).then(|| from.time());
                if let Some(time) = self.time_after(after) {
                    return date
                        .to_datetime(time)
                        .to_zoned(now.time_zone().clone())
                        .ok();
                }
            }
            date = date.checked_add(1.day()).ok()?;
        }
        None
    }

    fn fits(&self, date: Date) -> bool {
        has(self.months, i64::from(date.month())) && self.days.has(date)
    }

    /// The first time of a day, or the first one after another.
    fn time_after(&self, after: Option<Time>) -> Option<Time> {
        let all = (0..24).flat_map(|hour| (0..60).map(move |minute| (hour, minute)));
        let mut fitting = all.filter(|(hour, minute)| {
            has(self.hours, i64::from(*hour)) && has(self.minutes, i64::from(*minute))
        });
        let (hour, minute) = fitting.find(|(hour, minute)| {
            after.is_none_or(|after| (*hour, *minute) > (after.hour(), after.minute()))
        })?;
        Time::new(hour, minute, 0, 0).ok()
    }
}

impl Days {
    fn parse(of_month: &str, of_week: &str) -> Option<Self> {
        match (of_month, of_week) {
            ("*" | "?", "*" | "?") => Some(Days::Any),
            ("L", _) => Some(Days::LastOfMonth),
            ("LW" | "WL", _) => Some(Days::LastWorkday),
            ("?" | "*", days) => Self::parse_week(days),
            (days, _) => match days.strip_suffix('W') {
                Some(day) => Some(Days::WorkdayNear(day.parse().ok()?)),
                None => Some(Days::OfMonth(bits(days, 1, 31, &[])?)),
            },
        }
    }

    fn parse_week(text: &str) -> Option<Self> {
        let day = |text: &str| {
            let day = number(text, 1, WEEKDAYS)?;
            i8::try_from(day).ok().filter(|day| (1..=7).contains(day))
        };
        if let Some((weekday, nth)) = text.split_once('#') {
            return Some(Days::NthOfWeek(day(weekday)?, nth.parse().ok()?));
        }
        match text.strip_suffix('L') {
            Some("") => Some(Days::OfWeek(1 << 7)),
            Some(weekday) => Some(Days::LastOfWeek(day(weekday)?)),
            None => Some(Days::OfWeek(bits(text, 1, 7, WEEKDAYS)?)),
        }
    }

    fn has(&self, date: Date) -> bool {
        let weekday = date.weekday().to_sunday_one_offset();
        match *self {
            Days::Any => true,
            Days::OfMonth(days) => has(days, i64::from(date.day())),
            Days::LastOfMonth => date == date.last_of_month(),
            Days::LastWorkday => date == workday_near(date.last_of_month()),
            Days::WorkdayNear(day) => {
                let meant = Date::new(date.year(), date.month(), day);
                meant.is_ok_and(|meant| date == workday_near(meant))
            }
            Days::OfWeek(days) => has(days, i64::from(weekday)),
            Days::LastOfWeek(day) => weekday == day && date.day() > date.days_in_month() - 7,
            Days::NthOfWeek(day, nth) => weekday == day && (date.day() - 1) / 7 + 1 == nth,
        }
    }
}

impl Years {
    fn has(&self, year: i16) -> bool {
        let mut ranges = self.0.iter();
        ranges.any(|(first, last, step)| {
            (*first..=*last).contains(&year) && (year - first) % step == 0
        })
    }
}

/// The workday next to a day, in the same month.
fn workday_near(day: Date) -> Date {
    let shift = match day.weekday() {
        Weekday::Saturday if day.day() == 1 => 2,
        Weekday::Saturday => -1,
        Weekday::Sunday if day == day.last_of_month() => -2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    day.saturating_add(i64::from(shift).days())
}

const MONTHS: &[&str] = &[
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];
const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

fn has(bits: u64, number: i64) -> bool {
    bits >> number & 1 == 1
}

fn bits(text: &str, least: i16, most: i16, names: &[&str]) -> Option<u64> {
    let mut bits = 0;
    for (first, last, step) in ranges(text, least, most, names)? {
        let mut number = first;
        while number <= last {
            bits |= 1 << number;
            number += step;
        }
    }
    Some(bits)
}

/// `1,5-10,0/15,*` as first, last and step of each part.
fn ranges(text: &str, low: i16, high: i16, words: &[&str]) -> Option<Vec<(i16, i16, i16)>> {
    let parts = text.split(',').map(|part| {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(step.parse().ok()?)),
            None => (part, None),
        };
        let (first, last) = match (range, range.split_once('-')) {
            ("*" | "?", _) => (low, high),
            (_, Some((first, last))) => (number(first, low, words)?, number(last, low, words)?),
            (one, None) => {
                let first = number(one, low, words)?;
                (first, if step.is_some() { high } else { first })
            }
        };
        let fits = first >= low && last <= high && step.is_none_or(|step| step > 0);
        fits.then_some((first, last, step.unwrap_or(1)))
    });
    parts.collect()
}

/// A number, or a name for one; the first name means `low`.
fn number(text: &str, low: i16, words: &[&str]) -> Option<i16> {
    let named = words
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text));
    match named {
        Some(at) => i16::try_from(at).ok().map(|at| at + low),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Lang, NextRun, TimeZone};

    /// Wednesday, 25 November 2026, 12:00 UTC.
    fn next(expression: &str, zone: Option<&str>) -> Option<String> {
        let now = "2026-11-25T12:00:00Z".parse().ok()?;
        let next = NextRun::of(expression, zone, now)?;
        Some(next.told(&TimeZone::UTC, Lang::En))
    }

    #[test]
    fn knows_the_forms_of_aws() {
        for (expression, expected) in [
            ("cron(0 12 * * ? *)", "2026-11-26 12:00 UTC"),
            ("cron(30 12 * * ? *)", "2026-11-25 12:30 UTC"),
            ("cron(15 10 ? * 6L *)", "2026-11-27 10:15 UTC"),
            ("cron(0 10 ? * MON-FRI *)", "2026-11-26 10:00 UTC"),
            ("cron(0/15 8-17 ? * WED *)", "2026-11-25 12:15 UTC"),
            ("cron(0 8 1 * ? *)", "2026-12-01 08:00 UTC"),
            ("cron(0 8 L * ? *)", "2026-11-30 08:00 UTC"),
            ("cron(0 8 LW * ? *)", "2026-11-30 08:00 UTC"),
            ("cron(0 8 29W * ? *)", "2026-11-30 08:00 UTC"),
            ("cron(0 8 ? * 2#1 *)", "2026-12-07 08:00 UTC"),
            ("cron(0 0 1 JAN ? 2028)", "2028-01-01 00:00 UTC"),
            ("rate(5 minutes)", "every 5 minutes"),
            ("at(2026-11-25T13:00:00)", "2026-11-25 13:00 UTC"),
        ] {
            assert_eq!(
                next(expression, None).as_deref(),
                Some(expected),
                "{expression}"
            );
        }
        for never in [
            "at(2026-11-25T11:00:00)",
            "cron(0 0 1 1 ? 2020)",
            "cron(* *)",
            "soon",
        ] {
            assert_eq!(next(never, None), None, "{never}");
        }
    }

    #[test]
    fn counts_in_the_zone_of_the_schedule() {
        let next = next("cron(0 2 * * ? *)", Some("Asia/Tokyo"));
        let expected = "2026-11-25 17:00 UTC = 2026-11-26 02:00 JST";
        assert_eq!(next.as_deref(), Some(expected));
    }

    #[test]
    fn tells_the_time_of_who_reads_it() {
        let now = "2026-11-25T12:00:00Z".parse().unwrap();
        let zone = |name| TimeZone::get(name).unwrap();
        let told = |expression, of: &str, here| {
            let next = NextRun::of(expression, Some(of), now).unwrap();
            next.told(&zone(here), Lang::Ja)
        };
        let daily = "cron(0 2 * * ? *)";
        assert_eq!(
            told(daily, "America/New_York", "Asia/Tokyo"),
            "2026-11-26 07:00 UTC = 2026-11-26 16:00 JST = 2026-11-26 02:00 EST"
        );
        assert_eq!(told(daily, "UTC", "UTC"), "2026-11-26 02:00 UTC");
        assert_eq!(told("rate(5 minutes)", "UTC", "UTC"), "5 分ごと");
    }
}
