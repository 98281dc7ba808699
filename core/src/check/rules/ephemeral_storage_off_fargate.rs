//! `ephemeral-storage-off-fargate`: ephemeral storage for a task that does not run on Fargate.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "ephemeral-storage-off-fargate",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_EphemeralStorage.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Storage",
        title: "Ephemeral storage for a task that Fargate does not run",
        message: "ephemeralStorage is for Fargate, which this task does not require.",
        why: "Only Fargate gives a task storage of its own. On an instance, the container \
            writes to the disk of that instance.",
        cure: "Leave it out, or add `FARGATE` to `requiresCompatibilities`.",
    },
    ja: words! {
        label: "ストレージ",
        title: "Fargate 以外のタスクのエフェメラルストレージ",
        message: "ephemeralStorage は Fargate のための項目ですが、このタスクは Fargate を指\
            定していません。",
        why: "タスク専用のストレージが付くのは Fargate だけです。インスタンス上では、コンテ\
            ナはそのインスタンスのディスクに書き込みます。",
        cure: "この項目を省くか、`requiresCompatibilities` に `FARGATE` を加えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""requiresCompatibilities": ["EC2"], "ephemeralStorage": {"sizeInGiB": 50}"#,
    after: r#""requiresCompatibilities": ["EC2"]"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let chosen = definition.root.member("requiresCompatibilities").is_some();
    if let Some(at) = definition.root.member("ephemeralStorage")
        && chosen
        && !definition.is_fargate()
    {
        findings.report(at);
    }
}
