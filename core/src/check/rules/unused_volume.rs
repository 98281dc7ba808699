//! `unused-volume`: a volume that no container mounts.

use super::{
    Arg, Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::names::Names;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unused-volume",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "A volume that no container mounts",
        message: "No container mounts the volume {value}.",
        why: "It is set up for each task and serves nothing.",
        cure: "Mount it in `mountPoints`, or remove it.",
    },
    ja: words! {
        label: "ボリューム",
        title: "どのコンテナも使っていないボリューム",
        message: "ボリューム {value} をマウントしているコンテナがありません。",
        why: "タスクごとに用意されますが、何の役にも立ちません。",
        cure: "`mountPoints` でマウントするか、消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""volumes": [{"name": "work"}]"#,
    after: concat!(
        r#""volumes": [{"name": "work"}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let mounts = definition.each("mountPoints").into_iter();
    let mounted = mounts.filter_map(|mount| mount.member_str("sourceVolume"));
    let mounted = Names::new(mounted.collect());
    for volume in definition.root.member_elements("volumes") {
        let Some(at) = volume.member("name") else {
            continue;
        };
        let name = at.string().unwrap_or_default();
        if name.is_empty() {
            // No mount can name it.
            findings
                .report(at)
                .arg("value", Arg::Places(vec![volume.id]));
        } else if !mounted.contains(&name) {
            findings.report(at).arg("value", at);
        }
    }
}
