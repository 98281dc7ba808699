//! Expressions of time in English.

use std::fmt::Write;

use super::cron::{Cron, Days};
use super::times::{Times, name, told};
use super::{Expression, Unit};

const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn words(expression: &Expression<'_>) -> String {
    match expression {
        Expression::Cron(cron) => of_cron(cron),
        Expression::Rate { every, unit } => {
            let unit = match unit {
                Unit::Minutes => "minute",
                Unit::Hours => "hour",
                Unit::Days => "day",
            };
            match every {
                1 => format!("every {unit}"),
                every => format!("every {every} {unit}s"),
            }
        }
        Expression::At(at) => format!("once, on {}", at.replace('T', " at ")),
    }
}

fn of_cron(cron: &Cron) -> String {
    let (times, again) = times(cron);
    let mut said = match days(&cron.days) {
        Some(days) => format!("{times} {days}"),
        None if again => times,
        None => format!("{times} every day"),
    };
    if cron.months.len() < 12 {
        let _ = write!(said, ", in {}", names(&cron.months, &MONTHS));
    }
    if cron.years.len() < YEARS {
        let range = |first, last| format!("{first} to {last}");
        let years = told(&cron.years, |year| year.to_string(), range);
        let _ = write!(said, ", in {}", list(&years));
    }
    said
}

/// How many years there are.
const YEARS: usize = (super::LAST_YEAR - 1970 + 1) as usize;

/// The times, and whether they are said as an interval, which needs no "every day".
fn times(cron: &Cron) -> (String, bool) {
    let at = |(hour, minute): &(u16, u16)| format!("{hour:02}:{minute:02}");
    match Times::of(cron) {
        Times::EveryMinutes { step: 1, .. } => ("every minute".to_owned(), true),
        Times::EveryMinutes { step, from: 0 } => (format!("every {step} minutes"), true),
        Times::EveryMinutes { step, from } => {
            let said = format!("every {step} minutes from minute {from} of the hour");
            (said, true)
        }
        Times::EveryHour { minute } => (format!("every hour at minute {minute}"), true),
        Times::EveryHours { step, from } => {
            (format!("every {step} hours from {}", at(&from)), true)
        }
        Times::Hourly {
            first,
            last,
            minute,
        } => {
            let (first, last) = (at(&(first, minute)), at(&(last, minute)));
            (format!("every hour from {first} to {last}"), false)
        }
        Times::At(times) => {
            let times: Vec<String> = times.iter().map(at).collect();
            (format!("at {}", list(&times)), false)
        }
        Times::Mixed => {
            let numbers: Vec<String> = cron.minutes.iter().map(u16::to_string).collect();
            let range = |first, last| format!("{first} to {last}");
            let hours = list(&told(&cron.hours, |hour| hour.to_string(), range));
            let minutes = list(&numbers);
            match cron.hours.len() {
                24 => (format!("at minutes {minutes} of every hour"), true),
                _ => (format!("at minutes {minutes} of the hours {hours}"), false),
            }
        }
    }
}

/// The days; `None` for every day.
fn days(days: &Days) -> Option<String> {
    const WEEKDAY: &str = "weekday (Monday to Friday)";
    Some(match days {
        Days::Any => return None,
        Days::OfMonth(days) => {
            let range = |first, last| format!("{first} to {last}");
            let told = told(days, |day| day.to_string(), range);
            let plural = if days.len() == 1 { "" } else { "s" };
            format!("on day{plural} {} of the month", list(&told))
        }
        Days::LastOfMonth => "on the last day of the month".to_owned(),
        Days::LastWorkday => format!("on the last {WEEKDAY} of the month"),
        Days::WorkdayNear(day) => format!("on the {WEEKDAY} nearest to day {day} of the month"),
        Days::OfWeek(days) => format!("on {}", names(days, &WEEKDAYS)),
        Days::LastOfWeek(day) => format!("on the last {} of the month", name(*day, &WEEKDAYS)),
        Days::NthOfWeek(day, nth) => {
            let nth = match nth {
                1 => "1st",
                2 => "2nd",
                3 => "3rd",
                4 => "4th",
                _ => "5th",
            };
            format!("on the {nth} {} of the month", name(*day, &WEEKDAYS))
        }
    })
}

fn names(numbers: &[u16], names: &[&'static str]) -> String {
    let one = |number| name(number, names).to_owned();
    let range = |first, last| format!("{} to {}", one(first), one(last));
    list(&told(numbers, one, range))
}

/// `1, 2 and 3`.
fn list(words: &[String]) -> String {
    match words {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        words => words.concat(),
    }
}
