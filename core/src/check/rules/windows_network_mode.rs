//! `windows-network-mode`: a network mode that Windows containers don’t have.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "windows-network-mode",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Windows",
        title: "A network mode that Windows containers don’t have",
        message: "{path} is {before}, which Windows containers don’t have.",
        why: "On Windows, ECS has `default` and `awsvpc`.",
        cure: "Remove `networkMode`, which means `default`, or write `awsvpc`.",
    },
    ja: words! {
        label: "ネットワーク",
        title: "Windows コンテナでは使えないネットワークモード",
        message: "{path} が {before} ですが、Windows コンテナでは使えません。",
        why: "Windows で使えるのは `default` と `awsvpc` です。",
        cure: "`networkMode` を省く（`default` になります）か、`awsvpc` にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "networkMode": "none", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]"#,
    ),
    after: concat!(
        r#""memory": "512", "networkMode": "awsvpc", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "For Amazon ECS tasks on Amazon EC2 Windows instances, <default> or awsvpc can be used.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // On Fargate, `fargate-network-mode` says it.
    if !definition.is_windows() || definition.is_fargate() {
        return;
    }
    if let Some(at) = definition.root.member("networkMode")
        && ["host", "none"].contains(&&*at.string().unwrap_or_default())
    {
        findings.report(at);
    }
}
