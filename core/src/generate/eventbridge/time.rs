//! When a task starts, and for how long it may run.
//!
//! Sources: <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>,
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>

use crate::generate::error::GenerateError;
use crate::generate::request::{Request, Trigger};
use crate::lang::Localized;

/// The longest time of a state, in seconds. Source:
/// <https://states-language.net/spec.html#task-state> and
/// <https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html>
const LONGEST: u32 = 99_999_999;

/// Checks the expression, the zone and the time limit.
///
/// # Errors
/// One of them is none.
pub(super) fn check(trigger: Trigger, request: &Request) -> Result<(), GenerateError> {
    let forms: &[&str] = match trigger {
        Trigger::Rule => &["cron(", "rate("],
        _ => &["cron(", "rate(", "at("],
    };
    let is_expression =
        |text: &String| forms.iter().any(|form| text.starts_with(form)) && text.ends_with(')');
    if !request.expression.iter().all(is_expression) {
        return Err(EXPRESSION);
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    let is_zone = |zone: &String| !zone.is_empty() && zone.chars().all(fits);
    if !request.time_zone.iter().all(is_zone) {
        return Err(ZONE);
    }
    if request.time_zone.is_some() && trigger == Trigger::Rule {
        return Err(ZONE_OF_RULE);
    }
    let limits = request.timeout.is_some() || request.retries.is_some();
    if limits && trigger != Trigger::StateMachine {
        return Err(NO_MACHINE);
    }
    if request
        .timeout
        .as_deref()
        .is_some_and(|text| seconds(text).is_none())
    {
        return Err(TIMEOUT);
    }
    Ok(())
}

/// The seconds of a time such as `90s`, `30m` or `1h30m`; a bare number is seconds.
pub(super) fn seconds(text: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let (digits, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let number: u32 = digits.parse().ok()?;
        let (unit, behind) = match behind.chars().next() {
            None if rest == text => (1, ""),
            Some('s') => (1, &behind[1..]),
            Some('m') => (60, &behind[1..]),
            Some('h') => (3600, &behind[1..]),
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(unit)?)?;
        rest = behind;
    }
    (1..=LONGEST).contains(&total).then_some(total)
}

const EXPRESSION: GenerateError = GenerateError::of_options(
    "expression",
    Localized {
        en: "--expression is cron(…), rate(…) or, for a schedule alone, at(…), such as 'cron(0 3 * * ? *)'",
        ja: "--expression は cron(…)、rate(…)、またはスケジュールに限り at(…) の形で、'cron(0 3 * * ? *)' のように\
            指定してください",
    },
);

const ZONE: GenerateError = GenerateError::of_options(
    "time-zone",
    Localized {
        en: "--time-zone is a name of the IANA database, such as Asia/Tokyo",
        ja: "--time-zone には Asia/Tokyo のような IANA のタイムゾーン名を指定してください",
    },
);

const ZONE_OF_RULE: GenerateError = GenerateError::of_options(
    "time-zone",
    Localized {
        en: "a rule counts in UTC: --time-zone needs --by schedule or --by state-machine",
        ja: "ルールの時刻は UTC です。--time-zone には --by schedule か --by state-machine が必要です",
    },
);

const NO_MACHINE: GenerateError = GenerateError::of_options(
    "timeout",
    Localized {
        en: "--timeout and --retries need --by state-machine: a rule or schedule only starts the task",
        ja: "--timeout と --retries には --by state-machine が必要です。ルールやスケジュールはタスクを起動するだけです",
    },
);

const TIMEOUT: GenerateError = GenerateError::of_options(
    "timeout",
    Localized {
        en: "--timeout is a time such as 90s, 30m or 1h30m",
        ja: "--timeout は 90s、30m、1h30m のような時間で指定してください",
    },
);

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn reads_times() {
        for (text, expected) in [
            ("90s", 90),
            ("30m", 1800),
            ("1h30m", 5400),
            ("2h", 7200),
            ("3600", 3600),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "0",
            "m",
            "1d",
            "1h30",
            "-5",
            "99999999999",
            "1 h",
            "4294967295h",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
