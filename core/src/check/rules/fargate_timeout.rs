//! `fargate-timeout`: a timeout beyond Fargate's limit.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-timeout",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Timeout",
        title: "A timeout beyond what Fargate gives",
        message: "{path} is {before} s; on Fargate, 2 to 120 are possible.",
        why: "Fargate waits at most two minutes for a container to start or to stop.",
        cure: "Choose at most 120 seconds.",
    },
    ja: words! {
        label: "タイムアウト",
        title: "Fargate の上限を超えるタイムアウト",
        message: "{path} が {before} 秒です。Fargate で指定できるのは 2〜120 秒です。",
        why: "Fargate がコンテナの起動や停止を待つのは、長くても 2 分です。",
        cure: "120 秒以下にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""stopTimeout": 300"#,
    after: r#""stopTimeout": 120"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "The valid values for Fargate are 2-120 seconds.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        for at in ["startTimeout", "stopTimeout"]
            .iter()
            .filter_map(|key| container.member(key))
        {
            if at
                .integer()
                .is_some_and(|seconds| !(2..=120).contains(&seconds))
            {
                findings.report(at);
            }
        }
    }
}
