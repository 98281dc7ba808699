//! `unknown-dependency`: a dependency on a container that does not exist.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-dependency",
        class: Class::Error,
        aws: "Cannot depend on container + 'sidecar-container' because it does not exist",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDependency.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Dependency",
        title: "A dependency on a container that is not there",
        message: "{path} names no other container of this task.",
        why: "A container can only wait for another one of the same task.",
        cure: "Correct the name, or remove the dependency.",
    },
    ja: words! {
        label: "依存関係",
        title: "存在しないコンテナへの依存",
        message: "{path} に当たる別のコンテナが、このタスクにはありません。",
        why: "コンテナが待てるのは、同じタスクの別のコンテナだけです。",
        cure: "名前を直すか、依存関係を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""dependsOn": [{"containerName": "database", "condition": "START"}]"#,
    after: r#""dependsOn": []"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(CHECK.rule.aws, "https://github.com/eagletmt/hako/pull/99"),
    cannot_run(
        "Task has circular dependencies; unable to start",
        "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/\
            agent/engine/docker_task_engine.go",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.to_no_other_container("dependsOn", "containerName") {
        findings.report(at);
    }
}
