//! Registered revisions, each with AWS's whole answer.

use serde_json::{Value, json};
use taskdef_core::Pasted;
use taskdef_core::diff::{Difference, Which, diff};
use taskdef_core::{Failure as CoreFailure, Lang};

use super::arn::{FamilyRevision, short};
use super::call::{Aws, read};
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::request::Request;

/// A revision as AWS tells of it.
#[derive(Debug, Clone)]
pub(crate) struct Revision {
    /// Its ARN, revision included.
    pub(crate) arn: String,
    /// The revision's number.
    pub(crate) number: u64,
    /// AWS's answer, as it came: the task definition, with its tags beside it.
    pub(crate) answer: String,
}

impl Revision {
    /// Reads the answer of `DescribeTaskDefinition` or `RegisterTaskDefinition`.
    pub(super) fn read(operation: Operation, answer: String) -> Result<Self, Box<Failure>> {
        let value = read(operation, &answer)?;
        let definition = &value["taskDefinition"];
        match (
            definition["taskDefinitionArn"].as_str(),
            definition["revision"].as_u64(),
        ) {
            (Some(arn), Some(number)) => Ok(Revision {
                arn: arn.to_owned(),
                number,
                answer,
            }),
            _ => Err(Box::new(Failure::no_json(operation))),
        }
    }

    /// `FAMILY:REVISION`.
    pub(crate) fn short(&self) -> String {
        short(&self.arn)
    }

    /// Whether it was deregistered, so that nothing can start it.
    pub(crate) fn is_inactive(&self) -> bool {
        let value: Value = serde_json::from_str(&self.answer).unwrap_or_default();
        value["taskDefinition"]["status"] == "INACTIVE"
    }

    /// Whether a task of it has to be told its subnets.
    pub(crate) fn needs_network(&self) -> bool {
        let value: Value = serde_json::from_str(&self.answer).unwrap_or_default();
        value["taskDefinition"]["networkMode"] == "awsvpc"
    }

    /// What a task definition would change of it.
    pub(crate) fn differences(&self, new: &str, show: bool) -> Vec<Difference> {
        differences(&self.answer, new, show)
    }

    /// Who else looks after this definition and would undo what a deployment does to it: a stack
    /// of CloudFormation, which tags what it owns, or Terraform, which many tell by a tag.
    pub(crate) fn owner(&self) -> Option<String> {
        let value: Value = serde_json::from_str(&self.answer).unwrap_or_default();
        owner(&value["tags"])
    }
}

/// The stack that owns what has these tags.
pub(super) fn owner(tags: &Value) -> Option<String> {
    let tags = tags.as_array()?;
    let text = |tag: &Value, name: &str| tag[name].as_str().unwrap_or_default().to_owned();
    let stack = tags
        .iter()
        .find(|tag| tag["key"] == "aws:cloudformation:stack-name");
    if let Some(stack) = stack {
        return Some(format!("the CloudFormation stack {}", text(stack, "value")));
    }
    let by_terraform = tags.iter().any(|tag| {
        let says = |name| text(tag, name).to_lowercase().contains("terraform");
        says("key") || says("value")
    });
    by_terraform.then(|| "Terraform".to_owned())
}

/// What two texts differ in by what they mean; a text that can't be read differs in everything.
pub(super) fn differences(old: &str, new: &str, show: bool) -> Vec<Difference> {
    match diff(&Pasted::text(old), &Pasted::text(new), show) {
        Ok(comparison) => comparison.differences,
        Err((which, failure)) => vec![Difference {
            kind: taskdef_core::diff::DifferenceKind::Changed,
            at: unreadable(which, &failure),
            before: None,
            after: None,
        }],
    }
}

fn unreadable(which: Which, failure: &CoreFailure) -> String {
    let why = match failure {
        CoreFailure::Unreadable(error) => error.message(Lang::En),
        CoreFailure::Edit(error) => error.message(Lang::En),
    };
    match which {
        Which::Old => format!("the registered definition can't be read: {why}"),
        Which::New => format!("the definition can't be read: {why}"),
    }
}

impl Aws {
    /// A revision, or the latest active one of a family, with its tags.
    pub(crate) async fn revision(&self, name: &str) -> Result<Revision, Box<Failure>> {
        let operation = Operation::DescribeTaskDefinition;
        let body = json!({"taskDefinition": name, "include": ["TAGS"]});
        let answer = self.call(Request::new(operation, &body)).await;
        let answer = answer.map_err(|failure| {
            if is_unknown(&failure) {
                let words = format!("there is no task definition {name}");
                Box::new(Failure::told(operation, Kind::Missing, "", &words))
            } else {
                failure
            }
        })?;
        Revision::read(operation, answer)
    }

    /// The latest active revision of a family; nothing if it has none.
    pub(crate) async fn latest(&self, family: &str) -> Result<Option<Revision>, Box<Failure>> {
        match self.revision(family).await {
            Ok(revision) => Ok(Some(revision)),
            Err(failure) if failure.kind == Kind::Missing => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The highest active revision of a family below this one.
    pub(crate) async fn revision_before(
        &self,
        family: &str,
        number: u64,
    ) -> Result<Option<u64>, Box<Failure>> {
        let body = json!({"familyPrefix": family, "status": "ACTIVE", "sort": "DESC"});
        let operation = Operation::ListTaskDefinitions;
        let arns = self
            .pages(operation, body, "taskDefinitionArns", "nextToken")
            .await?;
        let revisions = arns.iter().filter_map(Value::as_str);
        let revisions = revisions.filter_map(FamilyRevision::parse);
        // The prefix finds longer names too.
        let numbers = revisions.filter(|found| found.family == family);
        let numbers = numbers.filter_map(|found| found.revision);
        Ok(numbers.filter(|found| *found < number).max())
    }
}

/// ECS says so of a family without active revisions.
fn is_unknown(failure: &Failure) -> bool {
    failure.kind == Kind::Refused && failure.says("Unable to describe task definition")
}
