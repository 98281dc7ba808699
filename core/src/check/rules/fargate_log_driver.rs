//! `fargate-log-driver`: a log driver that Fargate does not support.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-log-driver",
        class: Class::Error,
        aws: "awsvpc is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log driver",
        title: "A log driver that Fargate does not have",
        message: "Fargate does not have the log driver {value}.",
        why: "On Fargate there are awslogs, splunk and awsfirelens. The others write to the \
            instance.",
        cure: "Use `awslogs`, or `awsfirelens` to send logs elsewhere.",
    },
    ja: words! {
        label: "ログドライバー",
        title: "Fargate では使えないログドライバー",
        message: "Fargate では、ログドライバー {value} を使えません。",
        why: "Fargate で使えるのは awslogs、splunk、awsfirelens です。ほかのドライバーは、イ\
            ンスタンスに書き込むためのものです。",
        cure: "`awslogs` を使うか、ほかの場所に送るなら `awsfirelens` を使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""logConfiguration": {"logDriver": "json-file"}"#,
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-stream-prefix": "batch"}}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/kayac/ecspresso/issues/364",
    ),
    reference(
        "For tasks on Fargate, the supported log drivers are awslogs, splunk, and awsfirelens.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        let log = container.member("logConfiguration");
        let Some(at) = log.and_then(|log| log.member("logDriver")) else {
            continue;
        };
        let driver = at.string().unwrap_or_default();
        let known = ["json-file", "syslog", "journald", "gelf", "fluentd"];
        if known.contains(&&*driver) {
            findings.report(at).arg("value", at);
        }
    }
}
