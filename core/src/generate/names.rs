//! Names of rules, schedules, clusters and services, as they are written in requests.

/// A name with what it is in, if that is said: a rule's bus, a schedule's group.
pub(super) struct Placed<'a> {
    pub(super) place: Option<&'a str>,
    pub(super) name: &'a str,
}

impl<'a> Placed<'a> {
    pub(super) fn parse(text: &'a str) -> Self {
        match text.split_once('/') {
            Some((place, name)) => Placed {
                place: Some(place),
                name,
            },
            None => Placed {
                place: None,
                name: text,
            },
        }
    }
}

/// A rule without the default bus, which does not stand in an ARN.
pub(super) fn without_default_bus(rule: &str) -> &str {
    rule.strip_prefix("default/").unwrap_or(rule)
}

/// The name at the end of an ARN or path.
pub(super) fn last_of_path(text: &str) -> String {
    text.rsplit('/').next().unwrap_or_default().to_owned()
}
