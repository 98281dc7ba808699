//! `proxy-configuration`: a proxy configuration without its ports.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "proxy-configuration",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ProxyConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Proxy",
        title: "A proxy that does not know its ports",
        message: "proxyConfiguration lacks {member}.",
        why: "The proxy has to know its ports, and which user it runs as, so that its own \
            traffic is not sent through it again.",
        cure: "Add the properties.",
    },
    ja: words! {
        label: "プロキシ",
        title: "ポートの指定が足りないプロキシ",
        message: "proxyConfiguration に {member} がありません。",
        why: "プロキシには、自身のポートと、自身の通信を除外するための実行ユーザーの指定が必要\
            です。",
        cure: "プロパティを書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "awsvpc", "proxyConfiguration": {"type": "APPMESH", "#,
        r#""containerName": "app", "properties": [{"name": "IgnoredUID", "#,
        r#""value": "1337"}, {"name": "AppPorts", "value": "8080"}, "#,
        r#"{"name": "ProxyIngressPort", "value": "15000"}]}"#,
    ),
    after: concat!(
        r#""networkMode": "awsvpc", "proxyConfiguration": {"type": "APPMESH", "#,
        r#""containerName": "app", "properties": [{"name": "IgnoredUID", "#,
        r#""value": "1337"}, {"name": "AppPorts", "value": "8080"}, "#,
        r#"{"name": "ProxyIngressPort", "value": "15000"}, "#,
        r#"{"name": "ProxyEgressPort", "value": "15001"}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "ProxyIngressPort - (Required) Specifies the port that incoming traffic to the AppPorts \
            is directed to.",
        CHECK.rule.source,
    ),
    reference(
        "ProxyEgressPort - (Required) Specifies the port that outgoing traffic from the \
            AppPorts is directed to.",
        CHECK.rule.source,
    ),
    reference(
        "IgnoredUID - (Required) The user ID (UID) of the proxy container as defined by the \
            user parameter in a container definition.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let Some(proxy) = definition.root.member("proxyConfiguration") else {
        return;
    };
    let given = |name: &str| {
        proxy.member_elements("properties").any(|property| {
            let value = property.member_str("value").unwrap_or_default();
            property.member_str("name").as_deref() == Some(name) && !value.is_empty()
        })
    };
    let ports = ["ProxyIngressPort", "ProxyEgressPort"];
    let mut missing: Vec<&str> = ports.into_iter().filter(|name| !given(name)).collect();
    if !given("IgnoredUID") && !given("IgnoredGID") {
        missing.push("IgnoredUID");
    }
    if !missing.is_empty() {
        findings.report(proxy).arg("member", missing.join(", "));
    }
}
