//! Which operations a text speaks of: an error of another service is none of ours, even in the same
//! words.

use memchr::memmem;

use super::normal::Normal;
use super::pattern::Match;

/// The operations of ECS, and of what starts its tasks, in the form of [`Normal`].
const OURS: [&str; 29] = [
    "assumerole",
    "continueservicedeployment",
    "createcapacityprovider",
    "createcluster",
    "createdeployment",
    "createschedule",
    "createservice",
    "createtaskset",
    "deletetaskdefinitions",
    "deregistertaskdefinition",
    "describeclusters",
    "describeservicedeployments",
    "describeservices",
    "describetaskdefinition",
    "describetasks",
    "executecommand",
    "getcalleridentity",
    "listservices",
    "listtaskdefinitions",
    "listtasks",
    "puttargets",
    "registertaskdefinition",
    "runtask",
    "starttask",
    "stoptask",
    "tagresource",
    "updateschedule",
    "updateservice",
    "updatetaskset",
];

/// The services, as SDKs write them.
const SERVICES: [&str; 9] = [
    "amazonec2containerservice",
    "amazonecs",
    "cloudwatchevents",
    "codedeploy",
    "ecs",
    "eventbridge",
    "events",
    "scheduler",
    "sts",
];

/// The longest name that is looked at.
const LONGEST_NAME: usize = 60;
/// How far the words of an error may be from the name of the operation that they answer.
const NEAR: usize = 600;

/// An operation or a service that a text names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller {
    at: usize,
    is_ours: bool,
}

/// Those of a text, in order.
#[derive(Debug)]
pub(crate) struct Callers(Vec<Caller>);

impl Callers {
    /// Finds what SDKs write: `when calling the X operation`, `operation error ECS: X`, and
    /// `(Service: AmazonECS; Status Code: 400; …)` after the words.
    pub(crate) fn of(text: &Normal) -> Self {
        let mut callers: Vec<Caller> = Vec::new();
        let mut add = |at: usize, is_ours: bool| callers.push(Caller { at, is_ours });
        let mut named = 0;
        for (at, rest) in after(text, "whencallingthe") {
            if let Some(end) = rest.find("operation") {
                add(at, OURS.contains(&&rest[..end]));
                named = at + LONGEST_NAME;
            }
        }
        for (at, rest) in after(text, "operationerror") {
            // `when calling the X operation: error …` is none of these.
            if at >= named {
                add(at, SERVICES.iter().any(|service| rest.starts_with(service)));
            }
        }
        for at in text.places("service") {
            let start = at + "service".len();
            let name = text.word_at(start);
            let rest = &text.text()[start + name.len()..];
            if rest.starts_with("statuscode") {
                add(at, SERVICES.contains(&name));
            }
        }
        callers.sort_unstable_by_key(|caller| caller.at);
        Callers(callers)
    }

    /// Whether a match answers an operation of another service: the nearest that is named before it, or
    /// else right after it, is none of ours.
    pub(crate) fn are_foreign(&self, found: &Match) -> bool {
        let next = self.0.partition_point(|caller| caller.at < found.end);
        let before = next.checked_sub(1).and_then(|last| self.0.get(last));
        let before = before.filter(|caller| found.start.saturating_sub(caller.at) <= NEAR);
        let after = self.0.get(next);
        let after = after.filter(|caller| caller.at - found.end <= LONGEST_NAME);
        before.or(after).is_some_and(|caller| !caller.is_ours)
    }
}

/// What stands after each place of some words, as far as a name goes.
fn after<'a>(text: &'a Normal, words: &'a str) -> impl Iterator<Item = (usize, &'a str)> + 'a {
    let all = text.text();
    memmem::find_iter(all.as_bytes(), words.as_bytes()).map(move |at| {
        let start = at + words.len();
        (at, &all[start..all.len().min(start + LONGEST_NAME)])
    })
}

#[cfg(test)]
mod tests {
    use super::{Callers, Match, Normal};

    #[test]
    fn an_operation_of_another_service_is_foreign() {
        for (text, foreign) in [
            ("Access Denied", false),
            (
                "An error occurred (AccessDenied) when calling the PutObject operation: Access Denied",
                true,
            ),
            (
                "An error occurred (X) when calling the RunTask opera\ntion: Access Denied",
                false,
            ),
            (
                "operation error ECS: RunTask, https response error, api error X: Access Denied",
                false,
            ),
            (
                "operation error S3: PutObject, https response error, api error X: Access Denied",
                true,
            ),
            (
                "Access Denied (Service: AmazonS3; Status Code: 403; Error Code: X)",
                true,
            ),
            (
                "Access Denied (Service: Ecs, Status Code: 403, Request ID: X)",
                false,
            ),
        ] {
            let normal = Normal::new(text);
            let start = normal.text().find("accessdenied").unwrap_or_default();
            let start = normal.text().rfind("accessdenied").unwrap_or(start);
            let found = Match {
                length: 12,
                names: 0,
                start,
                end: start + 12,
            };
            assert_eq!(Callers::of(&normal).are_foreign(&found), foreign, "{text}");
        }
    }
}
