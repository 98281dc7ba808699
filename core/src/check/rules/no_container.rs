//! `no-container`: a task without a container.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, PackedWords, Rule,
    Scope, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-container",
        class: Class::Error,
        aws: "Container list cannot be empty.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container",
        title: "A task without a container",
        message: "{name} is empty.",
        why: "A task runs at least one container.",
        cure: "Add a container with `name` and `image`.",
    },
    ja: words! {
        label: "不足",
        title: "コンテナのないタスク定義",
        message: "{name} が空です。",
        why: "タスクには少なくとも 1 つのコンテナが必要です。",
        cure: "`name` と `image` を指定したコンテナを書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""containerDefinitions": []"#,
    after: r#""containerDefinitions": [{"name": "app", "image": "app:1"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/awsdocs/aws-cloudformation-user-guide/pull/454",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let list = definition.root.member("containerDefinitions");
    if let Some(at) = list.filter(|list| list.kind() == Kind::List && list.is_leaf()) {
        findings.report(at);
    }
}
