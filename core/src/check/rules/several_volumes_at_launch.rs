//! `several-volumes-at-launch`: more than one volume that is configured at launch.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "several-volumes-at-launch",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "More than one volume that is set up at launch",
        message: "{path} is a second volume that is configured at launch.",
        why: "A task definition can have one such volume, whose EBS settings come with the \
            service or the task.",
        cure: "Keep one.",
    },
    ja: words! {
        label: "ボリューム",
        title: "起動時に設定するボリュームが 2 つ以上あります",
        message: "{path} は、起動時に設定する 2 つ目のボリュームです。",
        why: "このようなボリュームは、タスク定義に 1 つだけ書けます。EBS の設定は、サービス\
            の作成時やタスクの起動時に渡します。",
        cure: "1 つにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "a", "configuredAtLaunch": true}, {"name": "b", "#,
        r#""configuredAtLaunch": true}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "a", "containerPath": "/a"}, "#,
        r#"{"sourceVolume": "b", "containerPath": "/b"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "a", "configuredAtLaunch": true}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "a", "containerPath": "/a"}]}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "The volume configuration may contain multiple volumes but only one volume configured \
            at launch is supported.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let volumes = definition.root.member_elements("volumes");
    let at_launch = volumes.filter_map(|volume| volume.member("configuredAtLaunch"));
    for at in at_launch.filter(|at| at.token() == "true").skip(1) {
        findings.report(at);
    }
}
