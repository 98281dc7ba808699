//! Times and durations.

use std::time::Duration;

use jiff::SignedDuration;

/// Reads `90s`, `30m`, `1h30m`, `250ms`; a number alone is seconds. `None` for anything else.
pub(crate) fn parse_duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    let seconds = text.parse().map(Duration::from_secs).ok();
    let parsed = || Duration::try_from(text.parse::<SignedDuration>().ok()?).ok();
    seconds.or_else(parsed)
}

/// A duration as text: `45s`, `3m05s`, `1h02m`.
pub(crate) fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds}s"),
        (0, minutes, seconds) => format!("{minutes}m{seconds:02}s"),
        (hours, minutes, _) => format!("{hours}h{minutes:02}m"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, elapsed, parse_duration};

    #[test]
    fn reads_what_people_write() {
        for (text, milliseconds) in [
            ("30m", 1_800_000),
            ("30min", 1_800_000),
            ("2 h", 7_200_000),
            ("90s", 90_000),
            ("250ms", 250),
            ("5", 5_000),
            ("0", 0),
            ("1h30m", 5_400_000),
            ("1h 30m", 5_400_000),
        ] {
            let duration = Duration::from_millis(milliseconds);
            assert_eq!(parse_duration(text), Some(duration), "{text}");
        }
        for text in ["", "soon", "1d", "-5m", "5m ago", "99999999999999999h"] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
        assert_eq!(elapsed(Duration::from_secs(185)), "3m05s");
    }
}
