//! `writable-root-file-system`: a writable root file system.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "writable-root-file-system",
        class: Class::Security(Severity::Advice),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            security-tasks-containers.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "File system",
        title: "A root file system that can be written",
        message: "The container {value} can write to its root file system.",
        why: "Someone who breaks in can then change the program itself. A read-only root \
            with volumes for what is written stops that.",
        cure: "Set `readonlyRootFilesystem` to `true`, and mount volumes where the program \
            writes, such as `/tmp`.",
    },
    ja: words! {
        label: "ファイルシステム",
        title: "書き込めるルートファイルシステム",
        message: "コンテナ {value} は、ルートファイルシステムに書き込めます。",
        why: "侵入されると、プログラムそのものを書き換えられます。ルートを読み取り専用にし\
            て、書き込む場所だけをボリュームにすると防げます。",
        cure: "`readonlyRootFilesystem` を `true` にし、`/tmp` など、プログラムが書き込む場\
            所にボリュームをマウントしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""readonlyRootFilesystem": false"#,
    after: r#""readonlyRootFilesystem": true"#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.5",
    "CKV_AWS_336",
    "CT.ECS.PR.6",
    "ECS_CONTAINERS_READONLY_ACCESS",
    "ecs_task_definitions_containers_readonly_access",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.is_windows() {
        return;
    }
    for container in &definition.containers {
        if !container.is_member_true("readonlyRootFilesystem") {
            let at = container.name_or_self();
            let written = container.member("readonlyRootFilesystem");
            findings
                .report(written.unwrap_or(at))
                .arg("value", container.called());
        }
    }
}
