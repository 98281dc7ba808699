//! `unknown-volume-source`: volumes from a container that does not exist.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-volume-source",
        class: Class::Error,
        aws: "Invalid 'volumesFrom' setting. Unknown container: 'container'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Source",
        title: "Volumes from a container that is not there",
        message: "{path} names no other container of this task.",
        why: "`volumesFrom` mounts what another container of the same task mounts.",
        cure: "Correct the name, or use `mountPoints`.",
    },
    ja: words! {
        label: "ボリューム",
        title: "存在しないコンテナを指す volumesFrom",
        message: "{path} に当たる別のコンテナが、このタスクにはありません。",
        why: "`volumesFrom` は、同じタスクの別のコンテナのマウントを引き継ぐものです。",
        cure: "名前を直すか、`mountPoints` を使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""volumesFrom": [{"sourceContainer": "data"}]"#,
    after: r#""volumesFrom": []"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/eagletmt/hako/pull/54",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.to_no_other_container("volumesFrom", "sourceContainer") {
        findings.report(at);
    }
}
