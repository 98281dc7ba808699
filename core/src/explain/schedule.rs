//! Expressions of time, with their time zone.

use crate::schedule::Expression;

/// An expression of EventBridge, as `taskdef schedules` writes it: with the time zone behind it, if there
/// is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The expression; EventBridge has its form.
    pub expression: String,
    /// The name of the time zone, not looked up.
    pub time_zone: Option<String>,
}

/// The schedule that a topic is.
pub(super) fn find(topic: &str) -> Option<Schedule> {
    let topic = topic.trim();
    let end = topic.find(')')? + 1;
    let (expression, zone) = topic.split_at(end);
    let zone = zone.trim();
    let is_zone = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    if !zone.chars().all(is_zone) {
        return None;
    }
    Expression::parse(expression)?;
    Some(Schedule {
        expression: expression.to_owned(),
        time_zone: (!zone.is_empty()).then(|| zone.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn an_expression_may_have_its_zone_behind_it() {
        let zone = |topic| find(topic).map(|found| found.time_zone.unwrap_or_default());
        assert_eq!(zone("cron(0 18 * * ? *)").as_deref(), Some(""));
        let tokyo = zone(" cron(0 18 * * ? *) Asia/Tokyo");
        assert_eq!(tokyo.as_deref(), Some("Asia/Tokyo"));
        for none in [
            "cron(0 18 * * ? *) now and then",
            "cron(1)",
            "a (b)",
            "rate",
        ] {
            assert_eq!(zone(none), None, "{none}");
        }
    }
}
