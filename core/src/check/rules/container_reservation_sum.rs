//! `container-reservation-sum`: containers that reserve more memory than their task has.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-reservation-sum",
        class: Class::Error,
        aws: "The sum of all container 'memoryReservation' values cannot be greater than the \
            value of the task 'memory'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container size",
        title: "Containers with more memoryReservation than their task has",
        message: "The memoryReservation of the containers is {value} MiB together, and the task has only \
            {memory}.",
        why: "ECS sets these reservations aside from the memory of the task.",
        cure: "Give the task more memory, or let the containers reserve less.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "memoryReservation の合計がタスクのメモリを超えています",
        message: "コンテナの memoryReservation の合計は {value} MiB ですが、タスクには {memory} MiB しかあり\
            ません。",
        why: "memoryReservation のメモリは、タスクのメモリの中から確保されます。",
        cure: "タスクのメモリを増やすか、memoryReservation を減らしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memoryReservation": 400}, {"name": "log", "#,
        r#""image": "log:1", "memoryReservation": 200}]"#,
    ),
    after: concat!(
        r#""memory": "1024", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memoryReservation": 400}, {"name": "log", "#,
        r#""image": "log:1", "memoryReservation": 200}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/cloudnativedaysjp/dreamkast-infra/pull/4766",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if let (Some(sum), Some(memory), Some(at)) = (
        excess(definition),
        definition.memory(),
        definition.root.member("memory"),
    ) {
        findings
            .report(at)
            .arg("value", sum.to_string())
            .arg("memory", memory.to_string());
    }
}

/// The sum of the reservations, if it is above the memory of the task and no single one is.
pub(super) fn excess(definition: &Definition<'_>) -> Option<u64> {
    let memory = definition.memory()?;
    let mut sum = 0_u64;
    for container in &definition.containers {
        let own = container.member_integer("memoryReservation");
        let own = own.and_then(|own| u64::try_from(own).ok());
        // `container-memory-over-task` reports a single one.
        sum = sum.saturating_add(own.filter(|&own| own <= memory).unwrap_or_default());
    }
    (sum > memory).then_some(sum)
}
