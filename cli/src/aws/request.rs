//! A request to AWS.

use serde_json::Value;

use super::operation::Operation;

/// An operation with its body.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) operation: Operation,
    /// The JSON; empty where the operation has none.
    pub(super) body: String,
    /// The path and query: only EventBridge Scheduler uses them.
    pub(super) path: Path,
    /// One attempt only, since a second one would repeat the effect.
    pub(super) no_retry: bool,
}

/// The name and group of a schedule, or the page of a list of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    pub(super) name: Option<String>,
    pub(super) group: Option<String>,
    pub(super) next: Option<String>,
}

impl Request {
    /// An operation with its JSON.
    pub(crate) fn new(operation: Operation, body: &Value) -> Self {
        Self::raw(operation, body.to_string())
    }

    /// An operation with its JSON as text, which is sent byte for byte.
    pub(crate) fn raw(operation: Operation, body: String) -> Self {
        Request {
            operation,
            body,
            path: Path::default(),
            no_retry: false,
        }
    }

    /// `ListSchedules`, all groups, from the page with this token.
    pub(crate) fn schedules(next: Option<String>) -> Self {
        let mut request = Self::raw(Operation::ListSchedules, String::new());
        request.path.next = next;
        request
    }

    /// `GetSchedule`, or `UpdateSchedule` with its JSON.
    pub(crate) fn schedule(operation: Operation, group: &str, name: &str, body: String) -> Self {
        let mut request = Self::raw(operation, body);
        request.path.name = Some(name.to_owned());
        request.path.group = Some(group.to_owned());
        request
    }

    /// The same request, sent once only.
    pub(crate) fn no_retry(mut self) -> Self {
        self.no_retry = true;
        self
    }
}
