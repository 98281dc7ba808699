//! `no-memory-limit`: a container without a limit of memory.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-memory-limit",
        class: Class::Advice,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memory",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Memory",
        title: "A container without a limit of memory",
        message: "The container {value} may take all the memory of its instance.",
        why: "A reservation is what it gets at least. When the instance runs out, Linux \
            ends processes of any task on it.",
        cure: "Set `memory`, of the container or of the task: what takes more is ended, \
            and nothing else.",
    },
    ja: words! {
        label: "上限なし",
        title: "メモリの上限がないコンテナ",
        message: "コンテナ {value} は、インスタンスのメモリをすべて使うことがあります。",
        why: "`memoryReservation` は最低限の確保です。インスタンスのメモリが尽きると、ほか\
            のタスクのプロセスも終了させられます。",
        cure: "コンテナかタスクに `memory` を指定してください。超えたコンテナだけが終了し\
            ます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memoryReservation": 256}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memoryReservation": 256, "memory": 512}]}"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["CT.ECS.PR.7", "ECS_TASK_DEFINITION_MEMORY_HARD_LIMIT"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let task = definition.root.member("memory").is_some() && !definition.ignores_task_size();
    if task || definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        // With neither of them, ECS refuses it.
        if let Some(at) = container.member("memoryReservation")
            && container.member("memory").is_none()
        {
            findings.report(at).arg("value", container.called());
        }
    }
}
