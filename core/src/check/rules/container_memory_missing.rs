//! `container-memory-missing`: a container without memory.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-memory-missing",
        class: Class::Error,
        aws: "Invalid setting for container 'my-container'. At least one of 'memory' or \
            'memoryReservation' must be specified.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container size",
        title: "A container without memory",
        message: "Neither {value} nor the task has any memory.",
        why: "On EC2, ECS has to know how much memory to look for: for the task, or for each \
            of its containers.",
        cure: "Set `memory` for the task, or `memory` or `memoryReservation` for the \
            container.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "コンテナのメモリが指定されていません",
        message: "コンテナ {value} にもタスクにも、メモリの指定がありません。",
        why: "EC2 では、タスクか各コンテナのメモリの指定をもとに、ECS が配置先を探します。",
        cure: "タスクの `memory`、またはコンテナの `memory` か `memoryReservation` を指定し\
            てください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1"}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 128}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/sil-org/ecs-deploy/issues/59",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let elsewhere = definition.is_fargate() || definition.requires("MANAGED_INSTANCES");
    if elsewhere || definition.root.member("memory").is_some() {
        return;
    }
    for container in &definition.containers {
        let none = ["memory", "memoryReservation"]
            .iter()
            .all(|key| container.member(key).is_none());
        if none {
            let at = container.name_or_self();
            findings.report(at).arg("value", container.called());
        }
    }
}
