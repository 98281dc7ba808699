//! Seconds in minutes.

use crate::lang::Lang;

/// Seconds in minutes, if there are whole ones.
pub(super) fn minutes(value: &str, lang: Lang) -> Option<String> {
    let seconds: u64 = value.parse().ok()?;
    if seconds < 60 || !seconds.is_multiple_of(60) {
        return None;
    }
    Some(match (lang, seconds / 60) {
        (Lang::En, 1) => "1 minute.".to_owned(),
        (Lang::En, minutes) => format!("{minutes} minutes."),
        (Lang::Ja, minutes) => [&minutes.to_string(), " 分です。"].concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::minutes;
    use crate::lang::Lang;

    #[test]
    fn only_whole_minutes_are_told() {
        assert_eq!(minutes("120", Lang::En).as_deref(), Some("2 minutes."));
        assert_eq!(minutes("60", Lang::Ja).as_deref(), Some("1 分です。"));
        for text in ["90", "30", "x", "-60"] {
            assert_eq!(minutes(text, Lang::En), None, "{text}");
        }
    }
}
