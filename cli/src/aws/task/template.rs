//! How a task is started: on which network, with which overrides.

use serde_json::{Map, Value, json};

use crate::aws::arn::{Arn, FamilyRevision};
use crate::aws::call::Aws;
use crate::aws::failure::Failure;
use crate::aws::services::Service;
use crate::aws::targets::{Trigger, TriggerFilter, TriggerId};

/// The members of `RunTask` other than the cluster and the task definition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Template(Map<String, Value>);

/// Members of a rule's or schedule's parameters that a manual run sets itself.
const OWN: [&str; 2] = ["TaskDefinitionArn", "TaskCount"];
const OF_A_SERVICE: [&str; 4] = [
    "launchType",
    "capacityProviderStrategy",
    "platformVersion",
    "networkConfiguration",
];

impl Template {
    /// As a rule or schedule starts it, with the same input.
    pub(crate) fn from_trigger(trigger: &Trigger) -> Self {
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

    /// On Fargate, in these subnets.
    pub(crate) fn from_network(subnets: &[String], groups: &[String], public: bool) -> Self {
        let mut network = json!({
            "subnets": subnets,
            "assignPublicIp": if public { "ENABLED" } else { "DISABLED" },
        });
        if !groups.is_empty() {
            network["securityGroups"] = json!(groups);
        }
        let configuration = json!({"awsvpcConfiguration": network});
        Template(Map::from_iter([
            ("networkConfiguration".to_owned(), configuration),
            ("launchType".to_owned(), "FARGATE".into()),
        ]))
    }

    pub(super) fn body(&self) -> Value {
        Value::Object(self.0.clone())
    }
}

impl Aws {
    /// How a family is started on a cluster, and by what: as the first rule or schedule there
    /// does, or else as a service does.
    pub(crate) async fn template(
        &self,
        arn: &str,
        cluster: &str,
        trigger_filter: &TriggerFilter,
    ) -> Result<Option<(Template, String)>, Box<Failure>> {
        let family = FamilyRevision::family_name(arn);
        let here = match Arn::parse(arn) {
            Some(arn) if !cluster.starts_with("arn:") => arn.sibling(&format!("cluster/{cluster}")),
            _ => cluster.to_owned(),
        };
        let found = self
            .triggers(&[&family], trigger_filter, Some(&here))
            .await?;
        if let Some((template, place)) = first_template(&found.triggers, &here) {
            return Ok(Some((template, place.words(self.lang))));
        }
        let names = self.service_names(cluster).await?;
        let services = self.services(cluster, &names).await?;
        let mut services = services.iter().flatten();
        let service =
            services.find(|service| FamilyRevision::family_name(service.definition()) == family);
        Ok(service.map(|service| {
            (
                Template::from_service(service),
                format!("service {}", service.name()),
            )
        }))
    }
}

/// How the first of these starts its family on this cluster.
pub(crate) fn first_template<'a>(
    triggers: &'a [Trigger],
    cluster: &str,
) -> Option<(Template, &'a TriggerId)> {
    let mut here = triggers
        .iter()
        .filter(|trigger| trigger.is_on(cluster) && !trigger.universal);
    let trigger = here.next()?;
    Some((Template::from_trigger(trigger), &trigger.id))
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

    use super::{FamilyRevision, Template, Trigger, TriggerId};
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
}
