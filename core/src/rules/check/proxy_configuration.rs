//! `proxy-configuration`: a proxy that is not complete.

use super::{Check, Class, Example, Hits, Rule, Scope, Task, View, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "proxy-configuration",
        class: Class::Error,
        en: Words {
            label: "Proxy",
            title: "A proxy that is not complete",
            message: "proxyConfiguration: {expected}.",
            why: "App Mesh’s proxy is a container of the task, in awsvpc mode, and has to know \
                its own user and the ports of the application.",
            cure: "Add what is missing.",
        },
        ja: Words {
            label: "プロキシ",
            title: "不完全なプロキシ設定",
            message: "proxyConfiguration に問題があります：{expected}。",
            why: "App Mesh のプロキシは awsvpc モードのタスクの中のコンテナで、自身のユーザーと\
                アプリケーションのポートの指定が必要です。",
            cure: "足りないものを書き足してください。",
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ProxyConfiguration.html",
        example: Example {
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
        },
    },
    find,
};

fn find(task: &Task<'_>, hits: &mut Hits<'_>) {
    let Some(proxy) = task.root.get("proxyConfiguration") else {
        return;
    };
    let mut note = |at: View<'_>, expected: &'static str| {
        hits.at(at).hole("{expected}", expected);
    };
    if !task.is_network_mode("awsvpc") {
        note(proxy, "networkMode = awsvpc");
    }
    if let Some(name) = proxy.get("containerName")
        && task.container(&name.string().unwrap_or_default()).is_none()
    {
        note(name, "containerName");
    }
    let given = |name: &str| {
        proxy.elements("properties").any(|property| {
            let value = property.string_at("value").unwrap_or_default();
            property.string_at("name").as_deref() == Some(name) && !value.is_empty()
        })
    };
    for name in ["AppPorts", "ProxyIngressPort", "ProxyEgressPort"] {
        if !given(name) {
            note(proxy, name);
        }
    }
    if !given("IgnoredUID") && !given("IgnoredGID") {
        note(proxy, "IgnoredUID / IgnoredGID");
    }
}
