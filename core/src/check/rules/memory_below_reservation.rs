//! `memory-below-reservation`: a hard limit of memory below the soft one.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "memory-below-reservation",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container size",
        title: "A hard limit of memory below the soft one",
        message: "{path} is {before} MiB, below the memoryReservation of {limit} MiB.",
        why: "`memory` is the most that a container may take, and `memoryReservation` what \
            is kept for it, so the former can’t be less.",
        cure: "Raise `memory`, or lower `memoryReservation`.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "メモリのハード制限がソフト制限を下回っています",
        message: "{path} の {before} MiB が、memoryReservation の {limit} MiB を下回っていま\
            す。",
        why: "`memory` はコンテナが使える上限、`memoryReservation` はコンテナのために確保す\
            る量なので、上限のほうを小さくはできません。",
        cure: "`memory` を増やすか、`memoryReservation` を減らしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""memory": 128, "memoryReservation": 256"#,
    after: r#""memory": 256, "memoryReservation": 128"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "If you specify both, memory must be greater than memoryReservation.",
        CHECK.rule.source,
    ),
    cannot_run(
        "Minimum memory limit can not be less than memory reservation limit",
        "https://github.com/maxyermayank/docker-compose-elasticsearch-kibana/issues/22",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let (Some(at), Some(soft)) = (
            container.member("memory"),
            container.member("memoryReservation"),
        ) else {
            continue;
        };
        let below = at.integer().zip(soft.integer());
        if below.is_some_and(|(hard, soft)| hard < soft) {
            findings.report(at).arg("limit", soft);
        }
    }
}
