//! `managed-instances-log-driver`: a log driver that Managed Instances do not have.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "managed-instances-log-driver",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Managed Instances",
        title: "A log driver that Managed Instances do not have",
        message: "Managed Instances do not have the log driver {value}.",
        why: "They deliver logs by `awslogs`, `splunk`, `awsfirelens` and `json-file`.",
        cure: "Use `awslogs`, or `awsfirelens` for what goes elsewhere.",
    },
    ja: words! {
        label: "ログドライバー",
        title: "マネージドインスタンスにないログドライバー",
        message: "マネージドインスタンスでは、ログドライバー {value} を使えません。",
        why: "使えるのは `awslogs`、`splunk`、`awsfirelens`、`json-file` です。",
        cure: "`awslogs` を使い、ほかへ送るログには `awsfirelens` を使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""logConfiguration": {"logDriver": "syslog"}}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""logConfiguration": {"logDriver": "json-file"}}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "For tasks on Amazon ECS Managed Instances, the supported log drivers are awslogs, splunk, \
        awsfirelens, and json-file.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // On Fargate, `fargate-log-driver` says it.
    if !definition.requires("MANAGED_INSTANCES") || definition.is_fargate() {
        return;
    }
    for driver in ["fluentd", "gelf", "journald", "syslog"] {
        for log in definition.logs(driver) {
            if let Some(at) = log.member("logDriver") {
                findings.report(at).arg("value", at);
            }
        }
    }
}
