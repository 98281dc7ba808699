//! `autoprovision-of-task-scope`: autoprovisioning of a volume of scope `task`.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "autoprovision-of-task-scope",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_DockerVolumeConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "autoprovision of a volume that lives with its task",
        message: "{path} counts for shared volumes only.",
        why: "A Docker volume of the scope `task` is always made with the task and goes with \
            it.",
        cure: "Remove `autoprovision`, or set `scope` to `shared`.",
    },
    ja: words! {
        label: "ボリューム",
        title: "タスクスコープのボリュームの autoprovision",
        message: "{path} が効くのは、スコープが shared のボリュームだけです。",
        why: "スコープが `task` の Docker ボリュームは、いつもタスクと一緒に作られ、一緒に消\
            えます。",
        cure: "`autoprovision` を消すか、`scope` を `shared` にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""dockerVolumeConfiguration": {"scope": "task", "autoprovision": true}}], "#,
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "mountPoints": [{"sourceVolume": "work", "#,
        r#""containerPath": "/work"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""dockerVolumeConfiguration": {"scope": "shared", "#,
        r#""autoprovision": true}}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for volume in definition.root.member_elements("volumes") {
        let Some(docker) = volume.member("dockerVolumeConfiguration") else {
            continue;
        };
        let shared = docker.member_str("scope").as_deref() == Some("shared");
        if docker.is_member_true("autoprovision")
            && !shared
            && let Some(at) = docker.member("autoprovision")
        {
            findings.report(at);
        }
    }
}
