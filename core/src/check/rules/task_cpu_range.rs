//! `task-cpu-range`: more or less CPU than a task can have.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "task-cpu-range",
        class: Class::Error,
        aws: "Invalid 'cpu' setting for task.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Task size",
        title: "More or less CPU than a task can have",
        message: "A task can’t have {before} of CPU: 128 to 196608 units are possible.",
        why: "On EC2 and external instances, a task takes from 128 CPU units (0.125 vCPU) to \
            196608 (192 vCPUs).",
        cure: "Choose a size within the range, or leave `cpu` out.",
    },
    ja: words! {
        label: "タスクサイズ",
        title: "タスクに指定できる範囲外の CPU",
        message: "タスクの CPU に {before} は指定できません。指定できるのは 128〜196608 ユニ\
            ットです。",
        why: "EC2 と外部インスタンスでは、タスクの CPU は 128 ユニット（0.125 vCPU）から \
            196608 ユニット（192 vCPU）までです。",
        cure: "範囲内の値にするか、`cpu` を省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""cpu": "64", "memory": "512""#,
    after: r#""cpu": "128", "memory": "512""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/hashicorp/waypoint/issues/574",
    ),
    reference(
        "Supported values are between 128 CPU units (0.125 vCPUs) and 196608 CPU units (192 \
            vCPUs).",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (Some(cpu), Some(at)) = (definition.cpu(), definition.root.member("cpu")) else {
        return;
    };
    let elsewhere = definition.is_fargate()
        || definition.requires("MANAGED_INSTANCES")
        || definition.ignores_task_size();
    if !elsewhere && !(128..=196_608).contains(&cpu) {
        findings.report(at);
    }
}
