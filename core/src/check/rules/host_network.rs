//! `host-network`: a task in the network of its instance.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "host-network",
        class: Class::Security(Severity::Advice),
        aws: "",
        source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Host network",
        title: "A task in the network of its instance",
        message: "The task uses the network of its instance.",
        why: "It reaches what listens on the instance’s own loopback address, and its \
            ports are the instance’s: a second copy of the task does not fit.",
        cure: "Use `awsvpc` or `bridge`, unless the program has to see the instance’s \
            network.",
    },
    ja: words! {
        label: "ホストネットワーク",
        title: "インスタンスのネットワークを使うタスク",
        message: "タスクは、インスタンスのネットワークをそのまま使います。",
        why: "インスタンスのループバックアドレスで待ち受けるものにも届きます。ポートもイン\
            スタンスのものなので、同じタスクを 1 台に 2 つ置けません。",
        cure: "インスタンスのネットワークを見る必要がなければ、`awsvpc` か `bridge` にして\
            ください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "host", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "user": "1000"}]"#,
    ),
    after: concat!(
        r#""networkMode": "awsvpc", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "user": "1000"}]"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["ECS.17", "ECS_TASK_DEFINITION_NETWORK_MODE_NOT_HOST"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if let Some(at) = definition.root.member("networkMode")
        && definition.is_network_mode("host")
        && !definition.is_fargate()
    {
        findings.report(at);
    }
}
