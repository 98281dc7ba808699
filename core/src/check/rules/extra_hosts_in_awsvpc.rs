//! `extra-hosts-in-awsvpc`: extra hosts in awsvpc mode.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "extra-hosts-in-awsvpc",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Network",
        title: "Extra hosts in awsvpc mode",
        message: "A container in awsvpc mode can’t have extraHosts.",
        why: "In awsvpc mode, the containers of a task share a `/etc/hosts` that ECS writes.",
        cure: "Remove `extraHosts` and use names that DNS knows, such as those of a private \
            hosted zone.",
    },
    ja: words! {
        label: "ネットワーク",
        title: "awsvpc モードでの extraHosts",
        message: "awsvpc モードのコンテナには extraHosts を指定できません。",
        why: "awsvpc モードでは、ECS が書いた `/etc/hosts` をタスクのコンテナが共有します。",
        cure: "`extraHosts` を消し、プライベートホストゾーンなど、DNS で引ける名前を使ってく\
            ださい。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "awsvpc", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "extraHosts": [{"hostname": "db", "#,
        r#""ipAddress": "10.0.0.5"}]}]"#,
    ),
    after: concat!(
        r#""networkMode": "bridge", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "extraHosts": [{"hostname": "db", "#,
        r#""ipAddress": "10.0.0.5"}]}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "This parameter isn't supported for Windows containers or tasks that use the awsvpc \
            network mode.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_network_mode("awsvpc") || definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        if let Some(at) = container
            .member("extraHosts")
            .filter(|list| !list.is_leaf())
        {
            findings.report(at);
        }
    }
}
