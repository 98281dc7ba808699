//! Looks up rules and fields, as values that every front end renders.

mod error_json;
mod error_text;
mod field;
mod field_meaning;
mod lookup;
mod meaning;
mod rule;
mod schedule;
mod stop;
mod value;
mod value_meaning;

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
pub use field_meaning::{ExplainedField, FieldMeaning, WordMeaning};
pub use lookup::{field_at, fields_with};
pub use meaning::Meaning;
pub use rule::{CLASSES, ExampleText, RuleText, class_id, class_title};
pub use schedule::Schedule;
pub use stop::{StoppedContainer, known_stop};
pub use value::Value;
pub use value_meaning::FargateSize;

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
    /// The fields that match; a bare name may match several. Those that may have the value, if the topic is one.
    Fields(Vec<Field>),
    /// An expression of time.
    Schedule(Schedule),
    /// A control of others that none of our rules says.
    Control(&'static Control),
}

/// Looks up a topic: a rule's id, a field's name, or its path, whole or only its end, as `diff`,
/// the report and JSON pointers write it: `containerDefinitions[app].cpu`, `portMappings.hostPort`,
/// `/containerDefinitions/0/cpu`; a field with a value, such as `cpu=512`; a word that fields may have as their
/// value, such as `awsvpc`; an expression of time, such as
/// `cron(0 18 * * ? *) Asia/Tokyo`; the id of a control of others, such as `ECS.3` or `CKV_AWS_335`; or
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
    if let Some(schedule) = schedule::find(topic) {
        return Ok(Topic::Schedule(schedule));
    }
    let fields = fields(topic);
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

/// The fields of a topic: of a name or a path; of a field with a value, such as `cpu=512`; or those that may
/// have a word as their value, such as `awsvpc`. The first of these forms that fits counts; empty if none.
#[must_use]
pub fn fields(topic: &str) -> Vec<Field> {
    let forms = [lookup::find, lookup::find_with_value, lookup::with_word];
    let mut found = forms.into_iter().map(|form| form(topic));
    found.find(|fields| !fields.is_empty()).unwrap_or_default()
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
    let near = suggest(&lookup::plain(topic), known.into_iter()).into_iter();
    near.take(3).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Topic, explain, field_at};
    use crate::lang::Lang;
    use crate::model;

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
    fn an_option_of_awslogs_is_found_in_its_map() {
        let group = "containerDefinitions[].logConfiguration.options.awslogs-group";
        for topic in [
            "awslogs-group",
            group,
            "/containerDefinitions/0/logConfiguration/options/awslogs-group",
        ] {
            assert_eq!(paths(topic), [group], "{topic}");
        }
        let names = [
            "containerDefinitions",
            "logConfiguration",
            "options",
            "gelf-address",
        ];
        let other = field_at(&names, None).map(|field| field.path);
        assert_eq!(
            other.as_deref(),
            Some("containerDefinitions[].logConfiguration.options")
        );
        assert!(field_at(&["containerDefinitions", "cpuu"], None).is_none());
        assert!(field_at(&["revision", "x"], None).is_some_and(|field| field.read_only));
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
    fn a_value_leads_to_the_fields_that_have_it() {
        for topic in ["awsvpc", "networkMode=awsvpc", "/networkMode = \"awsvpc\""] {
            assert_eq!(paths(topic), ["networkMode"], "{topic}");
            let Ok(Topic::Fields(fields)) = explain(topic) else {
                continue;
            };
            let said = fields[0].meaning(Lang::En).value_meaning;
            assert!(said.is_some_and(|said| said.contains("network interface")));
        }
        assert_eq!(paths("fargate"), ["requiresCompatibilities"]);
        // A name of a field comes first: `volumes.host`, not `networkMode`.
        assert_eq!(paths("host"), ["volumes[].host"]);
        assert_eq!(paths("cpu=512"), ["containerDefinitions[].cpu", "cpu"]);
        assert_eq!(paths("nothing=512"), Vec::<String>::new());
    }

    #[test]
    fn every_field_has_a_meaning_in_both_languages() {
        let names = model::paths().map(|(_, member)| member.name);
        for name in names.chain(model::READ_ONLY.iter().copied()) {
            let Ok(Topic::Fields(fields)) = explain(name) else {
                assert_eq!(name, "a field");
                continue;
            };
            for field in fields {
                let texts = [Lang::En, Lang::Ja].map(|lang| field.meaning(lang).text);
                assert!(texts.iter().all(|text| !text.is_empty()), "{}", field.path);
                assert_ne!(texts[0], texts[1], "{}", field.path);
            }
        }
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
