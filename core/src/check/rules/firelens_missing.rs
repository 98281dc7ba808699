//! `firelens-missing`: awsfirelens without a log router.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    StructView, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "firelens-missing",
        class: Class::Error,
        aws: "When awsfirelens log driver is specified in log configuration, a firelens \
            configuration object must be configured in one of the containers.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "FireLens",
        title: "awsfirelens without a log router",
        message: "{path} is awsfirelens, and no container has a firelensConfiguration.",
        why: "awsfirelens hands the logs to a container of the task that routes them.",
        cure: "Add a container with `firelensConfiguration`, such as AWS’s own \
            `aws-for-fluent-bit`.",
    },
    ja: words! {
        label: "FireLens",
        title: "awsfirelens のログルーターがありません",
        message: "{path} は awsfirelens ですが、firelensConfiguration のあるコンテナがありま\
            せん。",
        why: "awsfirelens は、同じタスクの中のログルーターのコンテナにログを渡します。",
        cure: "`firelensConfiguration` のあるコンテナ（AWS の `aws-for-fluent-bit` など）を\
            加えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""logConfiguration": {"logDriver": "awsfirelens"}"#,
    after: concat!(
        r#""firelensConfiguration": {"type": "fluentbit"}, "#,
        r#""logConfiguration": {"logDriver": "awsfirelens"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/fabfuel/ecs-deploy/issues/164",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let router = |container: &StructView<'_>| container.member("firelensConfiguration").is_some();
    if definition.has_open_container() || definition.containers.iter().any(router) {
        return;
    }
    for log in definition.logs("awsfirelens") {
        findings.report(log.member("logDriver").unwrap_or(log));
    }
}
