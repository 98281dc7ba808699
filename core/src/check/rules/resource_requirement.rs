//! `resource-requirement`: a resource that ECS can’t reserve.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};
use crate::names::Names;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "resource-requirement",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ResourceRequirement.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "GPU",
        title: "A resource that ECS can’t reserve",
        message: "{path} takes one of these: {expected}.",
        why: "A GPU is reserved by number, or shared by `sharingStrategy`, and an \
            accelerator by the name of its device.",
        cure: "Correct the value.",
    },
    ja: words! {
        label: "GPU",
        title: "ECS が確保できないリソース",
        message: "{path} に指定できるのは次のどれか 1 つです：{expected}。",
        why: "GPU は個数を指定するか、`sharingStrategy` で共有します。アクセラレーターはデバ\
            イス名を指定します。",
        cure: "値を直してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""resourceRequirements": [{"type": "GPU", "value": "0"}]"#,
    after: r#""resourceRequirements": [{"type": "GPU", "value": "1"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "You must specify this parameter unless the type is GPU and you specify sharingStrategy.",
        CHECK.rule.source,
    ),
    reference(
        "For a GPU resource requirement, specify either value or sharingStrategy, but not both.",
        CHECK.rule.source,
    ),
    reference(
        "When the type is GPU, the value is the number of physical GPUs the Amazon ECS \
            container agent reserves for the container.",
        CHECK.rule.source,
    ),
    reference(
        "When the type is NeuronDevice, the value must be ALL.",
        CHECK.rule.source,
    ),
    reference(
        "When the type is InferenceAccelerator, the value matches the deviceName for an \
            InferenceAccelerator specified in a task definition.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let devices = definition.root.member_elements("inferenceAccelerators");
    let devices = devices.filter_map(|device| device.member_str("deviceName"));
    let devices = Names::new(devices.collect());
    for resource in definition.each("resourceRequirements") {
        let value = resource.member_str("value");
        let shared = resource.member("sharingStrategy").is_some();
        let kind = resource.member_str("type").unwrap_or_default();
        let expected = match (&*kind, value.as_deref()) {
            ("GPU", None) if shared => continue,
            ("GPU", Some(_)) if shared => "value, sharingStrategy",
            ("GPU", Some(value)) if value == "ALL" || is_count(value) => continue,
            ("GPU", _) => "1, 2, …, ALL",
            ("NeuronDevice", Some("ALL")) => continue,
            ("NeuronDevice", _) => "ALL",
            ("InferenceAccelerator", Some(name)) if devices.contains(name) => continue,
            ("InferenceAccelerator", _) => "inferenceAccelerators[].deviceName",
            _ => continue,
        };
        let at = resource.member("value").filter(|_| !shared);
        let at = at.unwrap_or(resource);
        findings.report(at).arg("expected", expected);
    }
}

fn is_count(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|count| count > 0)
}
