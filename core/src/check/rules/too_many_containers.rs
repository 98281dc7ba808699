//! `too-many-containers`: more containers than a task can have.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "too-many-containers",
        class: Class::Error,
        aws: "Too many containers.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Containers",
        title: "More containers than a task can have",
        message: "The task has {value} containers; 10 are possible.",
        why: "AWS runs at most 10 containers in a task, and does not raise this quota.",
        cure: "Move some of them to another task definition.",
    },
    ja: words! {
        label: "上限",
        title: "コンテナの数が上限を超えています",
        message: "タスクに {value} 個のコンテナがあります。上限は 10 個です。",
        why: "1 つのタスクに入れられるコンテナは 10 個までで、このクォータは引き上げられませ\
            ん。",
        cure: "一部のコンテナを別のタスク定義に移してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "c0", "#,
        r#""image": "app:1"}, {"name": "c1", "image": "app:1"}, {"name": "c2", "#,
        r#""image": "app:1"}, {"name": "c3", "image": "app:1"}, {"name": "c4", "#,
        r#""image": "app:1"}, {"name": "c5", "image": "app:1"}, {"name": "c6", "#,
        r#""image": "app:1"}, {"name": "c7", "image": "app:1"}, {"name": "c8", "#,
        r#""image": "app:1"}, {"name": "c9", "image": "app:1"}, {"name": "c10", "#,
        r#""image": "app:1"}]"#,
    ),
    after: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "c0", "#,
        r#""image": "app:1"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/amazon-ecs-cli/issues/184",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let count = definition.containers.len();
    if let (Some(at), true) = (definition.root.member("containerDefinitions"), count > 10) {
        findings.report(at).arg("value", count.to_string());
    }
}
