//! An error as values: the text and the JSON are both rendered from them.

use serde::Serialize;
use serde_json::Value;
use taskdef_core::Position;
use taskdef_core::report::{Finding, More};

use crate::status::Status;

/// An error that ended a command, or a part of a deployment. The JSON has the same members wherever one
/// stands.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportedError {
    /// The exit status for it.
    pub(crate) status: u8,
    /// The input that it is about.
    pub(crate) file: Option<String>,
    /// Where reading it stopped.
    #[serde(flatten)]
    pub(crate) position: Option<Position>,
    /// AWS's name of the error, or ours of what an input is instead of a task definition.
    pub(crate) code: Option<String>,
    /// The call that failed, as IAM writes it: `ecs:UpdateService`.
    pub(crate) operation: Option<String>,
    /// What happened.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) cure: Option<String>,
    /// The IAM statement that grants what is not allowed.
    pub(crate) statement: Option<Value>,
    /// The findings that keep an input from being sent.
    pub(crate) findings: Vec<Finding>,
    /// How many of a rule there are besides those in `findings`.
    pub(crate) more: Vec<More>,
}

impl ReportedError {
    /// An error of which no more is known than this.
    pub(crate) fn new(status: Status, message: String) -> Self {
        ReportedError {
            status: status as u8,
            file: None,
            position: None,
            code: None,
            operation: None,
            message,
            cure: None,
            statement: None,
            findings: Vec::new(),
            more: Vec::new(),
        }
    }

    /// The same about an input of this name.
    pub(crate) fn of_file(self, file: impl Into<String>) -> Self {
        ReportedError {
            file: Some(file.into()),
            ..self
        }
    }

    /// What happened and what to do about it, for people.
    pub(crate) fn text(&self) -> String {
        let statement = self.statement.as_ref().map(Value::to_string);
        let mut text = self.message.clone();
        for more in [&self.cure, &statement].into_iter().flatten() {
            text.push('\n');
            text.push_str(more);
        }
        text
    }
}
