//! The input of a universal target: the JSON of a `RunTask` request that Scheduler sends as it is.
//!
//! It is the user's own text, so that only the task definition in it is read and changed. Source:
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html>

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What an input names, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunTaskInput {
    /// The cluster by name or ARN; ECS takes the one named `default` where there is none.
    pub(super) cluster: String,
    /// The task definition.
    pub(super) definition: String,
    /// The bytes of the task definition in the input, its quotes included.
    span: Range<usize>,
}

/// The members of an object, in the bytes of its text.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl RunTaskInput {
    /// Reads an input. `None` if it is no JSON object, or does not name one task definition: two
    /// members that do leave open which one AWS takes.
    pub(super) fn parse(input: &str) -> Option<Self> {
        let Members(members) = serde_json::from_str(input).ok()?;
        let mut named: BTreeMap<&str, &RawValue> = BTreeMap::new();
        for (key, value) in &members {
            let name = match key.as_str() {
                "Cluster" | "cluster" => "cluster",
                "TaskDefinition" | "taskDefinition" => "taskDefinition",
                _ => continue,
            };
            if named.insert(name, value).is_some() {
                return None;
            }
        }
        let text = |value: &RawValue| serde_json::from_str::<String>(value.get()).ok();
        let definition = *named.get("taskDefinition")?;
        let cluster = match named.get("cluster") {
            Some(cluster) => text(cluster)?,
            None => "default".to_owned(),
        };
        // Both are slices of the same text.
        let start = definition.get().as_ptr().addr() - input.as_ptr().addr();
        Some(RunTaskInput {
            cluster,
            definition: text(definition)?,
            span: start..start + definition.get().len(),
        })
    }

    /// The input with another task definition, and every other byte as it is.
    pub(super) fn with_definition(&self, input: &str, definition: &str) -> String {
        let quoted = serde_json::Value::from(definition).to_string();
        [&input[..self.span.start], &quoted, &input[self.span.end..]].concat()
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::RunTaskInput;

    #[test]
    fn only_the_task_definition_changes() {
        for (input, cluster, changed) in [
            (
                r#"{"Cluster": "prod", "TaskDefinition": "batch:1"}"#,
                "prod",
                r#"{"Cluster": "prod", "TaskDefinition": "batch:2"}"#,
            ),
            (
                "{ \"taskDefinition\" :\t\"batch\\u003a1\" ,\n \"x\": [1.0, 1e2, \"<aws.scheduler.execution-id>\"]}\n",
                "default",
                "{ \"taskDefinition\" :\t\"batch:2\" ,\n \"x\": [1.0, 1e2, \"<aws.scheduler.execution-id>\"]}\n",
            ),
            (
                r#"{"Overrides":{"TaskDefinition":"batch:1"},"TaskDefinition":"batch:1","cluster":"日本"}"#,
                "日本",
                r#"{"Overrides":{"TaskDefinition":"batch:1"},"TaskDefinition":"batch:2","cluster":"日本"}"#,
            ),
        ] {
            let read = RunTaskInput::parse(input);
            let names = read
                .as_ref()
                .map(|it| (it.cluster.as_str(), it.definition.as_str()));
            assert_eq!(names, Some((cluster, "batch:1")), "{input}");
            let new = read.map(|it| it.with_definition(input, "batch:2"));
            assert_eq!(new.as_deref(), Some(changed));
        }
    }

    #[test]
    fn what_is_not_clear_is_not_read() {
        for input in [
            "",
            "batch:1",
            "[]",
            "null",
            r#"{"Cluster": "prod"}"#,
            r#"{"TaskDefinition": 1}"#,
            r#"{"TaskDefinition": "batch:1", "taskDefinition": "batch:2"}"#,
            r#"{"TaskDefinition": "batch:1", "TaskDefinition": "batch:1"}"#,
            r#"{"TaskDefinition": "batch:1", "Cluster": 1}"#,
            r#"{"TaskDefinition": "batch:1",}"#,
        ] {
            assert_eq!(RunTaskInput::parse(input), None, "{input}");
        }
    }
}
