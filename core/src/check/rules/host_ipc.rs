//! `host-ipc`: the shared memory of the instance.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "host-ipc",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html#ECS-RegisterTaskDefinition-request-ipcMode",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Shared memory",
        title: "A task in the shared memory of its instance",
        message: "The task reaches the shared memory and semaphores of its instance, and \
            of every task that does the same.",
        why: "Whoever breaks in can read and change what those programs hand to each \
            other there.",
        cure: "Remove `ipcMode`, or write `task` if its own containers are to share \
            memory.",
    },
    ja: words! {
        label: "共有メモリ",
        title: "インスタンスの共有メモリを使うタスク",
        message: "タスクは、インスタンスと、同じ設定のほかのタスクの共有メモリやセマフォにアクセスできます。",
        why: "侵入されると、そこで受け渡されるデータを読まれ、書き換えられます。",
        cure: "`ipcMode` を消すか、タスク内のコンテナどうしで共有するだけなら `task` にし\
            てください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""ipcMode": "host""#,
    after: r#""ipcMode": "task""#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // Elsewhere it is refused.
    let own_instance = !definition.is_fargate() && !definition.requires("MANAGED_INSTANCES");
    if let Some(at) = definition.root.member("ipcMode")
        && at.string().as_deref() == Some("host")
        && own_instance
    {
        findings.report(at);
    }
}
