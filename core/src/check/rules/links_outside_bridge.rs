//! `links-outside-bridge`: links outside of bridge mode.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "links-outside-bridge",
        class: Class::Error,
        aws: "Links are not supported when networkMode=awsvpc.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Network mode",
        title: "Links outside of bridge mode",
        message: "links work in the network mode bridge only.",
        why: "A link is an entry of Docker’s own bridge network. In awsvpc and host mode, \
            the containers of a task reach each other at localhost.",
        cure: "Remove `links`; in awsvpc mode, use `localhost` for the address.",
    },
    ja: words! {
        label: "リンク",
        title: "bridge モード以外での links",
        message: "links は、ネットワークモード bridge でしか使えません。",
        why: "リンクは Docker のブリッジネットワークの機能です。awsvpc モードと host モード\
            では、同じタスクのコンテナに localhost で接続できます。",
        cure: "`links` を消してください。awsvpc モードでは、接続先を `localhost` にします。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "awsvpc", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "links": ["db"]}, {"name": "db", "image": "db:1"}]"#,
    ),
    after: concat!(
        r#""networkMode": "bridge", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "links": ["db"]}, {"name": "db", "image": "db:1"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws-observability/aws-otel-collector/issues/1359",
    ),
    reference(
        "This parameter is only supported if the network mode of a task definition is bridge.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // Another mode, such as the console's `default`, may be bridge.
    let outside = ["awsvpc", "host", "none"]
        .iter()
        .any(|mode| definition.is_network_mode(mode));
    if definition.is_fargate() || !outside {
        return;
    }
    for container in &definition.containers {
        if let Some(at) = container.member("links").filter(|list| !list.is_leaf()) {
            findings.report(at);
        }
    }
}
