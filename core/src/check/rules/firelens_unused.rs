//! `firelens-unused`: a log router that no container logs to.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, is_open, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "firelens-unused",
        class: Class::Error,
        aws: "When a firelensConfiguration object is specified, at least one container has to \
            be configured with the awsfirelens log driver.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "FireLens",
        title: "A log router that no container logs to",
        message: "{path} makes a log router, and no container has the log driver awsfirelens.",
        why: "ECS refuses a router that nothing is routed through.",
        cure: "Set `logDriver` to `awsfirelens` where the logs come from, or remove \
            `firelensConfiguration`.",
    },
    ja: words! {
        label: "FireLens",
        title: "使われていないログルーター",
        message: "{path} はログルーターですが、ログドライバーが awsfirelens のコンテナがあり\
            ません。",
        why: "どのコンテナも使わないログルーターは、ECS に拒否されます。",
        cure: "ログを送るコンテナの `logDriver` を `awsfirelens` にするか、\
            `firelensConfiguration` を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""firelensConfiguration": {"type": "fluentbit"}"#,
    after: concat!(
        r#""firelensConfiguration": {"type": "fluentbit"}, "#,
        r#""logConfiguration": {"logDriver": "awsfirelens"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit/issues/20",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let logs = definition.all("logConfiguration");
    let open = |log: &NodeRef<'_>| is_open(*log) || log.member("logDriver").is_some_and(is_open);
    let may_come = definition.has_open_container() || logs.iter().any(open);
    if may_come || !definition.logs("awsfirelens").is_empty() {
        return;
    }
    for container in &definition.containers {
        if let Some(at) = container.member("firelensConfiguration") {
            findings.report(at);
        }
    }
}
