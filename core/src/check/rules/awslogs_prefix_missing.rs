//! `awslogs-prefix-missing`: awslogs on Fargate without a stream prefix.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "awslogs-prefix-missing",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log option",
        title: "awslogs on Fargate without a stream prefix",
        message: "{path} has no awslogs-stream-prefix, which AWS asks for on Fargate.",
        why: "With a prefix, the stream is named after the container and the task, and the \
            console’s log tab finds it.",
        cure: "Add it, such as `\"awslogs-stream-prefix\": \"ecs\"`.",
    },
    ja: words! {
        label: "ログオプション",
        title: "Fargate の awslogs にストリームプレフィックスがありません",
        message: "{path} に、Fargate で必要な awslogs-stream-prefix がありません。",
        why: "プレフィックスを付けると、ログストリームにコンテナ名とタスク ID が入り、コン\
            ソールのログタブからもたどれます。",
        cure: "`\"awslogs-stream-prefix\": \"ecs\"` のように書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1"}}"#,
    ),
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-stream-prefix": "ecs"}}"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for log in definition.logs("awslogs") {
        let Some(options) = log.member("options") else {
            continue;
        };
        if options.member("awslogs-stream-prefix").is_none() {
            findings.report(options);
        }
    }
}
