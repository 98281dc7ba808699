//! `port-missing`: a port mapping without a container port.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, PackedWords, Rule,
    Scope, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "port-missing",
        class: Class::Error,
        aws: "Invalid 'containerPort' setting for container 'container_1'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "A port mapping without a container port",
        message: "{path} names no containerPort.",
        why: "A mapping has to say which port of the container it is about.",
        cure: "Add `containerPort`, or `containerPortRange`.",
    },
    ja: words! {
        label: "ポート",
        title: "コンテナポートのないポートマッピング",
        message: "{path} に containerPort がありません。",
        why: "ポートマッピングには、コンテナのどのポートかを書く必要があります。",
        cure: "`containerPort` か `containerPortRange` を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""portMappings": [{"hostPort": 80}]"#,
    after: r#""portMappings": [{"containerPort": 80, "hostPort": 80}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/aws-cli/issues/7288",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for mapping in definition.each("portMappings") {
        let none = ["containerPort", "containerPortRange"]
            .iter()
            .all(|key| mapping.member(key).is_none());
        if mapping.kind() == Kind::Object && none {
            findings.report(mapping);
        }
    }
}
