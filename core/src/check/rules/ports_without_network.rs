//! `ports-without-network`: port mappings in a task without a network.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "ports-without-network",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "No network",
        title: "Port mappings in a task without a network",
        message: "In the network mode none, a container has no ports to map.",
        why: "A task in the mode none is cut off from any network.",
        cure: "Remove `portMappings`, or choose another `networkMode`.",
    },
    ja: words! {
        label: "ポート",
        title: "ネットワークのないタスクのポートマッピング",
        message: "ネットワークモード none では、ポートマッピングを指定できません。",
        why: "none モードのタスクは、どのネットワークにもつながりません。",
        cure: "`portMappings` を消すか、別の `networkMode` にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "none", "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""portMappings": [{"containerPort": 80}]}]"#,
    ),
    after: concat!(
        r#""networkMode": "none", "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "If the network mode of a task definition is set to none, then you can't specify port \
            mappings.",
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_network_mode("none") {
        return;
    }
    for container in &definition.containers {
        if let Some(at) = container
            .member("portMappings")
            .filter(|list| !list.is_leaf())
        {
            findings.report(at);
        }
    }
}
