//! `container-port-range`: a range of ports that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};
use crate::check::ports::{overlapping_ranges, port_range};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-port-range",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "A range of ports that ECS does not take",
        message: "{path} {reason}.",
        why: "A range is written as `FIRST-LAST`, in rising order within 1 to 65535. It \
            stands in place of `containerPort` and `hostPort`, and works in bridge and \
            awsvpc mode only. A container has each port in one mapping.",
        cure: "Write the range as `8080-8090`, leave the two single ports out, and let no two \
            mappings have the same port.",
    },
    ja: words! {
        label: "ポート",
        title: "ECS が受け付けないポート範囲",
        message: "{path} {reason}。",
        why: "範囲は `最初-最後` の形で、1〜65535 の中で小さい順に書きます。`containerPort` \
            や `hostPort` とは一緒に使えず、bridge モードと awsvpc モードでだけ使えます。1 つのコンテナ\
            の中で、同じポートを 2 つのポートマッピングに入れることはできません。",
        cure: "範囲を `8080-8090` のように書き、`containerPort` と `hostPort` は省いて、ほかの\
            ポートマッピングと重ならないようにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""portMappings": [{"containerPortRange": "8090-8080"}]"#,
    after: r#""portMappings": [{"containerPortRange": "8080-8090"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "You must use either the bridge network mode or the awsvpc network mode.",
        CHECK.rule.source,
    ),
    reference(
        "The containerPortRange valid values are between 1 and 65535.",
        CHECK.rule.source,
    ),
    reference(
        "The first port in the range must be less than last port in the range.",
        CHECK.rule.source,
    ),
    reference(
        "If you specify a containerPortRange, leave this field empty",
        CHECK.rule.source,
    ),
    reference(
        "A port can only be included in one port mapping per container. You cannot specify \
            overlapping port ranges.",
        CHECK.rule.source,
    ),
];

static BESIDE: Localized = Localized {
    en: "stands beside hostPort",
    ja: " は、hostPort とは一緒に使えません",
};

static FORM: Localized = Localized {
    en: "is no range from a lower to a higher port",
    ja: " は、小さいポート番号から大きいポート番号への範囲になっていません",
};

static OVERLAP: Localized = Localized {
    en: "has a port that another mapping of the container has already",
    ja: " に、同じコンテナの別のポートマッピングと同じポートがあります",
};

static MODE: Localized = Localized {
    en: "is for the network modes bridge and awsvpc",
    ja: " は、bridge モードと awsvpc モードでしか使えません",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let unmapped = definition.is_network_mode("host") || definition.is_network_mode("none");
    for mapping in definition.each("portMappings") {
        let Some(at) = mapping.member("containerPortRange") else {
            continue;
        };
        let reason = if mapping.member("hostPort").is_some() {
            &BESIDE
        } else if at.string().is_some_and(|text| port_range(&text).is_none()) {
            &FORM
        } else if unmapped {
            &MODE
        } else {
            continue;
        };
        findings.report(at).arg("reason", reason);
    }
    for container in &definition.containers {
        for at in overlapping_ranges(container) {
            findings.report(at).arg("reason", &OVERLAP);
        }
    }
}
