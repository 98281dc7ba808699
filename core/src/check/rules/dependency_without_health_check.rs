//! `dependency-without-health-check`: waiting for the health of a container without a health check.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, reference, words,
};
use crate::tree::Children;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "dependency-without-health-check",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDependency.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Dependency",
        title: "Waiting for health that nothing checks",
        message: "{path} waits for HEALTHY, and nothing checks the health of the container {value}.",
        why: "ECS looks at the health check of the definition, not at one in the image. \
            Without it, the container never becomes healthy, and the other never starts.",
        cure: "Give that container a `healthCheck`, or wait for `START`.",
    },
    ja: words! {
        label: "依存関係",
        title: "ヘルスチェックのないコンテナの HEALTHY を待っています",
        message: "{path} は HEALTHY を待っていますが、コンテナ {value} のヘルスチェック\
            がありません。",
        why: "ECS が見るのはタスク定義のヘルスチェックで、イメージに書かれたものは見ません。\
            ヘルスチェックがないコンテナは HEALTHY にならず、待つ側も起動しません。",
        cure: "相手のコンテナに `healthCheck` を書くか、`START` を待つようにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "dependsOn": [{"containerName": "db", "#,
        r#""condition": "HEALTHY"}]}, {"name": "db", "image": "db:1"}]"#,
    ),
    after: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "dependsOn": [{"containerName": "db", "#,
        r#""condition": "HEALTHY"}]}, {"name": "db", "image": "db:1", "#,
        r#""healthCheck": {"command": ["CMD", "pg_isready"]}}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "This requires that the dependent container has health checks configured.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for dependency in definition.each("dependsOn") {
        let Some(at) = dependency.member("condition") else {
            continue;
        };
        let name = dependency.member_str("containerName").unwrap_or_default();
        let Some(container) = definition.container(&name) else {
            continue;
        };
        let healthy = at.string().as_deref() == Some("HEALTHY");
        let check = container.member("healthCheck");
        let mut command = Children::of_list(check.and_then(|own| own.member("command")), at);
        // `NONE` turns off the one of the image.
        let off = command.next().and_then(NodeRef::string).as_deref() == Some("NONE");
        if healthy && (check.is_none() || off) {
            findings.report(at).arg("value", container.called());
        }
    }
}
