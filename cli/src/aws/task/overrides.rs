//! What a run has other than its definition, as `RunTask` takes it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::template::Template;
use crate::aws::refusal::Refusal;

/// The most characters that ECS takes, with the JSON around the values. Its answer to more is
/// `Container Overrides length must be at most 8192`. Whether it counts characters or bytes is a guess;
/// what has more characters has more of both. Source: the member `overrides` of
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html>
const LONGEST: usize = 8192;

/// The `overrides` of `RunTask`, and its tags.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overrides {
    /// Of the task's size.
    pub(super) task: Map<String, Value>,
    containers: Vec<Container>,
    pub(super) tags: BTreeMap<String, Option<String>>,
}

/// What a container has other than in the definition.
#[derive(Debug, Clone, Default)]
pub(super) struct Container {
    name: String,
    /// Its command and size.
    pub(super) members: Map<String, Value>,
    pub(super) environment: BTreeMap<String, Option<String>>,
}

impl Overrides {
    /// Whether anything is other in a container.
    pub(super) fn has_container(&self) -> bool {
        !self.containers.is_empty()
    }

    /// That of a container.
    pub(super) fn container(&mut self, name: &str) -> &mut Container {
        let at = self.containers.iter().position(|it| it.name == name);
        let at = at.unwrap_or_else(|| {
            self.containers.push(Container {
                name: name.to_owned(),
                ..Container::default()
            });
            self.containers.len() - 1
        });
        &mut self.containers[at]
    }
}

impl Container {
    /// This override, with what another one of the container has besides.
    fn over(&self, other: Option<&Value>) -> Value {
        let mut members = other
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        members.insert("name".to_owned(), json!(self.name));
        members.extend(self.members.clone());
        if !self.environment.is_empty() {
            let old = members.remove("environment");
            let old = old.as_ref().and_then(Value::as_array).into_iter().flatten();
            let is_kept = |old: &&Value| {
                let name = old["name"].as_str();
                name.is_none_or(|name| !self.environment.contains_key(name))
            };
            let new = self.environment.iter();
            let new = new.map(|(name, value)| json!({"name": name, "value": value}));
            let all = old.filter(is_kept).cloned().chain(new).collect();
            members.insert("environment".to_owned(), Value::Array(all));
        }
        Value::Object(members)
    }
}

impl Template {
    /// The same with these overrides, which go before its own.
    ///
    /// # Errors
    /// All in all it is more than ECS takes.
    pub(crate) fn with(mut self, overrides: &Overrides) -> Result<Self, Refusal> {
        if !overrides.tags.is_empty() {
            let mut tags = self.take_list("tags");
            let is_kept = |tag: &Value| {
                let key = tag["key"].as_str();
                key.is_none_or(|key| !overrides.tags.contains_key(key))
            };
            tags.retain(is_kept);
            let new = overrides.tags.iter();
            tags.extend(new.map(|(key, value)| json!({"key": key, "value": value})));
            self.0.insert("tags".to_owned(), Value::Array(tags));
        }
        if overrides.task.is_empty() && overrides.containers.is_empty() {
            return Ok(self);
        }
        let mut own = match self.0.remove("overrides") {
            Some(Value::Object(own)) => Template(own),
            _ => Template::default(),
        };
        own.0.extend(overrides.task.clone());
        if !overrides.containers.is_empty() {
            let mut list = own.take_list("containerOverrides");
            for container in &overrides.containers {
                let at = list.iter().position(|it| it["name"] == container.name);
                match at {
                    Some(at) => list[at] = container.over(Some(&list[at])),
                    None => list.push(container.over(None)),
                }
            }
            let list = Value::Array(list);
            let characters = list.to_string().chars().count();
            if characters > LONGEST {
                let most = LONGEST;
                return Err(Refusal::TooLong { characters, most });
            }
            own.0.insert("containerOverrides".to_owned(), list);
        }
        self.0.insert("overrides".to_owned(), own.body());
        Ok(self)
    }

    /// Takes a list out; empty if there is none.
    fn take_list(&mut self, member: &str) -> Vec<Value> {
        match self.0.remove(member) {
            Some(Value::Array(list)) => list,
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::{Value, json};
    use taskdef_core::{Edit, PairList};

    use super::super::changes::Changes;
    use super::{Refusal, Template};

    fn variable(name: &str, value: &str) -> Edit {
        Edit::Pair {
            container: None,
            list: PairList::Environment,
            name: name.to_owned(),
            value: Some(value.to_owned()),
        }
    }

    fn with(before: &Value, edits: Vec<Edit>) -> Result<Value, Refusal> {
        let definition = json!({"containerDefinitions": [{"name": "app"}]});
        let definition = serde_json::from_value(definition).unwrap();
        let changes = Changes {
            edits,
            container: None,
        };
        let overrides = changes.resolve(&definition)?;
        let members = before.as_object().cloned().unwrap_or_default();
        Ok(Template(members).with(&overrides)?.body())
    }

    #[test]
    fn they_go_before_those_of_a_rule_and_leave_the_rest() {
        let before = json!({
            "tags": [{"key": "a", "value": "1"}, {"key": "b", "value": "1"}],
            "overrides": {"cpu": "256", "containerOverrides": [
                {"name": "other", "command": ["x"]},
                {"name": "app", "command": ["nightly"], "memory": 5, "environment": [
                    {"name": "A", "value": "1"}, {"name": "B", "value": "1"},
                ]},
            ]},
        });
        let edits = vec![
            Edit::Command {
                container: Some("app".to_owned()),
                arguments: vec!["migrate".to_owned()],
            },
            variable("B", "2"),
            variable("app:C", "="),
            variable("app:no:D", ""),
            Edit::Tag {
                key: "b".to_owned(),
                value: Some("2".to_owned()),
            },
        ];
        let expected = json!({
            "tags": [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}],
            "overrides": {"cpu": "256", "containerOverrides": [
                {"name": "other", "command": ["x"]},
                {"name": "app", "command": ["migrate"], "memory": 5, "environment": [
                    {"name": "A", "value": "1"}, {"name": "B", "value": "2"},
                    {"name": "C", "value": "="}, {"name": "no:D", "value": ""},
                ]},
            ]},
        });
        assert_eq!(with(&before, edits).unwrap(), expected);
        assert_eq!(with(&before, Vec::new()).unwrap(), before);
    }

    #[test]
    fn as_many_characters_as_ecs_takes_and_not_one_more() {
        let around = r#"[{"environment":[{"name":"A","value":""}],"name":"app"}]"#;
        let longest = 8192 - around.len();
        let length = |characters| with(&json!({}), vec![variable("A", &"é".repeat(characters))]);
        assert!(length(longest).is_ok());
        let refused = length(longest + 1);
        assert!(
            matches!(
                refused,
                Err(Refusal::TooLong {
                    characters: 8193,
                    ..
                })
            ),
            "{refused:?}"
        );
    }
}
