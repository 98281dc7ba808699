//! Names of things in AWS.

use std::fmt;

pub(crate) use taskdef_core::Arn;

/// The last part of a name or an ARN: `prod` of `arn:aws:ecs:…:cluster/prod`.
pub(crate) fn last_part(text: &str) -> &str {
    text.rsplit('/').next().unwrap_or(text)
}

/// The ARN of a cluster that is given by name or ARN, in the account of another ARN of ECS.
pub(crate) fn cluster_arn(beside: &str, cluster: &str) -> String {
    match Arn::parse(beside) {
        Some(arn) if !cluster.starts_with("arn:") => arn.sibling(&format!("cluster/{cluster}")),
        _ => cluster.to_owned(),
    }
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

    /// The family of an ARN or a name; empty if it can't be read.
    pub(crate) fn family_name(text: &str) -> String {
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

/// `FAMILY:REVISION` of an ARN, for people; any other text is returned unchanged.
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
