//! `dependency-on-essential`: waiting for an essential container to end.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "dependency-on-essential",
        class: Class::Error,
        aws: "A dependency container with SUCCESS or COMPLETE condition cannot be an essential \
            container",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDependency.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Dependency",
        title: "Waiting for an essential container to end",
        message: "{path} is {value}, and the container that it waits for is essential.",
        why: "When an essential container ends, the whole task is stopped, so that nothing \
            can start after it.",
        cure: "Set `essential` to `false` for the container that ends first.",
    },
    ja: words! {
        label: "依存関係",
        title: "必須コンテナ（essential）の終了を待っています",
        message: "{path} が {value} ですが、待つ相手のコンテナは essential です。",
        why: "必須コンテナが終わるとタスク全体が停止するので、その後に始まるコンテナは\
            ありません。",
        cure: "先に終わるコンテナの `essential` を `false` にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "dependsOn": [{"containerName": "init", "#,
        r#""condition": "SUCCESS"}]}, {"name": "init", "image": "init:1"}]"#,
    ),
    after: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "dependsOn": [{"containerName": "init", "#,
        r#""condition": "SUCCESS"}]}, {"name": "init", "image": "init:1", "#,
        r#""essential": false}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/boto/boto3/issues/2436",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for dependency in definition.each("dependsOn") {
        let Some(at) = dependency.member("condition") else {
            continue;
        };
        let ends = ["COMPLETE", "SUCCESS"].contains(&&*at.string().unwrap_or_default());
        let name = dependency.member_str("containerName").unwrap_or_default();
        let essential = definition.container(&name).is_some_and(|container| {
            let essential = container.member("essential");
            essential.is_none_or(|essential| essential.token() == "true")
        });
        if ends && essential {
            findings.report(at).arg("value", at);
        }
    }
}
