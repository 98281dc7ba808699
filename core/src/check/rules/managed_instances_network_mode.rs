//! `managed-instances-network-mode`: the network mode of Managed Instances.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "managed-instances-network-mode",
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
        title: "A network mode that Managed Instances do not have",
        message: "Managed Instances have no network mode {value}.",
        why: "Their tasks have a network interface of their own (`awsvpc`, which is the \
            default), or use that of the instance (`host`).",
        cure: "Use `awsvpc`.",
    },
    ja: words! {
        label: "ネットワーク",
        title: "マネージドインスタンスにないネットワークモード",
        message: "マネージドインスタンスに、ネットワークモード {value} はありません。",
        why: "タスクは、自分のネットワークインターフェイスを持つか（`awsvpc`、既定）、イン\
            スタンスのものを使います（`host`）。",
        cure: "`awsvpc` を使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""networkMode": "bridge", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1"}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""networkMode": "awsvpc", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1"}]}"#,
    ),
};

/// What proves that it is an error. Of `none`, AWS's pages say different things.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "networkConfiguration - Amazon ECS Managed Instances tasks use the awsvpc or host network mode.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if let Some(at) = definition.root.member("networkMode")
        && definition.requires("MANAGED_INSTANCES")
        && !definition.is_fargate()
        && definition.is_network_mode("bridge")
    {
        findings.report(at).arg("value", at);
    }
}
