//! `no-log-configuration`: a container without logs.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-log-configuration",
        class: Class::Security(Severity::Advice),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Logs",
        title: "A container without logs",
        message: "What the container {value} prints {reason}.",
        why: "A job that failed at night then leaves no trace where anyone looks, and an \
            instance that goes takes its files with it.",
        cure: "Add a `logConfiguration` with `awslogs`.",
    },
    ja: words! {
        label: "記録なし",
        title: "ログの設定がないコンテナ",
        message: "コンテナ {value} の出力は、{reason}。",
        why: "夜間に失敗したジョブの手がかりが、調べられる場所に残りません。インスタンスが\
            なくなれば、そのファイルも失われます。",
        cure: "`awslogs` の `logConfiguration` を書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""command": ["run"]"#,
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-stream-prefix": "batch"}}"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.9",
    "CT.ECS.PR.5",
    "ECS_TASK_DEFINITION_LOG_CONFIGURATION",
    "AwsSolutions-ECS7",
    "ecs_task_definitions_logging_enabled",
];

static NOWHERE: Localized = Localized {
    en: "is kept nowhere",
    ja: "どこにも残りません",
};

static INSTANCE: Localized = Localized {
    en: "goes where its instance’s Docker puts it, by default into a file there",
    ja: "インスタンスの Docker の設定に従い、既定ではインスタンス上のファイルに残るだけです",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let reason = if definition.is_fargate() {
        &NOWHERE
    } else {
        &INSTANCE
    };
    for container in &definition.containers {
        if container.member("logConfiguration").is_none() {
            let at = container.name_or_self();
            findings
                .report(at)
                .arg("value", container.called())
                .arg("reason", reason);
        }
    }
}
