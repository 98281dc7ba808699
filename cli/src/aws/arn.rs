//! Names of things in AWS.

use std::fmt;

/// `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`, in its parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arn<'a> {
    pub(crate) partition: &'a str,
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account: &'a str,
    pub(crate) resource: &'a str,
}

impl<'a> Arn<'a> {
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.strip_prefix("arn:")?.splitn(5, ':');
        Some(Arn {
            partition: parts.next()?,
            service: parts.next()?,
            region: parts.next()?,
            account: parts.next()?,
            resource: parts.next()?,
        })
    }

    /// The ARN of another resource of the same service, region and account.
    pub(crate) fn beside(self, resource: &str) -> String {
        self.of(self.service, resource)
    }

    /// The ARN of a resource of another service in the same region and account.
    pub(crate) fn of(self, service: &str, resource: &str) -> String {
        let Arn {
            partition,
            region,
            account,
            ..
        } = self;
        format!("arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// The last part of a name or an ARN: `prod` of `arn:aws:ecs:…:cluster/prod`.
pub(crate) fn last_part(text: &str) -> &str {
    text.rsplit('/').next().unwrap_or(text)
}

/// A family, with a revision or following the latest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FamilyRevision {
    pub(crate) family: String,
    pub(crate) revision: Option<u64>,
}

impl FamilyRevision {
    /// Reads `FAMILY`, `FAMILY:REVISION`, or an ARN that ends so.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let name = match Arn::parse(text) {
            Some(arn) if arn.service == "ecs" => arn.resource.strip_prefix("task-definition/")?,
            Some(_) => return None,
            None => text,
        };
        let (family, revision) = match name.split_once(':') {
            Some((family, revision)) => (family, Some(revision.parse().ok()?)),
            None => (name, None),
        };
        (!family.is_empty()).then(|| FamilyRevision {
            family: family.to_owned(),
            revision,
        })
    }

    /// The family of an ARN or a name; empty where it is none.
    pub(crate) fn family_of(text: &str) -> String {
        Self::parse(text).map_or_else(String::new, |parsed| parsed.family)
    }
}

impl fmt::Display for FamilyRevision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.revision {
            Some(revision) => write!(f, "{}:{revision}", self.family),
            None => f.write_str(&self.family),
        }
    }
}

/// `FAMILY:REVISION` of an ARN, for people; what is none stays as it is.
pub(crate) fn short(text: &str) -> String {
    FamilyRevision::parse(text).map_or_else(|| text.to_owned(), |parsed| parsed.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Arn, FamilyRevision, short};

    #[test]
    fn reads_families_with_and_without_revision() {
        let arn = "arn:aws-cn:ecs:cn-north-1:1:task-definition/batch:12";
        assert_eq!(short(arn), "batch:12");
        assert_eq!(short("arn:aws:ecs:r:1:task-definition/batch"), "batch");
        assert_eq!(short("batch:3"), "batch:3");
        for text in ["", ":3", "batch:x", "arn:aws:ecs:r:1:service/c/s"] {
            assert_eq!(FamilyRevision::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_resource_may_hold_colons() {
        let arn = Arn::parse("arn:aws:ecs:r:1:task-definition/batch:12").map(|arn| arn.resource);
        assert_eq!(arn, Some("task-definition/batch:12"));
    }
}
