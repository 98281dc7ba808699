//! Names of rules and schedules as people write them: with what they belong to in front.

/// A rule of EventBridge as `[BUS/]NAME`.
///
/// The name of a rule has no slash, but that of a partner's event bus has: `aws.partner/example.com/acct`.
/// Sources: `Name` of <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html>,
/// `Name` of <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleName<'a> {
    /// The event bus, if one is named; else it is `default`.
    pub bus: Option<&'a str>,
    /// The rule's own name.
    pub name: &'a str,
}

impl<'a> RuleName<'a> {
    /// Takes a name apart.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (bus, name) = split(text);
        RuleName { bus, name }
    }

    /// The path of the rule in its ARN, where the default bus is left out.
    #[must_use]
    pub fn path(&self) -> String {
        match self.bus {
            Some(bus) if bus != "default" => format!("{bus}/{}", self.name),
            _ => self.name.to_owned(),
        }
    }
}

/// A schedule of EventBridge Scheduler as `[GROUP/]NAME`. Neither part has a slash.
///
/// Source: <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduleName<'a> {
    /// The schedule group; `default` if none is named.
    pub group: &'a str,
    /// The schedule's own name.
    pub name: &'a str,
}

impl<'a> ScheduleName<'a> {
    /// Takes a name apart.
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
