//! EventBridge's expressions of time: `cron(minutes hours day-of-month month day-of-week year)`,
//! `rate(5 minutes)`, and Scheduler's `at(2026-11-20T13:00:00)`; and what they say in words.
//!
//! Sources: <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>,
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html>

mod cron;
mod en;
mod ja;
mod times;

use crate::lang::Lang;

pub use cron::{Cron, Days, LAST_YEAR};

/// An expression of time. Its zone is not part of it: a rule counts in UTC, a schedule in a zone of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression<'a> {
    /// By the calendar.
    Cron(Cron),
    /// Again and again.
    Rate {
        /// How many units lie between two runs; at least 1.
        every: u32,
        /// The unit.
        unit: Unit,
    },
    /// Once, at a date and time such as `2026-11-20T13:00:00`.
    At(&'a str),
}

/// The unit of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

impl<'a> Expression<'a> {
    /// Reads an expression; `None` if EventBridge has no such form.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (kind, inner) = text.trim().strip_suffix(')')?.split_once('(')?;
        match kind {
            "cron" => Cron::parse(inner).map(Expression::Cron),
            "rate" => {
                let (every, unit) = inner.trim().split_once(' ')?;
                let every = every.parse().ok().filter(|every| *every > 0)?;
                let unit = match unit.trim() {
                    "minute" | "minutes" => Unit::Minutes,
                    "hour" | "hours" => Unit::Hours,
                    "day" | "days" => Unit::Days,
                    _ => return None,
                };
                Some(Expression::Rate { every, unit })
            }
            "at" => {
                let at = inner.trim();
                let form = "0000-00-00T00:00:00";
                let alike = |(c, form): (char, char)| match form {
                    '0' => c.is_ascii_digit(),
                    form => c == form,
                };
                let fits = at.len() == form.len() && at.chars().zip(form.chars()).all(alike);
                fits.then_some(Expression::At(at))
            }
            _ => None,
        }
    }

    /// What it says, without a full stop: `at 18:00 every day`, `毎日 18:00`.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => en::words(self),
            Lang::Ja => ja::words(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Expression;
    use crate::lang::Lang;

    fn said(text: &str, lang: Lang) -> Option<String> {
        Expression::parse(text).map(|expression| expression.words(lang))
    }

    #[test]
    fn an_expression_is_told_in_words() {
        for (text, en, ja) in [
            ("cron(0 18 * * ? *)", "at 18:00 every day", "毎日 18:00"),
            ("cron(*/15 * * * ? *)", "every 15 minutes", "15 分ごと"),
            ("cron(* * * * ? *)", "every minute", "毎分"),
            (
                "cron(5/20 * * * ? *)",
                "every 20 minutes from minute 5 of the hour",
                "毎時 5 分から 20 分ごと",
            ),
            ("cron(5 * * * ? *)", "every hour at minute 5", "毎時 5 分"),
            (
                "cron(0 0/6 * * ? *)",
                "every 6 hours from 00:00",
                "0:00 から 6 時間ごと",
            ),
            (
                "cron(0 9-17 ? * MON-FRI *)",
                "every hour from 09:00 to 17:00 on Monday to Friday",
                "毎週月曜日～金曜日、9:00～17:00 に 1 時間ごと",
            ),
            (
                "cron(30 3,15 ? * 1,7 *)",
                "at 03:30 and 15:30 on Sunday and Saturday",
                "毎週日曜日・土曜日、3:30・15:30",
            ),
            (
                "cron(0 2 1 * ? *)",
                "at 02:00 on day 1 of the month",
                "毎月 1 日、2:00",
            ),
            (
                "cron(0 2 L * ? *)",
                "at 02:00 on the last day of the month",
                "毎月末日、2:00",
            ),
            (
                "cron(0 2 LW * ? *)",
                "at 02:00 on the last weekday (Monday to Friday) of the month",
                "毎月最後の平日、2:00",
            ),
            (
                "cron(0 2 15W * ? *)",
                "at 02:00 on the weekday (Monday to Friday) nearest to day 15 of the month",
                "毎月 15 日に最も近い平日、2:00",
            ),
            (
                "cron(0 2 ? * 6L *)",
                "at 02:00 on the last Friday of the month",
                "毎月最後の金曜日、2:00",
            ),
            (
                "cron(0 2 ? * TUE#2 *)",
                "at 02:00 on the 2nd Tuesday of the month",
                "毎月第 2 火曜日、2:00",
            ),
            (
                "cron(0 10 1,15 1,4-6 ? 2026-2028)",
                "at 10:00 on days 1 and 15 of the month, in January and April to June, in 2026 to 2028",
                "2026～2028 年の 1 月・4 月～6 月、1 日・15 日、10:00",
            ),
            (
                "cron(0/10 20-23 * * ? *)",
                "at minutes 0, 10, 20, 30, 40 and 50 of the hours 20 to 23 every day",
                "毎日、20～23 時台の 0 分・10 分・20 分・30 分・40 分・50 分",
            ),
            ("rate(1 day)", "every day", "1 日ごと"),
            ("rate(5 minutes)", "every 5 minutes", "5 分ごと"),
            (
                "at(2026-11-20T13:00:00)",
                "once, on 2026-11-20 at 13:00:00",
                "2026-11-20 13:00:00 に 1 回",
            ),
        ] {
            assert_eq!(said(text, Lang::En).as_deref(), Some(en), "{text}");
            assert_eq!(said(text, Lang::Ja).as_deref(), Some(ja), "{text}");
        }
    }

    #[test]
    fn what_eventbridge_does_not_have_is_none() {
        for text in [
            "0 18 * * *",
            "cron(0 18 * * *)",
            "cron(60 18 * * ? *)",
            "cron(0 24 * * ? *)",
            "cron(0 18 0 * ? *)",
            "cron(0 18 1 * MON *)",
            "cron(0 18 ? * ? *)",
            "cron(0 18 * * * *)",
            "cron(0 18 ? * MON#6 *)",
            "cron(0 18 ? * 8 *)",
            "cron(0 18 40W * ? *)",
            "cron(0 5-3 * * ? *)",
            "cron(0/0 5 * * ? *)",
            "cron(? 5 * * ? *)",
            "rate(0 minutes)",
            "rate(5 weeks)",
            "at(tomorrow)",
            "at(2026-11-20)",
            "",
            "cron()",
        ] {
            assert_eq!(Expression::parse(text), None, "{text}");
        }
    }
}
