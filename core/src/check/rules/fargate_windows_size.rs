//! `fargate-windows-size`: a size that Windows on Fargate does not support.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-windows-size",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            windows_task_definitions.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Task size",
        title: "A size that Windows on Fargate does not have",
        message: "Windows on Fargate has no size of {cpu} CPU units: 1024 to 4096 are \
            possible.",
        why: "A Windows container needs at least 1 vCPU on Fargate, and the sizes from 8 \
            vCPUs are for Linux only.",
        cure: "Choose 1024, 2048 or 4096 CPU units.",
    },
    ja: words! {
        label: "タスクサイズ",
        title: "Fargate の Windows では使えないサイズ",
        message: "Fargate の Windows では、CPU {cpu} ユニットは使えません。使えるのは 1024〜\
            4096 です。",
        why: "Fargate の Windows コンテナには 1 vCPU 以上が必要です。また、8 vCPU 以上のサイ\
            ズは Linux だけで使えます。",
        cure: "CPU ユニット数を 1024、2048、4096 のどれかにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: concat!(
        r#""cpu": "512", "memory": "1024", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}"#,
    ),
    after: concat!(
        r#""cpu": "1024", "memory": "2048", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "The CPU units cannot be less than 1 vCPU when you use Windows containers on Fargate.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    ),
    reference(
        "This option requires Linux platform 1.4.0 or later.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (Some(cpu), Some(at)) = (definition.cpu(), definition.root.member("cpu")) else {
        return;
    };
    if definition.is_fargate() && definition.is_windows() && !(1024..=4096).contains(&cpu) {
        findings.report(at).arg("cpu", cpu.to_string());
    }
}
