//! When something that starts tasks by the clock does so next.
//!
//! The core reads the expressions; here are the calendar and the time zones.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde::{Serialize, Serializer};
use taskdef_core::Lang;
use taskdef_core::schedule::{Cron, Days, Expression, LAST_YEAR};

/// When something runs next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NextRun {
    /// At this time, in the zone of its expression.
    At(Zoned),
    /// Again and again, as this expression says: AWS does not tell when it began.
    Every(String),
}

impl NextRun {
    /// The next time at which an expression holds. `None` if it never does, or can't be read.
    pub(crate) fn of(expression: &str, zone: Option<&str>, now: Timestamp) -> Option<Self> {
        let zone = TimeZone::get(zone.unwrap_or("UTC")).ok()?;
        let at = match Expression::parse(expression)? {
            Expression::Rate { .. } => return Some(NextRun::Every(expression.to_owned())),
            Expression::At(at) => {
                let at: DateTime = at.parse().ok()?;
                let at = at.to_zoned(zone).ok()?;
                Some(at).filter(|at| at.timestamp() > now)
            }
            Expression::Cron(cron) => next(&cron, &now.to_zoned(zone)),
        };
        at.map(NextRun::At)
    }

    /// The time in UTC, in the zone of whoever reads it and in that of its expression, each once; or the
    /// rate.
    pub(crate) fn told(&self, here: &TimeZone, lang: Lang) -> String {
        match self {
            NextRun::Every(expression) => said(expression, lang),
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

/// In JSON: the time in the zone of its expression, or the rate.
impl Serialize for NextRun {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self {
            NextRun::At(at) => words(at),
            NextRun::Every(expression) => said(expression, Lang::En),
        };
        serializer.serialize_str(&text)
    }
}

/// What an expression says; itself, if it can't be read.
fn said(expression: &str, lang: Lang) -> String {
    let read = Expression::parse(expression);
    read.map_or_else(|| expression.to_owned(), |read| read.words(lang))
}

fn words(at: &Zoned) -> String {
    at.strftime("%Y-%m-%d %H:%M %Z").to_string()
}

/// The next time at which a `cron(…)` holds.
fn next(cron: &Cron, now: &Zoned) -> Option<Zoned> {
    let from = now.datetime();
    let mut date = from.date();
    while u16::try_from(date.year()).is_ok_and(|year| year <= LAST_YEAR) {
        if !has(&cron.years, date.year()) {
            date = date.last_of_year().checked_add(1.day()).ok()?;
            continue;
        }
        if has(&cron.months, date.month()) && fits(&cron.days, date) {
            let after = (date == from.date()).then(|| from.time());
            if let Some(time) = time_after(cron, after) {
                let zone = now.time_zone().clone();
                return date.to_datetime(time).to_zoned(zone).ok();
            }
        }
        date = date.checked_add(1.day()).ok()?;
    }
    None
}

/// The first time of a day, or the first one after another.
fn time_after(cron: &Cron, after: Option<Time>) -> Option<Time> {
    let all = cron.hours.iter().flat_map(|hour| {
        let minutes = cron.minutes.iter();
        minutes.map(|minute| (*hour, *minute))
    });
    let mut times = all.filter_map(|(hour, minute)| {
        let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
        Time::new(hour, minute, 0, 0).ok()
    });
    times.find(|time| {
        after.is_none_or(|after| (time.hour(), time.minute()) > (after.hour(), after.minute()))
    })
}

fn fits(days: &Days, date: Date) -> bool {
    let weekday = date.weekday().to_sunday_one_offset();
    let is = |day: u16| i8::try_from(day).is_ok_and(|day| day == weekday);
    match days {
        Days::Any => true,
        Days::OfMonth(days) => has(days, date.day()),
        Days::LastOfMonth => date == date.last_of_month(),
        Days::LastWorkday => date == workday_near(date.last_of_month()),
        Days::WorkdayNear(day) => {
            let day = i8::try_from(*day).unwrap_or_default();
            let meant = Date::new(date.year(), date.month(), day);
            meant.is_ok_and(|meant| date == workday_near(meant))
        }
        Days::OfWeek(days) => has(days, weekday),
        Days::LastOfWeek(day) => is(*day) && date.day() > date.days_in_month() - 7,
        Days::NthOfWeek(day, nth) => {
            let which = u16::try_from((date.day() - 1) / 7 + 1);
            is(*day) && which.is_ok_and(|which| which == *nth)
        }
    }
}

fn has(values: &[u16], number: impl TryInto<u16>) -> bool {
    let number = number.try_into();
    number.is_ok_and(|number| values.binary_search(&number).is_ok())
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
