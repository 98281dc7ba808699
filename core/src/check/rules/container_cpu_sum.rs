//! `container-cpu-sum`: containers with more CPU than their task.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-cpu-sum",
        class: Class::Error,
        aws: "The sum of all container 'cpu' values cannot be greater than the value of the \
            task 'cpu'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container size",
        title: "Containers with more CPU than their task",
        message: "The containers have {value} CPU units together, and the task only {cpu}.",
        why: "The containers share what the task has, so their CPU can’t add up to more.",
        cure: "Give the task more CPU, or the containers less; `0` leaves a container to \
            take what is free.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "コンテナの CPU の合計がタスクを超えています",
        message: "コンテナの CPU の合計は {value} ユニットですが、タスクには {cpu} ユニット\
            しかありません。",
        why: "コンテナはタスクの CPU を分け合うので、合計がタスクを超えることはできません。",
        cure: "タスクの CPU を増やすか、コンテナの CPU を減らしてください。コンテナで `0` を\
            指定すると、空いている CPU を使います。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: concat!(
        r#""cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "cpu": 512}]"#,
    ),
    after: concat!(
        r#""cpu": "512", "memory": "1024", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "cpu": 512}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/aws-cdk/issues/24629",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (Some(cpu), Some(at)) = (definition.cpu(), definition.root.member("cpu")) else {
        return;
    };
    if definition.ignores_task_size() {
        return;
    }
    let units = definition
        .containers
        .iter()
        .filter_map(|c| c.member_integer("cpu"));
    let sum = units.fold(0_i64, i64::saturating_add);
    if u64::try_from(sum).is_ok_and(|sum| sum > cpu) {
        findings
            .report(at)
            .arg("value", sum.to_string())
            .arg("cpu", cpu.to_string());
    }
}
