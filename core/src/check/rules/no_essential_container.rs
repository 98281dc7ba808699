//! `no-essential-container`: no essential container.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-essential-container",
        class: Class::Error,
        aws: "Task definition doesn't have any essential container.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Essential",
        title: "No essential container",
        message: "No container of the task is essential.",
        why: "A task lives as long as its essential containers do, so that it needs one. \
            Without the setting, a container is essential.",
        cure: "Set `essential` to `true` for the container that does the work.",
    },
    ja: words! {
        label: "essential",
        title: "必須コンテナ（essential）がありません",
        message: "どのコンテナも essential になっていません。",
        why: "タスクは必須コンテナが動いている間だけ続くので、少なくとも 1 つ必要です。何も\
            指定しなければ、コンテナは必須になります。",
        cure: "処理の中心となるコンテナの `essential` を `true` にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""essential": false"#,
    after: r#""essential": true"#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["E3042"];

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/eagletmt/hako/pull/68",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let mut optional = definition.all("essential");
    optional.retain(|at| at.token() == "false");
    if let (Some(&at), true) = (
        optional.first(),
        optional.len() == definition.containers.len() && !definition.has_open_container(),
    ) {
        findings.report(at);
    }
}
