//! The fields of a `cron(…)`.

use std::ops::RangeInclusive;

/// The last year that an expression may name.
pub const LAST_YEAR: u16 = 2199;

/// What a `cron(…)` holds for: the values of each field, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cron {
    /// The minutes, 0 to 59.
    pub minutes: Vec<u16>,
    /// The hours, 0 to 23.
    pub hours: Vec<u16>,
    /// The days.
    pub days: Days,
    /// The months, 1 to 12.
    pub months: Vec<u16>,
    /// The years, 1970 to [`LAST_YEAR`].
    pub years: Vec<u16>,
}

/// The days of the month or of the week, whichever is not `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Days {
    /// Every day.
    Any,
    /// These days of the month.
    OfMonth(Vec<u16>),
    /// The last day of the month.
    LastOfMonth,
    /// The last day of the month that is one from Monday to Friday.
    LastWorkday,
    /// The day from Monday to Friday that is nearest to this one, in the same month.
    WorkdayNear(u16),
    /// These days of the week; 1 is Sunday.
    OfWeek(Vec<u16>),
    /// The last one of the month of this day of the week.
    LastOfWeek(u16),
    /// This day of the week, and which one of the month.
    NthOfWeek(u16, u16),
}

const MONTHS: &[&str] = &[
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];
const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

impl Cron {
    /// Reads what stands between the brackets; `None` if EventBridge has no such form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let &[minutes, hours, of_month, months, of_week, years] = fields.as_slice() else {
            return None;
        };
        Some(Cron {
            minutes: values(minutes, 0..=59, &[])?,
            hours: values(hours, 0..=23, &[])?,
            days: Days::parse(of_month, of_week)?,
            months: values(months, 1..=12, MONTHS)?,
            years: values(years, 1970..=LAST_YEAR, &[])?,
        })
    }
}

impl Days {
    /// One of the two fields has to be `?`.
    fn parse(of_month: &str, of_week: &str) -> Option<Self> {
        match (of_month, of_week) {
            ("?", "?") => None,
            ("*", "?") | ("?", "*") => Some(Days::Any),
            ("L", "?") => Some(Days::LastOfMonth),
            ("LW", "?") => Some(Days::LastWorkday),
            ("?", days) => Self::parse_week(days),
            (days, "?") => match days.strip_suffix('W') {
                Some(day) => number(day, &(1..=31), &[]).map(Days::WorkdayNear),
                None => values(days, 1..=31, &[]).map(Days::OfMonth),
            },
            _ => None,
        }
    }

    fn parse_week(text: &str) -> Option<Self> {
        let day = |text: &str| number(text, &(1..=7), WEEKDAYS);
        if let Some((weekday, nth)) = text.split_once('#') {
            let nth = number(nth, &(1..=5), &[])?;
            return Some(Days::NthOfWeek(day(weekday)?, nth));
        }
        match text.strip_suffix('L') {
            Some("") => Some(Days::OfWeek(vec![7])),
            Some(weekday) => Some(Days::LastOfWeek(day(weekday)?)),
            None => values(text, 1..=7, WEEKDAYS).map(Days::OfWeek),
        }
    }
}

/// The values of `1,5-10,0/15,*`.
fn values(text: &str, fits: RangeInclusive<u16>, words: &[&str]) -> Option<Vec<u16>> {
    let mut found = Vec::new();
    for part in text.split(',') {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(step.parse().ok().filter(|step| *step > 0)?)),
            None => (part, None),
        };
        let number = |text| number(text, &fits, words);
        let (first, last) = match (range, range.split_once('-')) {
            ("*", _) => (*fits.start(), *fits.end()),
            (_, Some((first, last))) => (number(first)?, number(last)?),
            (one, None) => {
                let first = number(one)?;
                (first, if step.is_some() { *fits.end() } else { first })
            }
        };
        if first > last {
            return None;
        }
        found.extend((first..=last).step_by(usize::from(step.unwrap_or(1_u16))));
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// A number, or a name for one; the first name means the least number.
fn number(text: &str, fits: &RangeInclusive<u16>, words: &[&str]) -> Option<u16> {
    let named = words
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text));
    let number = match named {
        Some(at) => u16::try_from(at).ok()? + fits.start(),
        None => text.parse().ok()?,
    };
    Some(number).filter(|number| fits.contains(number))
}
