//! `container-memory-over-task`: a container with more memory than its task.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-memory-over-task",
        class: Class::Error,
        aws: "The 'memory' setting for container 'worker' is greater than for the task.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container size",
        title: "A container with more memory than its task",
        message: "{path} is {before} MiB, and the task has only {memory}.",
        why: "A container can’t have more memory than the task that it runs in.",
        cure: "Give the task more memory, or the container less.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "コンテナのメモリがタスクを超えています",
        message: "{path} は {before} MiB ですが、タスクには {memory} MiB しかありません。",
        why: "コンテナのメモリは、それが属するタスクのメモリを超えられません。",
        cure: "タスクのメモリを増やすか、コンテナのメモリを減らしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 1024}]"#,
    ),
    after: concat!(
        r#""memory": "1024", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 1024}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/pulumi/pulumi-awsx/issues/1220",
    ),
    reference(
        "The total amount of memory reserved for all containers within a task must be lower \
            than the task memory value, if one is specified.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let Some(memory) = definition.memory() else {
        return;
    };
    if definition.ignores_task_size() {
        return;
    }
    for container in &definition.containers {
        for key in ["memory", "memoryReservation"] {
            let own = container
                .member_integer(key)
                .and_then(|own| u64::try_from(own).ok());
            if let (Some(at), true) = (container.member(key), own.is_some_and(|own| own > memory)) {
                findings.report(at).arg("memory", memory.to_string());
            }
        }
    }
}
