//! `host-port-mismatch`: a host port that differs from the container port.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "host-port-mismatch",
        class: Class::Error,
        aws: "When networkMode=awsvpc, the host ports and container ports in port mappings must \
            match.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "A host port that differs from the container port",
        message: "{path} is {before}, and the container port {value}: in this network mode \
            they are one.",
        why: "In the modes awsvpc and host, the container’s port is itself the port of the \
            interface, so there is nothing to map.",
        cure: "Remove `hostPort`, or make it equal to `containerPort`.",
    },
    ja: words! {
        label: "ポート",
        title: "コンテナポートと異なるホストポート",
        message: "{path} が {before} で、コンテナポートは {value} です。このネットワークモー\
            ドでは同じ値にします。",
        why: "awsvpc モードと host モードでは、コンテナのポートがそのままインターフェイスの\
            ポートになるので、別のポートに割り当てることはできません。",
        cure: "`hostPort` を消すか、`containerPort` と同じ値にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""portMappings": [{"containerPort": 8000, "hostPort": 80}]"#,
    after: r#""portMappings": [{"containerPort": 8000}]"#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["E3053"];

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/klothoplatform/klotho/issues/892",
    ),
    reference(
        "If the network mode of a task definition is set to host, then host ports must either \
            be undefined or they must match the container port in the port mapping.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
    ),
];

static REMOVE: Localized = Localized {
    en: "Remove hostPort",
    ja: "hostPort を消す",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_network_mode("awsvpc") && !definition.is_network_mode("host") {
        return;
    }
    for mapping in definition.each("portMappings") {
        let (Some(at), Some(inside)) =
            (mapping.member("hostPort"), mapping.member("containerPort"))
        else {
            continue;
        };
        let ports = at.integer().zip(inside.integer());
        if ports.is_some_and(|(host, container)| host != 0 && host != container) {
            findings
                .report(at)
                .arg("value", inside)
                .plan(Plan::unsure(&REMOVE, Step::Remove(at.node().origin)));
        }
    }
}
