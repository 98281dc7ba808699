//! `managed-instances-only`: what no other launch type than Managed Instances has.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_given, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "managed-instances-only",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_TrustedExecutionConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Managed Instances",
        title: "A setting that only Managed Instances have",
        message: "{path} is for Managed Instances only.",
        why: "A definition has to be possible on every launch type that \
            `requiresCompatibilities` names.",
        cure: "Let `requiresCompatibilities` be `MANAGED_INSTANCES` alone, or remove the \
            setting.",
    },
    ja: words! {
        label: "未対応",
        title: "マネージドインスタンスでしか使えない設定",
        message: "{path} は、マネージドインスタンスでしか使えません。",
        why: "タスク定義は、`requiresCompatibilities` に書いたすべての起動タイプで動かせる必要\
            があります。",
        cure: "`requiresCompatibilities` を `MANAGED_INSTANCES` だけにするか、この設定を消して\
            ください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: r#""trustedExecutionConfiguration": {"isolationMode": "ISOLATED_SANDBOX"}"#,
    after: r#""trustedExecutionConfiguration": {"isolationMode": "SHARED"}"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "Trusted execution is supported only for Amazon ECS Managed Instances.",
        CHECK.rule.source,
    ),
    reference(
        "This resource type is only supported on Managed Instances.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let own = ["EC2", "EXTERNAL"]
        .iter()
        .any(|kind| definition.requires(kind));
    if !own && !definition.is_fargate() {
        return;
    }
    if let Some(at) = definition.root.member("trustedExecutionConfiguration") {
        let mode = at.member_str("isolationMode").unwrap_or_default();
        if is_given(&mode) && mode != "SHARED" {
            findings.report(at);
        }
    }
    for resource in definition.each("resourceRequirements") {
        let neuron = resource.member_str("type").as_deref() == Some("NeuronDevice");
        // On Fargate, `fargate-unsupported` says it.
        if neuron && !definition.is_fargate() {
            findings.report(resource);
        }
    }
}
