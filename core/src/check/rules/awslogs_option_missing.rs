//! `awslogs-option-missing`: awslogs without its group or region.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "awslogs-option-missing",
        class: Class::Error,
        aws: "Log driver awslogs requires options: awslogs-region, awslogs-group",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log option",
        title: "awslogs without its group or region",
        message: "{path} has no {member}, which awslogs requires.",
        why: "The log driver has to know which log group, and in which Region.",
        cure: "Add the option, such as `\"awslogs-group\": \"/ecs/batch\"` and \
            `\"awslogs-region\": \"ap-northeast-1\"`.",
    },
    ja: words! {
        label: "ログオプション",
        title: "awslogs のロググループまたはリージョンの指定がありません",
        message: "{path} に、awslogs で必須の {member} がありません。",
        why: "ログドライバーには、出力先のロググループとリージョンの指定が必要です。",
        cure: "オプションを書き足してください（`\"awslogs-group\": \"/ecs/batch\"`、\
            `\"awslogs-region\": \"ap-northeast-1\"` など）。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch"}}"#,
    ),
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1"}}"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["E3046"];

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/klothoplatform/klotho/issues/892",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for log in definition.logs("awslogs") {
        for key in ["awslogs-group", "awslogs-region"] {
            let option = log
                .member("options")
                .and_then(|options| options.member_str(key));
            if option.is_none_or(|option| option.is_empty()) {
                findings.report(log).arg("member", key);
            }
        }
    }
}
