//! `container-without-name`: a container without a name.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-without-name",
        class: Class::Error,
        aws: "Container.name should not be null or empty.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container",
        title: "A container without a name",
        message: "A container has no name.",
        why: "Everything that is about a container finds it by its name: images to replace, \
            load balancers, logs.",
        cure: "Give the container a `name`.",
    },
    ja: words! {
        label: "コンテナ",
        title: "名前のないコンテナ",
        message: "コンテナに名前がありません。",
        why: "イメージの差し替え、ロードバランサー、ログなど、コンテナを指すものはすべて名前\
            を使います。",
        cure: "コンテナに `name` を付けてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"image": "app:1", "#,
        r#""memory": 128}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 128}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/hashicorp/terraform/issues/2888",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let name = container.member("name");
        if name.is_none_or(|name| name.token() == "\"\"") {
            findings.report(container.name_or_self());
        }
    }
}
