//! `fargate-size-missing`: a Fargate task without its size.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-size-missing",
        class: Class::Error,
        aws: "Fargate requires that 'cpu' be defined at the task level.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Task size",
        title: "A Fargate task without its size",
        message: "The task has no {member}, which Fargate needs.",
        why: "Fargate reserves what the task asks for as a whole, so CPU and memory have to \
            stand at the top level. Sizes of containers don’t count for it.",
        cure: "Set `cpu` and `memory` at the top level, such as `256` and `512`.",
    },
    ja: words! {
        label: "タスクサイズ",
        title: "Fargate のタスクにサイズがありません",
        message: "タスクに {member} がありません。Fargate では必須です。",
        why: "Fargate はタスク全体のサイズで割り当てるので、CPU とメモリをタスクレベルに書く\
            必要があります。コンテナのサイズでは代わりになりません。",
        cure: "タスクレベルに `cpu` と `memory` を書いてください（`256` と `512` など）。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "requiresCompatibilities": ["FARGATE"], "#,
        r#""networkMode": "awsvpc", "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "requiresCompatibilities": ["FARGATE"], "#,
        r#""networkMode": "awsvpc", "cpu": "256", "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]}"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["E3048"];

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/klothoplatform/klotho/issues/892",
    ),
    refusal(
        "Fargate requires that 'memory' be defined at the task level.",
        "https://github.com/aws/amazon-ecs-cli/issues/982",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    let at = definition.root.member("requiresCompatibilities");
    for key in ["cpu", "memory"] {
        let size = definition.root.member_str(key);
        if size.is_none_or(|size| size.is_empty()) {
            findings
                .report(at.unwrap_or(definition.view()))
                .arg("member", key);
        }
    }
}
