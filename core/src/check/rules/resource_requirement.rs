//! `resource-requirement`: a resource that ECS can’t reserve.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, reference, words,
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
        message: "{path} {reason}.",
        why: "A GPU is reserved by number, or shared by `sharingStrategy`, and an \
            accelerator by the name of its device. All containers of a task share GPUs, or \
            none does, and one of them has the Neuron devices.",
        cure: "Correct the value.",
    },
    ja: words! {
        label: "GPU",
        title: "ECS が確保できないリソース",
        message: "{path} {reason}。",
        why: "GPU は個数を指定するか、`sharingStrategy` で共有します。アクセラレーターはデバ\
            イス名を指定します。GPU の使い方はタスクの中でそろえ、NeuronDevice は 1 つのコンテ\
            ナにだけ指定します。",
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
        "Only one container in a task can specify NeuronDevice resources.",
        CHECK.rule.source,
    ),
    reference(
        "Specify a sharing strategy only when the type is GPU.",
        CHECK.rule.source,
    ),
    reference(
        "The containers in a task that request GPUs must all use the same option.",
        CHECK.rule.source,
    ),
    reference(
        "Task definitions that require EXTERNAL compatibility don't support GPU sharing.",
        CHECK.rule.source,
    ),
    reference(
        "When the type is InferenceAccelerator, the value matches the deviceName for an \
            InferenceAccelerator specified in a task definition.",
        CHECK.rule.source,
    ),
];

static COUNT: Localized = Localized {
    en: "takes one of these: 1, 2, …, ALL",
    ja: " に指定できるのは次のどれか 1 つです：1、2、…、ALL",
};

static ALL: Localized = Localized {
    en: "takes ALL only",
    ja: " に指定できるのは ALL だけです",
};

static DEVICE: Localized = Localized {
    en: "takes an inferenceAccelerators[].deviceName",
    ja: " には、inferenceAccelerators[].deviceName のどれかを指定します",
};

static EITHER: Localized = Localized {
    en: "takes one of these: value, sharingStrategy",
    ja: " に指定できるのは次のどちらか 1 つです：value、sharingStrategy",
};

static OTHER: Localized = Localized {
    en: "is for the type GPU only",
    ja: " を指定できるのは、type が GPU のときだけです",
};

static OUTSIDE: Localized = Localized {
    en: "is not for external instances",
    ja: " は、外部インスタンス（EXTERNAL）では使えません",
};

static MIXED: Localized = Localized {
    en: "shares a GPU, or does not, unlike another container of the task",
    ja: " の GPU の使い方（value か sharingStrategy か）が、このタスクの別のコンテナと違います",
};

static SECOND: Localized = Localized {
    en: "has Neuron devices, which another container of the task has already",
    ja: " の NeuronDevice は、このタスクの別のコンテナで指定されています",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let devices = definition.root.member_elements("inferenceAccelerators");
    let devices = devices.filter_map(|device| device.member_str("deviceName"));
    let devices = Names::new(devices.collect());
    let external = definition.requires("EXTERNAL");
    let (mut first_way, mut neuron_owner) = (None, None);
    for (owner, container) in definition.containers.iter().enumerate() {
        for resource in container.member_elements("resourceRequirements") {
            let value = resource.member("value");
            let text = value.and_then(NodeRef::string);
            let sharing = resource.member("sharingStrategy");
            let kind = resource.member_str("type").unwrap_or_default();
            let (at, reason) = match (&*kind, text.as_deref(), sharing) {
                ("GPU", Some(_), Some(_)) => (resource, &EITHER),
                ("GPU", None, Some(sharing)) if external => (sharing, &OUTSIDE),
                ("GPU", ..) if *first_way.get_or_insert(sharing.is_some()) != sharing.is_some() => {
                    (resource, &MIXED)
                }
                ("GPU", None, Some(_)) => continue,
                ("GPU", Some(count), _) if count == "ALL" || is_count(count) => continue,
                ("GPU", ..) => (value.unwrap_or(resource), &COUNT),
                ("NeuronDevice" | "InferenceAccelerator", _, Some(sharing)) => (sharing, &OTHER),
                ("NeuronDevice", ..) if *neuron_owner.get_or_insert(owner) != owner => {
                    (resource, &SECOND)
                }
                ("NeuronDevice", Some("ALL"), _) => continue,
                ("NeuronDevice", ..) => (value.unwrap_or(resource), &ALL),
                ("InferenceAccelerator", Some(name), _) if devices.contains(name) => continue,
                ("InferenceAccelerator", ..) => (value.unwrap_or(resource), &DEVICE),
                _ => continue,
            };
            findings.report(at).arg("reason", reason);
        }
    }
}

fn is_count(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|count| count > 0)
}
