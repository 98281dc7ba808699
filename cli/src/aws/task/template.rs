//! How a task is started: on which network, with which overrides.

use serde_json::{Map, Value, json};
use taskdef_core::Lang;

use crate::aws::services::Service;
use crate::aws::targets::Trigger;

/// The members of `RunTask` other than the cluster and the task definition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Template(pub(super) Map<String, Value>);

/// Members of a rule's or schedule's parameters that a manual run sets itself.
const OWN: [&str; 2] = ["TaskDefinitionArn", "TaskCount"];
/// Members of `RunTask` that each start sets itself.
const OF_THE_START: [&str; 6] = [
    "clientToken",
    "cluster",
    "count",
    "referenceId",
    "startedBy",
    "taskDefinition",
];
const OF_A_SERVICE: [&str; 4] = [
    "launchType",
    "capacityProviderStrategy",
    "platformVersion",
    "networkConfiguration",
];

impl Template {
    /// As a rule or schedule starts it, with the same input.
    pub(crate) fn from_trigger(trigger: &Trigger) -> Self {
        if trigger.universal {
            return Self::from_input(trigger.input().unwrap_or_default());
        }
        let mut members = Map::new();
        for (key, value) in trigger.parameters().as_object().into_iter().flatten() {
            if !OWN.contains(&key.as_str()) && !value.is_null() {
                members.insert(lower_first(key), lower_keys(value));
            }
        }
        let input = trigger
            .input()
            .and_then(|text| serde_json::from_str(text).ok());
        if let Some(input @ Value::Object(_)) = input {
            members.insert("overrides".to_owned(), input);
        }
        Template(members)
    }

    /// As a universal target starts it, whose input is that of `RunTask`.
    fn from_input(input: &str) -> Self {
        let input: Value = serde_json::from_str(input).unwrap_or_default();
        let members = input.as_object().into_iter().flatten();
        let members = members
            .map(|(key, value)| (lower_first(key), lower_keys(value)))
            .filter(|(key, value)| !OF_THE_START.contains(&key.as_str()) && !value.is_null());
        Template(members.collect())
    }

    /// On the network of a service.
    pub(crate) fn from_service(service: &Service) -> Self {
        let members = OF_A_SERVICE.iter().filter_map(|member| {
            let value = service.whole.get(*member)?;
            let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            (!is_empty).then(|| ((*member).to_owned(), value.clone()))
        });
        let mut members: Map<_, _> = members.collect();
        if members.contains_key("capacityProviderStrategy") {
            members.remove("launchType");
        }
        Template(members)
    }

    /// In these subnets.
    pub(crate) fn from_network(subnets: &[String], groups: &[String], public: bool) -> Self {
        let mut network = json!({
            "subnets": subnets,
            "assignPublicIp": if public { "ENABLED" } else { "DISABLED" },
        });
        if !groups.is_empty() {
            network["securityGroups"] = json!(groups);
        }
        let configuration = json!({"awsvpcConfiguration": network});
        Template(Map::from_iter([(
            "networkConfiguration".to_owned(),
            configuration,
        )]))
    }

    /// Whether its tasks get tags.
    pub(crate) fn is_tagged(&self) -> bool {
        self.0.contains_key("tags")
    }

    pub(super) fn body(&self) -> Value {
        Value::Object(self.0.clone())
    }
}

/// How the first of these starts its family on this cluster, and which it is in words.
pub(crate) fn first_template(
    triggers: &[Trigger],
    cluster: &str,
    lang: Lang,
) -> Option<(Template, String)> {
    let mut here = triggers.iter().filter(|trigger| trigger.is_on(cluster));
    let trigger = here.next()?;
    Some((Template::from_trigger(trigger), trigger.id.text(lang)))
}

/// EventBridge writes `Members`, ECS `members`.
fn lower_keys(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(key, value)| (lower_first(key), lower_keys(value)));
            Value::Object(members.collect())
        }
        Value::Array(elements) => elements.iter().map(lower_keys).collect(),
        other => other.clone(),
    }
}

fn lower_first(key: &str) -> String {
    let mut chars = key.chars();
    let first = chars.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Template, Trigger};
    use crate::aws::arn::FamilyRevision;
    use crate::aws::targets::TriggerId;

    #[test]
    fn a_rule_s_parameters_become_those_of_run_task() {
        let trigger = Trigger {
            id: TriggerId::Rule {
                bus: String::new(),
                rule: String::new(),
                target: String::new(),
            },
            cluster: String::new(),
            definition: FamilyRevision {
                family: "f".to_owned(),
                revision: None,
            },
            universal: false,
            whole: json!({
                "Input": "{\"containerOverrides\":[]}",
                "EcsParameters": {
                    "TaskDefinitionArn": "a", "TaskCount": 3, "LaunchType": "FARGATE",
                    "EnableECSManagedTags": true,
                    "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"]}},
                    "Tags": [{"Key": "Team", "Value": "Core"}],
                },
            }),
        };
        let expected = json!({
            "launchType": "FARGATE",
            "enableECSManagedTags": true,
            "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["s"]}},
            "tags": [{"key": "Team", "value": "Core"}],
            "overrides": {"containerOverrides": []},
        });
        assert_eq!(Template::from_trigger(&trigger).body(), expected);
    }

    #[test]
    fn a_universal_target_s_input_is_that_of_run_task() {
        let input = r#"{"Cluster":"c","TaskDefinition":"f:1","Count":2,"LaunchType":"FARGATE",
            "NetworkConfiguration":{"AwsvpcConfiguration":{"Subnets":["s"]}},
            "Overrides":{"ContainerOverrides":[{"Name":"app","Command":["a"]}]}}"#;
        let expected = json!({
            "launchType": "FARGATE",
            "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["s"]}},
            "overrides": {"containerOverrides": [{"name": "app", "command": ["a"]}]},
        });
        assert_eq!(Template::from_input(input).body(), expected);
    }
}
