//! `memory-too-small`: less memory than any container needs.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "memory-too-small",
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
        title: "Less memory than any container needs",
        message: "{path} is {before} MiB; at least 6 are needed.",
        why: "Docker starts no container with less than 6 MiB of memory.",
        cure: "Give the container more memory; 128 MiB is a small container.",
    },
    ja: words! {
        label: "コンテナサイズ",
        title: "コンテナを起動できないほど小さいメモリ",
        message: "{path} は {before} MiB です。少なくとも 6 MiB が必要です。",
        why: "Docker は、メモリが 6 MiB 未満のコンテナを起動しません。",
        cure: "メモリを増やしてください。小さなコンテナでも 128 MiB 程度は使います。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""memory": 2"#,
    after: r#""memory": 128"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    cannot_run(
        "Minimum memory reservation allowed is 6MB",
        "https://github.com/awsdocs/amazon-ecs-developer-guide/pull/185",
    ),
    reference(
        "The Docker 20.10.0 or later daemon reserves a minimum of 6 MiB of memory for a \
            container. So, don't specify less than 6 MiB of memory for your containers.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // The minimum is that of Docker on Linux.
    if definition.is_windows() {
        return;
    }
    for container in &definition.containers {
        for key in ["memory", "memoryReservation"] {
            if let Some(at) = container.member(key)
                && at.integer().is_some_and(|memory| memory < 6)
            {
                findings.report(at);
            }
        }
    }
}
