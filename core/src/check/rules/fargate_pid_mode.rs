//! `fargate-pid-mode`: a process namespace that Fargate does not share.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-pid-mode",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Process mode",
        title: "A process namespace that Fargate does not share",
        message: "Fargate does not have the pidMode {value}.",
        why: "On Fargate, the containers of a task can share their processes with each \
            other, never with the host; on Windows they can’t at all.",
        cure: "Use `task`, or leave `pidMode` out.",
    },
    ja: words! {
        label: "プロセスモード",
        title: "Fargate では使えない pidMode",
        message: "Fargate では、pidMode に {value} を指定できません。",
        why: "Fargate でプロセスを共有できるのは同じタスクのコンテナ同士だけで、ホストとは共\
            有できません。Windows では、まったく使えません。",
        cure: "`task` にするか、`pidMode` を省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: r#""pidMode": "host""#,
    after: r#""pidMode": "task""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "On Fargate for Linux containers, the only valid value is task.",
        CHECK.rule.source,
    ),
    reference(
        "This isn't supported for Windows containers on Fargate.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let Some(at) = definition.root.member("pidMode") else {
        return;
    };
    let mode = at.string().unwrap_or_default();
    if definition.is_fargate() && (mode == "host" || (mode == "task" && definition.is_windows())) {
        findings.report(at).arg("value", at);
    }
}
