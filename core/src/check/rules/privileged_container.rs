//! `privileged-container`: a container with the privileges of its host.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "privileged-container",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            security-tasks-containers.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Privileged",
        title: "A container with the rights of its host",
        message: "The container {value} is privileged.",
        why: "Whoever breaks into it has the instance, and with it the roles of all tasks \
            that run there.",
        cure: "Remove `privileged`, and add single `capabilities` where the program needs \
            them.",
    },
    ja: words! {
        label: "特権",
        title: "ホストと同じ権限を持つコンテナ",
        message: "コンテナ {value} は特権モードです。",
        why: "侵入されるとインスタンスごと乗っ取られ、そこで動くすべてのタスクのロールも使わ\
            れます。",
        cure: "`privileged` を消し、必要なケーパビリティだけを `capabilities` に加えてくださ\
            い。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""privileged": true"#,
    after: r#""privileged": false"#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.4",
    "CKV_AWS_334",
    "CT.ECS.PR.11",
    "ECS_CONTAINERS_NONPRIVILEGED",
    "ecs_task_definitions_no_privileged_containers",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.is_fargate() {
        return;
    }
    for container in &definition.containers {
        if let Some(at) = container
            .member("privileged")
            .filter(|at| at.token() == "true")
        {
            findings.report(at).arg("value", container.called());
        }
    }
}
