//! `windows-on-arm`: Windows on ARM64.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "windows-on-arm",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RuntimePlatform.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "CPU",
        title: "Windows on ARM64",
        message: "Windows containers run on X86_64 only.",
        why: "ECS has Windows for one architecture.",
        cure: "Set `cpuArchitecture` to `X86_64`, or leave it out.",
    },
    ja: words! {
        label: "Windows",
        title: "ARM64 の Windows",
        message: "Windows コンテナは X86_64 だけで動きます。",
        why: "ECS の Windows には、ほかのアーキテクチャがありません。",
        cure: "`cpuArchitecture` を `X86_64` にするか、省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE", "#,
        r#""cpuArchitecture": "ARM64"}"#,
    ),
    after: concat!(
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE", "#,
        r#""cpuArchitecture": "X86_64"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "This option is available for tasks that run on Linux Amazon EC2 instance, Amazon ECS \
            Managed Instances, or Linux containers on Fargate.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let platform = definition.root.member("runtimePlatform");
    let arm = definition.platform("cpuArchitecture").as_deref() == Some("ARM64");
    if let Some(at) = platform.and_then(|platform| platform.member("cpuArchitecture"))
        && arm
        && definition.is_windows()
    {
        findings.report(at);
    }
}
