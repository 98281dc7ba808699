//! `external-network-mode`: awsvpc mode for external instances.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "external-network-mode",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Network mode",
        title: "awsvpc mode for external instances",
        message: "External instances don’t have the network mode awsvpc.",
        why: "The interface of a task in awsvpc mode is one of a VPC, which a machine \
            outside of AWS has not.",
        cure: "Use `bridge`, `host` or `none`.",
    },
    ja: words! {
        label: "ネットワークモード",
        title: "外部インスタンスで使えない awsvpc モード",
        message: "外部インスタンスでは、ネットワークモード awsvpc を使えません。",
        why: "awsvpc モードのタスクは VPC のネットワークインターフェイスを使いますが、AWS の\
            外にあるマシンにはそれがありません。",
        cure: "`bridge`、`host`、`none` のどれかにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""requiresCompatibilities": ["EXTERNAL"], "networkMode": "awsvpc""#,
    after: r#""requiresCompatibilities": ["EXTERNAL"], "networkMode": "bridge""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "The awsvpc network mode isn't supported.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.requires("EXTERNAL")
        && !definition.is_fargate()
        && definition.is_network_mode("awsvpc")
        && let Some(at) = definition.root.member("networkMode")
    {
        findings.report(at);
    }
}
