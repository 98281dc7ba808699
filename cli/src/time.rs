//! Times and durations.

use std::time::Duration;

use jiff::SignedDuration;
use taskdef_core::Lang;

use crate::text::text;

/// Reads `90s`, `30m`, `1h30m`, `250ms`; a number alone is seconds. `None` for anything else.
pub(crate) fn parse_duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    let seconds = text.parse().map(Duration::from_secs).ok();
    let parsed = || Duration::try_from(text.parse::<SignedDuration>().ok()?).ok();
    seconds.or_else(parsed)
}

/// A duration as text: `45s`, `3m05s`, `1h02m`.
pub(crate) fn elapsed(duration: Duration, lang: Lang) -> String {
    let seconds = duration.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, seconds) {
        (0, 0, seconds) => text!(lang, "{seconds}s", "{seconds} 秒"),
        (0, minutes, seconds) => {
            text!(lang, "{minutes}m{seconds:02}s", "{minutes} 分 {seconds} 秒")
        }
        (hours, minutes, _) => text!(lang, "{hours}h{minutes:02}m", "{hours} 時間 {minutes} 分"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Lang, elapsed, parse_duration};

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
        let time = Duration::from_secs(185);
        assert_eq!(elapsed(time, Lang::En), "3m05s");
        assert_eq!(elapsed(time, Lang::Ja), "3 分 5 秒");
    }
}
