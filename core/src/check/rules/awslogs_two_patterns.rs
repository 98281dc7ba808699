//! `awslogs-two-patterns`: two patterns for where a log message begins.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "awslogs-two-patterns",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log option",
        title: "Two ways to find where a log message begins",
        message: "{path} has both awslogs-datetime-format and awslogs-multiline-pattern.",
        why: "Each says where a message of several lines begins, and awslogs takes one of \
            them.",
        cure: "Keep one of the two.",
    },
    ja: words! {
        label: "ログオプション",
        title: "複数行ログの区切りの指定が 2 つあります",
        message: "{path} に、awslogs-datetime-format と awslogs-multiline-pattern の両方があ\
            ります。",
        why: "どちらも複数行のログの始まりを決めるもので、同時には使えません。",
        cure: "どちらか一方にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-datetime-format": "%Y", "#,
        r#""awslogs-multiline-pattern": "^INFO"}}"#,
    ),
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-datetime-format": "%Y"}}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "You cannot configure both the awslogs-datetime-format and awslogs-multiline-pattern \
            options.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for log in definition.logs("awslogs") {
        let Some(options) = log.member("options") else {
            continue;
        };
        let both = ["awslogs-datetime-format", "awslogs-multiline-pattern"]
            .iter()
            .all(|key| options.member(key).is_some());
        if both {
            findings.report(options);
        }
    }
}
