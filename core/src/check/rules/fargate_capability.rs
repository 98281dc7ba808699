//! `fargate-capability`: a Linux capability that Fargate does not allow.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-capability",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_KernelCapabilities.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Capability",
        title: "A Linux capability that Fargate does not give",
        message: "Fargate does not give a container the capability at {path}.",
        why: "The only capability that a container can get on Fargate is SYS_PTRACE.",
        cure: "Remove it, or run the task on EC2.",
    },
    ja: words! {
        label: "ケーパビリティ",
        title: "Fargate では追加できない Linux ケーパビリティ",
        message: "Fargate では、{path} のケーパビリティを追加できません。",
        why: "Fargate で追加できるケーパビリティは SYS_PTRACE だけです。",
        cure: "このケーパビリティを消すか、タスクを EC2 で動かしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""linuxParameters": {"capabilities": {"add": ["NET_ADMIN"]}}"#,
    after: r#""linuxParameters": {"capabilities": {"add": ["SYS_PTRACE"]}}"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "Tasks launched on Fargate only support adding the SYS_PTRACE kernel capability.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        let linux = container.member("linuxParameters");
        let Some(capabilities) = linux.and_then(|linux| linux.member("capabilities")) else {
            continue;
        };
        for added in capabilities.member_elements("add") {
            if added.string().is_some_and(|name| name != "SYS_PTRACE") {
                findings.report(added);
            }
        }
    }
}
