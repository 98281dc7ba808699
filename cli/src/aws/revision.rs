//! Registered revisions, each with AWS's whole answer.

use serde::Deserialize;
use serde_json::{Value, json};
use taskdef_core::Pasted;
use taskdef_core::diff::{Difference, Which, diff};
use taskdef_core::{Failure as CoreFailure, Lang, Localized};

use super::arn::{FamilyRevision, short};
use super::call::{Aws, parse, read};
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::request::Request;
use super::tags::{Tag, owner};
use crate::text::texts;

/// A revision, as AWS answered it.
#[derive(Debug, Clone)]
pub(crate) struct Revision {
    /// Its ARN, revision included.
    pub(crate) arn: String,
    /// The revision's number.
    pub(crate) number: u64,
    /// AWS's answer, as it came: the task definition, with its tags beside it.
    pub(crate) answer: String,
    /// The same, read.
    value: Value,
    /// The tool that also manages this definition.
    pub(crate) owner: Option<Localized<String>>,
    /// The call that was answered.
    operation: Operation,
}

/// The members of an answer without which there is no revision.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    task_definition: Definition,
    tags: Option<Vec<Tag>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Definition {
    task_definition_arn: String,
    revision: u64,
}

impl Revision {
    /// Reads the answer of `DescribeTaskDefinition` or `RegisterTaskDefinition`.
    ///
    /// # Errors
    /// It is not JSON, or lacks the ARN or the revision's number.
    pub(super) fn read(operation: Operation, answer: String) -> Result<Self, Box<Failure>> {
        let value = read(operation, &answer)?;
        let Answer {
            task_definition,
            tags,
        } = parse(operation, value.clone())?;
        Ok(Revision {
            arn: task_definition.task_definition_arn,
            number: task_definition.revision,
            answer,
            value,
            owner: tags.as_deref().and_then(owner),
            operation,
        })
    }

    /// `FAMILY:REVISION`.
    pub(crate) fn short(&self) -> String {
        short(&self.arn)
    }

    /// The task definition in the answer.
    pub(crate) fn definition(&self) -> &Value {
        &self.value["taskDefinition"]
    }

    /// Whether it can be started.
    pub(crate) fn is_active(&self) -> bool {
        self.definition()["status"] == "ACTIVE"
    }

    /// Whether it was deregistered, so that nothing can start it.
    pub(crate) fn is_inactive(&self) -> bool {
        matches!(
            self.definition()["status"].as_str(),
            Some("INACTIVE" | "DELETE_IN_PROGRESS")
        )
    }

    /// The roles that ECS takes on for its tasks.
    pub(crate) fn roles(&self) -> Vec<String> {
        let roles = ["taskRoleArn", "executionRoleArn"].into_iter();
        let roles = roles.filter_map(|member| self.definition()[member].as_str());
        roles
            .filter(|role| !role.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// What a task definition, or another revision's answer, would change of it.
    ///
    /// # Errors
    /// One of them can't be read as a task definition.
    pub(crate) fn differences(
        &self,
        new: &str,
        show: bool,
    ) -> Result<Vec<Difference>, Box<Failure>> {
        self.compare(&self.answer, new, show)
    }

    /// What this revision changes of a document that was sent.
    ///
    /// # Errors
    /// One of them can't be read as a task definition.
    pub(super) fn differences_from(&self, sent: &str) -> Result<Vec<Difference>, Box<Failure>> {
        self.compare(sent, &self.answer, false)
    }

    /// What two texts differ in by what they mean.
    fn compare(&self, old: &str, new: &str, show: bool) -> Result<Vec<Difference>, Box<Failure>> {
        let compared = diff(&Pasted::text(old), &Pasted::text(new), show);
        let comparison = compared.map_err(|(which, failure)| {
            let text = match which {
                Which::Old => old,
                Which::New => new,
            };
            let why = |lang| match &failure {
                CoreFailure::Unreadable(error) => error.message(lang),
                CoreFailure::Edit(error) => error.message(lang),
            };
            let (short, en, ja) = (self.short(), why(Lang::En), why(Lang::Ja));
            let words = if text == self.answer {
                texts!(
                    "AWS's answer about {short} can't be read: {en}",
                    "{short} についての AWS の応答を読み取れません: {ja}"
                )
            } else {
                texts!(
                    "what is compared with {short} can't be read: {en}",
                    "{short} と比べるものを読み取れません: {ja}"
                )
            };
            Box::new(Failure::invalid_response(self.operation, words))
        })?;
        Ok(comparison.differences)
    }
}

impl Aws {
    /// A revision, or the latest active one of a family, with its tags.
    ///
    /// # Errors
    /// There is none ([`Kind::Missing`]), AWS refuses, or does not answer.
    pub(crate) async fn revision(&self, name: &str) -> Result<Revision, Box<Failure>> {
        let operation = Operation::DescribeTaskDefinition;
        let body = json!({"taskDefinition": name, "include": ["TAGS"]});
        let answer = self.call(Request::new(operation, &body)).await;
        let answer = answer.map_err(|failure| {
            if failure.is_of_no_definition() {
                let words = texts!(
                    "there is no task definition {name}",
                    "タスク定義 {name} はありません"
                );
                Box::new(Failure::reported(operation, Kind::Missing, "", words))
            } else {
                failure
            }
        })?;
        Revision::read(operation, answer)
    }

    /// The latest active revision of a family, if it has one.
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
        let arns: Vec<String> = self
            .pages(operation, body, "taskDefinitionArns", "nextToken")
            .await?;
        let revisions = arns.iter().filter_map(|arn| FamilyRevision::parse(arn));
        // The prefix finds longer names too.
        let numbers = revisions.filter(|found| found.family == family);
        let numbers = numbers.filter_map(|found| found.revision);
        Ok(numbers.filter(|found| *found < number).max())
    }
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use super::{Kind, Lang, Operation, Revision};

    fn read(answer: &str) -> Result<Revision, Kind> {
        let read = Revision::read(Operation::DescribeTaskDefinition, answer.to_owned());
        read.map_err(|failure| failure.kind)
    }

    #[test]
    fn an_answer_without_a_revision_is_no_success() {
        for answer in [
            "",
            "{}",
            r#"{"taskDefinition": {"revision": 1}}"#,
            r#"{"taskDefinition": {"taskDefinitionArn": "f:1"}}"#,
            r#"{"taskDefinition": {"taskDefinitionArn": "f:1", "revision": "1"}}"#,
        ] {
            assert_eq!(read(answer).err(), Some(Kind::InvalidResponse), "{answer}");
        }
    }

    #[test]
    fn an_answer_that_is_no_task_definition_is_an_error_and_no_difference() {
        let answer = r#"{"taskDefinition": {"taskDefinitionArn": "f:1", "revision": 1}}"#;
        let same = r#"{"family": "f", "containerDefinitions": [{"name": "a", "image": "a"}]}"#;
        let differences = read(answer).map(|revision| {
            let differences = revision.differences(same, false);
            differences.map_err(|failure| (failure.kind.clone(), failure.message(Lang::En)))
        });
        let Ok(Err((kind, message))) = differences else {
            panic!("{differences:?}");
        };
        assert_eq!(kind, Kind::InvalidResponse);
        assert!(
            message.contains("AWS's answer about f:1 can't be read"),
            "{message}"
        );
    }
}
