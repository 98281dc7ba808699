//! Looks up rules and fields, as values that every front end renders.

mod error_json;
mod error_text;
mod field;
mod meaning;
mod rule;
mod stop;
mod value;

use std::collections::BTreeSet;

use crate::aws_error;
use crate::catalog;
use crate::controls::{self, Control};
use crate::model;
use crate::rule::Rule;
use crate::suggest::suggest;

pub use error_json::ErrorText;
pub use error_text::{KnownError, known_errors};
pub use field::Field;
pub(crate) use field::{link, page};
pub use meaning::Meaning;
pub use rule::{CLASSES, ExampleText, RuleText, class_id, class_title};
pub use stop::{StoppedContainer, known_stop};
pub use value::Value;

/// The version of the JSON. It is incremented when a member is removed or changes its meaning.
pub const VERSION: u32 = 1;

/// The result of a lookup.
#[derive(Debug)]
pub enum Topic {
    /// A rule.
    Rule(&'static Rule),
    /// The rules that say what a control of others asks for; often one.
    Rules(Vec<&'static Rule>),
    /// The errors of AWS that stand in the topic, the one that says most first.
    Errors(Vec<KnownError>),
    /// The fields that match; a bare name may match several.
    Fields(Vec<Field>),
    /// A control of others that none of our rules says.
    Control(&'static Control),
}

/// Looks up a topic: a rule's id, a field's name, or its path, whole or only its end, as `diff`,
/// the report and JSON pointers write it: `containerDefinitions[app].cpu`, `portMappings.hostPort`,
/// `/containerDefinitions/0/cpu`; the id of a control of others, such as `ECS.3` or `CKV_AWS_335`; or
/// an error of AWS, by its words as somebody pasted them, or by its id.
///
/// # Errors
/// There is no such rule, field, control or error. Returns up to three similar names, best first.
pub fn explain(topic: &str) -> Result<Topic, Vec<String>> {
    if let Some(rule) = catalog::find(topic) {
        return Ok(Topic::Rule(rule));
    }
    if let Some(control) = controls::find(topic) {
        let says = |rule: &&Rule| catalog::also(rule).contains(&control.id);
        let rules: Vec<_> = catalog::RULES.iter().copied().filter(says).collect();
        return Ok(if rules.is_empty() {
            Topic::Control(control)
        } else {
            Topic::Rules(rules)
        });
    }
    let fields = field::find(topic);
    if !fields.is_empty() {
        return Ok(Topic::Fields(fields));
    }
    if let Some(error) = aws_error::find(topic) {
        return Ok(Topic::Errors(vec![KnownError::Other(error)]));
    }
    let errors = known_errors(topic);
    if errors.is_empty() {
        Err(similar(topic))
    } else {
        Ok(Topic::Errors(errors))
    }
}

fn similar(topic: &str) -> Vec<String> {
    let paths: Vec<String> = field::places().map(|place| place.path()).collect();
    let ids = catalog::RULES.iter().map(|rule| rule.id);
    let ids = ids.chain(aws_error::all().map(|error| error.id));
    let names = model::paths().map(|(_, member)| member.name);
    let known: BTreeSet<&str> = ids
        .chain(model::READ_ONLY.iter().copied())
        .chain(names)
        .chain(paths.iter().map(String::as_str))
        .collect();
    let near = suggest(&field::plain(topic), known.into_iter()).into_iter();
    near.take(3).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Topic, explain};

    fn paths(topic: &str) -> Vec<String> {
        match explain(topic) {
            Ok(Topic::Fields(fields)) => fields.into_iter().map(|field| field.path).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_path_is_found_as_anyone_writes_it() {
        for topic in [
            "containerDefinitions.cpu",
            "containerDefinitions[].cpu",
            "containerDefinitions[0].cpu",
            "containerDefinitions[my.app].cpu",
            "taskDefinition.containerDefinitions[0].cpu",
            "/containerDefinitions/*/cpu",
            "/containerDefinitions/0/cpu",
            "/taskDefinition/containerDefinitions/0/cpu",
        ] {
            assert_eq!(paths(topic), ["containerDefinitions[].cpu"], "{topic}");
        }
        let label = ["containerDefinitions[].dockerLabels"];
        assert_eq!(
            paths("containerDefinitions[0].dockerLabels.com.example.team"),
            label
        );
        assert_eq!(
            paths("/containerDefinitions/0/dockerLabels/revision"),
            label
        );
    }

    #[test]
    fn a_name_is_found_at_every_place() {
        assert_eq!(paths("cpu"), ["containerDefinitions[].cpu", "cpu"]);
        assert_eq!(paths("/cpu"), ["cpu"]);
        assert_eq!(
            paths("portMappings.hostPort"),
            ["containerDefinitions[].portMappings[].hostPort"]
        );
    }

    #[test]
    fn a_field_of_awss_own_is_read_only() {
        for topic in ["revision", "requiresAttributes[3].name", "/status"] {
            let Ok(Topic::Fields(fields)) = explain(topic) else {
                assert_eq!(topic, "a field");
                continue;
            };
            assert!(fields.iter().all(|field| field.read_only), "{topic}");
            assert_eq!(fields.len(), 1, "{topic}");
        }
    }

    #[test]
    fn what_others_call_a_pattern_leads_to_its_rules() {
        let ids = |topic| match explain(topic) {
            Ok(Topic::Rules(rules)) => rules.iter().map(|rule| rule.id).collect(),
            _ => Vec::new(),
        };
        assert_eq!(ids("CKV_AWS_335"), ["host-pid"]);
        assert_eq!(ids("ECS.18"), ["efs-settings", "efs-without-encryption"]);
        // Container Insights are about a cluster.
        let reason = match explain("CKV_AWS_65") {
            Ok(Topic::Control(control)) => control.left_out,
            _ => None,
        };
        assert!(reason.is_some());
        assert!(explain("CKV_AWS_1").is_err());
    }

    #[test]
    fn a_near_miss_has_suggestions() {
        assert_eq!(explain("revison").err(), Some(vec!["revision".to_owned()]));
        assert_eq!(
            explain("null_value").err(),
            Some(vec!["null-value".to_owned()])
        );
        assert_eq!(
            explain("containerDefinitions.cpuu").err(),
            Some(vec!["containerDefinitions.cpu".to_owned()])
        );
        assert_eq!(explain("").err(), Some(Vec::new()));
        assert_eq!(explain("[]").err(), Some(Vec::new()));
    }
}
