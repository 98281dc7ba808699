//! `host-pid`: the processes of the instance.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "host-pid",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Processes",
        title: "A task among the processes of its instance",
        message: "The task sees and can end every process of its instance.",
        why: "Whoever breaks in reads the environment and the memory of other tasks, and \
            can stop them.",
        cure: "Remove `pidMode`, or write `task` if its own containers are to see each \
            other.",
    },
    ja: words! {
        label: "プロセス",
        title: "インスタンスのプロセスが見えるタスク",
        message: "タスクから、インスタンスのすべてのプロセスが見え、終了させることもできま\
            す。",
        why: "侵入されると、ほかのタスクの環境変数やメモリを読まれ、止められることもありま\
            す。",
        cure: "`pidMode` を消すか、タスク内のコンテナどうしで見えればよければ `task` にし\
            てください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""pidMode": "host""#,
    after: r#""pidMode": "task""#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.3",
    "CKV_AWS_335",
    "CT.ECS.PR.10",
    "ECS_TASK_DEFINITION_PID_MODE_CHECK",
    "ecs_task_definitions_host_namespace_not_shared",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if let Some(at) = definition.root.member("pidMode")
        && at.string().as_deref() == Some("host")
        && !definition.is_fargate()
    {
        findings.report(at);
    }
}
