//! Names of rules and schedules, optionally prefixed by the bus or group that contains them.

/// An EventBridge rule as `[BUS/]NAME`.
///
/// A rule's name contains no slash, but the name of a partner event bus does:
/// `aws.partner/example.com/acct`. Sources: `Name` of
/// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html>, `Name` of
/// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleName<'a> {
    /// The event bus; `None` means the bus `default`.
    pub bus: Option<&'a str>,
    /// The rule's name without its bus.
    pub name: &'a str,
}

impl<'a> RuleName<'a> {
    /// Splits a name at its last slash.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (bus, name) = split(text);
        RuleName { bus, name }
    }

    /// The rule's path in its ARN, which omits the default bus.
    #[must_use]
    pub fn path(&self) -> String {
        match self.bus {
            Some(bus) if bus != "default" => format!("{bus}/{}", self.name),
            _ => self.name.to_owned(),
        }
    }
}

/// An EventBridge Scheduler schedule as `[GROUP/]NAME`. Neither part contains a slash.
///
/// Source: <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduleName<'a> {
    /// The schedule group; `default` if none is named.
    pub group: &'a str,
    /// The schedule's name without its group.
    pub name: &'a str,
}

impl<'a> ScheduleName<'a> {
    /// Splits a name at its slash.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (group, name) = split(text);
        ScheduleName {
            group: group.unwrap_or("default"),
            name,
        }
    }
}

fn split(text: &str) -> (Option<&str>, &str) {
    match text.rsplit_once('/') {
        Some((before, name)) => (Some(before), name),
        None => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::{RuleName, ScheduleName};

    #[test]
    fn takes_names_apart() {
        let partner = "aws.partner/example.com/acct/name";
        for (text, bus, name, path) in [
            ("nightly", None, "nightly", "nightly"),
            ("jobs/nightly", Some("jobs"), "nightly", "jobs/nightly"),
            ("default/nightly", Some("default"), "nightly", "nightly"),
            (
                "aws.partner/example.com/acct/name/nightly",
                Some(partner),
                "nightly",
                "aws.partner/example.com/acct/name/nightly",
            ),
        ] {
            let rule = RuleName::parse(text);
            assert_eq!((rule.bus, rule.name, &*rule.path()), (bus, name, path));
        }
        let schedule = ScheduleName::parse("team/nightly");
        assert_eq!((schedule.group, schedule.name), ("team", "nightly"));
        assert_eq!(ScheduleName::parse("nightly").group, "default");
    }
}
