//! `container-port-range`: a range of ports that ECS does not accept.

use std::borrow::Cow;

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeId, NodeRef, Rule, Scope,
    StructView, Words, reference,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-port-range",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Port",
                title: "A range of ports that ECS does not take",
                message: "{path} {reason}.",
                why: "A range is written as `FIRST-LAST`, in rising order within 1 to 65535. It \
                    stands in place of `containerPort` and `hostPort`, and works in bridge and \
                    awsvpc mode only.",
                cure: "Write the range as `8080-8090`, and leave the two single ports out.",
            },
            ja: Words {
                label: "ポート",
                title: "ECS が受け付けないポート範囲",
                message: "{path} {reason}。",
                why: "範囲は `最初-最後` の形で、1〜65535 の中で小さい順に書きます。`containerPort` \
                    や `hostPort` とは一緒に使えず、bridge モードと awsvpc モードでだけ使えます。",
                cure: "範囲を `8080-8090` のように書き、`containerPort` と `hostPort` は省いてくださ\
                    い。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
        example: Example {
            scope: Scope::Container,
            before: r#""portMappings": [{"containerPortRange": "8090-8080"}]"#,
            after: r#""portMappings": [{"containerPortRange": "8080-8090"}]"#,
        },
    },
    check,
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
        "A port can only be included in one port mapping per container.",
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

static MODE: Localized = Localized {
    en: "is for the network modes bridge and awsvpc",
    ja: " は、bridge モードと awsvpc モードでしか使えません",
};

static OVERLAP: Localized = Localized {
    en: "shares a port with another mapping of the container",
    ja: " に、同じコンテナの別のポートマッピングと重なるポートがあります",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let unmapped = definition.is_network_mode("host") || definition.is_network_mode("none");
    for (_, mapping) in definition.each("portMappings") {
        let Some(at) = mapping.member("containerPortRange") else {
            continue;
        };
        let reason = if mapping.member("hostPort").is_some() {
            &BESIDE
        } else if at.string().is_some_and(|text| range(&text).is_none()) {
            &FORM
        } else if unmapped {
            &MODE
        } else {
            continue;
        };
        findings.report(at).arg("reason", reason);
    }
    for container in &definition.containers {
        for at in overlaps(container) {
            findings.report(at).arg("reason", &OVERLAP);
        }
    }
}

fn range(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first > 0 && first < last).then_some((first, last))
}

/// The ranges of a container that share a port with another mapping of the same protocol.
fn overlaps<'a>(container: &StructView<'a>) -> Vec<NodeRef<'a>> {
    let mappings = container.member_elements("portMappings");
    let mut ports: Vec<(Cow<'_, str>, u16, u16, NodeId, bool)> = mappings
        .filter_map(|mapping| {
            let protocol = mapping.member_str("protocol").unwrap_or("tcp".into());
            if let Some(at) = mapping.member("containerPortRange") {
                let (first, last) = range(&at.string()?)?;
                return Some((protocol, first, last, at.id, true));
            }
            let at = mapping.member("containerPort")?;
            let port = u16::try_from(at.integer()?).ok()?;
            Some((protocol, port, port, at.id, false))
        })
        .collect();
    ports.sort_unstable();
    let mut shared: Vec<NodeId> = Vec::new();
    let mut ports = ports.into_iter();
    let Some(mut widest) = ports.next() else {
        return Vec::new();
    };
    for next in ports {
        if next.0 == widest.0 && next.1 <= widest.2 {
            let range = if next.4 { &next } else { &widest };
            shared.extend(range.4.then_some(range.3));
        }
        if next.0 != widest.0 || next.2 > widest.2 {
            widest = next;
        }
    }
    shared.sort_unstable();
    shared.dedup();
    let all = shared.into_iter();
    all.map(|id| container.view().node_at(id)).collect()
}
