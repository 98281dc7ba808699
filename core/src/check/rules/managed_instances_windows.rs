//! `managed-instances-windows`: Windows on Managed Instances.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "managed-instances-windows",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            managed-instances-tasks-services.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Managed Instances",
        title: "Windows on Managed Instances",
        message: "Managed Instances run Linux, not {value}.",
        why: "AWS chooses and keeps the instances, and has none with Windows.",
        cure: "Run the task on Fargate, or on instances of your own (`EC2`).",
    },
    ja: words! {
        label: "Windows",
        title: "マネージドインスタンスで動かない Windows",
        message: "マネージドインスタンスで動くのは Linux だけで、{value} は動きません。",
        why: "インスタンスは AWS が選んで管理し、Windows のものはありません。",
        cure: "Fargate か、自分のインスタンス（`EC2`）で動かしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""memory": 512}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""runtimePlatform": {"operatingSystemFamily": "LINUX"}, "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""memory": 512}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "operatingSystemFamily - Amazon ECS Managed Instances use LINUX.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let platform = definition.root.member("runtimePlatform");
    if let Some(at) = platform.and_then(|own| own.member("operatingSystemFamily"))
        && definition.requires("MANAGED_INSTANCES")
        && definition.is_windows()
    {
        findings.report(at).arg("value", at);
    }
}
