//! `proxy-outside-awsvpc`: a proxy outside of awsvpc mode.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "proxy-outside-awsvpc",
        class: Class::Error,
        aws: "APPMESH proxy configuration is only supported in networkMode=awsvpc",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ProxyConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Proxy",
        title: "A proxy outside of awsvpc mode",
        message: "proxyConfiguration works in the network mode awsvpc only.",
        why: "The proxy sits at the interface that a task has of its own in awsvpc mode.",
        cure: "Set `networkMode` to `awsvpc`.",
    },
    ja: words! {
        label: "プロキシ",
        title: "awsvpc モード以外でのプロキシ",
        message: "proxyConfiguration は、ネットワークモード awsvpc でしか使えません。",
        why: "プロキシは、awsvpc モードのタスクが持つ専用のインターフェイスで働きます。",
        cure: "`networkMode` を `awsvpc` にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "bridge", "proxyConfiguration": {"containerName": "app", "#,
        r#""properties": [{"name": "IgnoredUID", "value": "1337"}, "#,
        r#"{"name": "AppPorts", "value": "8080"}, {"name": "ProxyIngressPort", "#,
        r#""value": "15000"}, {"name": "ProxyEgressPort", "value": "15001"}]}"#,
    ),
    after: concat!(
        r#""networkMode": "awsvpc", "proxyConfiguration": {"containerName": "app", "#,
        r#""properties": [{"name": "IgnoredUID", "value": "1337"}, "#,
        r#"{"name": "AppPorts", "value": "8080"}, {"name": "ProxyIngressPort", "#,
        r#""value": "15000"}, {"name": "ProxyEgressPort", "value": "15001"}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/aws-cdk/issues/4476",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if let Some(at) = definition.root.member("proxyConfiguration")
        && !definition.is_network_mode("awsvpc")
        && !definition.is_network_mode_open()
    {
        findings.report(at);
    }
}
