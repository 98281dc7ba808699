//! `port-out-of-range`: a number that is not a port.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, cannot_run, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "port-out-of-range",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "A number that is no port",
        message: "{path} is {before}; a port is 1 to 65535.",
        why: "Ports have 16 bits. A `hostPort` may also be 0, which leaves the choice to the \
            instance.",
        cure: "Write the port that the container listens on, or leave `transitEncryptionPort` out.",
    },
    ja: words! {
        label: "範囲外",
        title: "ポート番号ではない数値",
        message: "{path} が {before} です。ポート番号は 1〜65535 です。",
        why: "ポート番号は 16 ビットです。`hostPort` だけは 0 も使え、その場合はインスタンス\
            がポートを選びます。",
        cure: "コンテナが待ち受けるポートを書くか、`transitEncryptionPort` を省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""portMappings": [{"containerPort": 80800}]"#,
    after: r#""portMappings": [{"containerPort": 8080}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "the MAX_PORT_NUMBER is set to 65535",
        "https://github.com/aws/amazon-ecs-agent/pull/3584",
    ),
    cannot_run(
        "invalid containerPort: 122825",
        "https://github.com/iyansr/iyansr.id-reborn/pull/44",
    ),
    cannot_run(
        "%s(): port must be 0-65535.",
        "https://github.com/python/cpython/blob/main/Modules/socketmodule.c",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for mapping in definition.each("portMappings") {
        for (key, least) in [("containerPort", 1), ("hostPort", 0)] {
            port(mapping.member(key), least, findings);
        }
    }
    // The mount helpers of both are written in Python.
    for volume in definition.root.member_elements("volumes") {
        for kind in ["efsVolumeConfiguration", "s3filesVolumeConfiguration"] {
            let volume = volume.member(kind);
            let at = volume.and_then(|volume| volume.member("transitEncryptionPort"));
            port(at, 0, findings);
        }
    }
}

fn port(at: Option<NodeRef<'_>>, least: i64, findings: &mut Findings<'_>) {
    let range = least..=65535;
    if let Some(at) = at
        && at.integer().is_some_and(|port| !range.contains(&port))
    {
        findings.report(at);
    }
}
