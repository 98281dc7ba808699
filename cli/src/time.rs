//! Times and durations.

use std::time::Duration;

/// Reads `90s`, `30m`, `1h`, `250ms`; a number alone is seconds.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let text = text.trim();
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit = match unit.trim() {
        "ms" => 1,
        "" | "s" => 1_000,
        "m" | "min" => 60_000,
        "h" => 3_600_000,
        _ => return Err("a time such as 90s, 30m or 1h".to_owned()),
    };
    let number: u64 = number
        .parse()
        .map_err(|_| "a time such as 90s, 30m or 1h".to_owned())?;
    let milliseconds = number.checked_mul(unit).ok_or("too long a time")?;
    Ok(Duration::from_millis(milliseconds))
}

/// A duration as people read it: `45s`, `3m05s`, `1h02m`.
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
    use super::{Duration, duration, elapsed};

    #[test]
    fn reads_what_people_write() {
        assert_eq!(duration("30m"), Ok(Duration::from_secs(1800)));
        assert_eq!(duration("250ms"), Ok(Duration::from_millis(250)));
        assert_eq!(duration("5"), Ok(Duration::from_secs(5)));
        assert!(duration("soon").is_err());
        assert!(duration("1d").is_err());
        assert_eq!(elapsed(Duration::from_secs(185)), "3m05s");
    }
}
