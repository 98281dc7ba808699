//! `no-log-configuration`: a container without logs.

use super::{Check, Class, Definition, Example, Findings, Localized, Rule, Scope, words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-log-configuration",
        class: Class::Advice,
        words: Localized {
            en: words! {
                label: "Logs",
                title: "A container without logs",
                message: "What the container {value} prints is kept nowhere.",
                why: "On Fargate there is no instance to look at afterwards: without a log driver, a \
                    job that failed at night leaves no trace.",
                cure: "Add a `logConfiguration` with `awslogs`.",
            },
            ja: words! {
                label: "ログ",
                title: "ログの設定がないコンテナ",
                message: "コンテナ {value} の出力は、どこにも残りません。",
                why: "Fargate には、後から調べられるインスタンスがありません。ログドライバーがない\
                    と、夜間に失敗したジョブの手がかりが残りません。",
                cure: "`awslogs` の `logConfiguration` を書き足してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
        example: Example {
            scope: Scope::FargateContainer,
            before: r#""command": ["run"]"#,
            after: concat!(
                r#""logConfiguration": {"logDriver": "awslogs", "#,
                r#""options": {"awslogs-group": "/ecs/batch", "#,
                r#""awslogs-region": "ap-northeast-1", "awslogs-stream-prefix": "batch"}}"#,
            ),
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        if container.member("logConfiguration").is_none() {
            let at = container.name_or_self();
            findings.report(at).arg("value", container.called());
        }
    }
}
