//! `duplicate-container`: two containers of one name.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, repeated, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-container",
        class: Class::Error,
        aws: "Container names must be unique within a Task Definition.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container",
        title: "Two containers of one name",
        message: "The container name {value} stands twice.",
        why: "Within a task, a container is found by its name.",
        cure: "Rename one of them.",
    },
    ja: words! {
        label: "重複",
        title: "コンテナ名の重複",
        message: "コンテナ名 {value} が 2 つあります。",
        why: "タスクの中で、コンテナは名前で区別されます。",
        cure: "どちらかの名前を変えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1"}, {"name": "app", "image": "log:1"}]"#,
    ),
    after: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1"}, {"name": "log", "image": "log:1"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/Shippable/support/issues/2946",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let names = definition.all("name");
    for name in repeated(names) {
        findings.report(name).arg("value", name);
    }
}
