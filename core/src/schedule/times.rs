//! The times of a day, in the form in which they are best told.

use super::cron::Cron;

/// The most times that are told one by one.
const MOST: usize = 6;

/// The times of a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Times {
    /// In every hour from this minute on, again and again after so many minutes.
    EveryMinutes { step: u16, from: u16 },
    /// In every hour, at this minute.
    EveryHour { minute: u16 },
    /// From this time on, again and again after so many hours, until the day ends.
    EveryHours { step: u16, from: (u16, u16) },
    /// Once an hour, from the first hour to the last one, at this minute.
    Hourly { first: u16, last: u16, minute: u16 },
    /// At these times.
    At(Vec<(u16, u16)>),
    /// At these minutes of these hours.
    Mixed,
}

impl Times {
    pub(super) fn of(cron: &Cron) -> Self {
        let (minutes, hours) = (&cron.minutes, &cron.hours);
        if let (Some((from, step)), 24) = (cycle(minutes, 60), hours.len()) {
            return Times::EveryMinutes { step, from };
        }
        if let &[minute] = minutes.as_slice() {
            if hours.len() == 24 {
                return Times::EveryHour { minute };
            }
            if let Some((from, step)) = cycle(hours, 24).filter(|_| hours.len() > 2) {
                let from = (from, minute);
                return Times::EveryHours { step, from };
            }
            if let (&[(first, last)], 3..) = (runs(hours).as_slice(), hours.len()) {
                return Times::Hourly {
                    first,
                    last,
                    minute,
                };
            }
        }
        if minutes.len() * hours.len() > MOST {
            return Times::Mixed;
        }
        let all = hours.iter().flat_map(|hour| {
            let minutes = minutes.iter();
            minutes.map(|minute| (*hour, *minute))
        });
        Times::At(all.collect())
    }
}

/// The first value and the step, if the values are as far apart as the last one and the first one of the
/// next hour or day.
fn cycle(values: &[u16], length: u16) -> Option<(u16, u16)> {
    let &[first, second, ..] = values else {
        return None;
    };
    let step = second - first;
    let whole = (first..length).step_by(usize::from(step));
    let fits = length.is_multiple_of(step) && first < step && values.iter().copied().eq(whole);
    fits.then_some((first, step))
}

/// The values as ranges of neighbours.
pub(super) fn runs(values: &[u16]) -> Vec<(u16, u16)> {
    let mut found: Vec<(u16, u16)> = Vec::new();
    for &value in values {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == value => *last = value,
            _ => found.push((value, value)),
        }
    }
    found
}

/// The name of a number from 1.
pub(super) fn name(number: u16, names: &[&'static str]) -> &'static str {
    let at = usize::from(number).checked_sub(1);
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

/// Each range of three or more by its ends, all else one by one.
pub(super) fn told<T>(
    values: &[u16],
    one: impl Fn(u16) -> T,
    range: impl Fn(u16, u16) -> T,
) -> Vec<T> {
    let mut found = Vec::new();
    for (first, last) in runs(values) {
        if last - first >= 2 {
            found.push(range(first, last));
        } else {
            found.extend((first..=last).map(&one));
        }
    }
    found
}
