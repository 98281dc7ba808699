//! `proxy-container`: a proxy container that is not in the task.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "proxy-container",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ProxyConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Proxy",
        title: "A proxy that is not part of the task",
        message: "{path} names no container of this task.",
        why: "The proxy is one of the task’s own containers.",
        cure: "Correct the name, or remove `proxyConfiguration`.",
    },
    ja: words! {
        label: "プロキシ",
        title: "タスクの中にないプロキシ",
        message: "{path} に当たるコンテナが、このタスクにはありません。",
        why: "プロキシになるのは、同じタスクの中のコンテナです。",
        cure: "名前を直すか、`proxyConfiguration` を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "awsvpc", "proxyConfiguration": {"containerName": "envoy", "#,
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

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let proxy = definition.root.member("proxyConfiguration");
    if let Some(at) = proxy.and_then(|proxy| proxy.member("containerName"))
        && definition.lacks_container(&at.string().unwrap_or_default())
    {
        findings.report(at);
    }
}
