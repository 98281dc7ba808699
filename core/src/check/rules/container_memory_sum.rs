//! `container-memory-sum`: containers that reserve more memory than their task has.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope,
    container_reservation_sum, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-memory-sum",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container size",
        title: "Containers that reserve more memory than their task has",
        message: "The containers reserve {value} MiB together, and the task has only \
            {memory}.",
        why: "ECS asks that what the containers reserve stays below the memory of the task. \
            Beyond it, one of them is stopped for want of memory.",
        cure: "Give the task more memory, or let the containers reserve less.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "コンテナのメモリの合計がタスクを超えています",
        message: "コンテナが確保するメモリの合計は {value} MiB ですが、タスクには {memory} \
            MiB しかありません。",
        why: "コンテナが確保するメモリの合計は、タスクのメモリに収める必要があります。超える\
            と、メモリ不足でコンテナが停止することがあります。",
        cure: "タスクのメモリを増やすか、コンテナが確保するメモリを減らしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 400}, {"name": "log", "image": "log:1", "#,
        r#""memory": 200}]"#,
    ),
    after: concat!(
        r#""memory": "1024", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 400}, {"name": "log", "image": "log:1", "#,
        r#""memory": 200}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (Some(memory), Some(at)) = (definition.memory(), definition.root.member("memory")) else {
        return;
    };
    let reserved = definition.containers.iter().filter_map(|container| {
        let reserved = container.member_integer("memoryReservation");
        let reserved = reserved.or(container.member_integer("memory"))?;
        u64::try_from(reserved).ok()
    });
    let reserved: Vec<u64> = reserved.collect();
    let sum = reserved
        .iter()
        .fold(0_u64, |sum, &own| sum.saturating_add(own));
    let told = container_reservation_sum::excess(definition).is_some();
    if sum > memory && !told && reserved.iter().all(|&own| own <= memory) {
        findings
            .report(at)
            .arg("value", sum.to_string())
            .arg("memory", memory.to_string());
    }
}
