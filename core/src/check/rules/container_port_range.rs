//! `container-port-range`: a range of ports that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, Rule, Scope, Words, reference,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-port-range",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Port",
                title: "A range of ports that ECS does not take",
                message: "{path} can’t be used as it is.",
                why: "A range is written as `FIRST-LAST`, in rising order within 1 to 65535. It \
                    stands in place of `containerPort` and `hostPort`, and works in bridge and \
                    awsvpc mode only.",
                cure: "Write the range as `8080-8090`, and leave the two single ports out.",
            },
            ja: Words {
                label: "ポート",
                title: "ECS が受け付けないポート範囲",
                message: "{path} は、このままでは使えません。",
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
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let unmapped = definition.is_network_mode("host") || definition.is_network_mode("none");
    for (_, mapping) in definition.each("portMappings") {
        let Some(at) = mapping.member("containerPortRange") else {
            continue;
        };
        let single = mapping.member("hostPort").is_some();
        let good = at.string().is_none_or(|range| is_range(&range));
        if single || !good || unmapped {
            findings.report(at);
        }
    }
}

fn is_range(text: &str) -> bool {
    let Some((first, last)) = text.split_once('-') else {
        return false;
    };
    match (first.parse::<u16>(), last.parse::<u16>()) {
        (Ok(first), Ok(last)) => first > 0 && first < last,
        _ => false,
    }
}
