//! `duplicate-volume`: two volumes of one name.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, repeated,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-volume",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "Two volumes of one name",
        message: "The volume name {value} stands twice.",
        why: "A mount finds its volume by the name.",
        cure: "Rename one of them.",
    },
    ja: words! {
        label: "重複",
        title: "ボリューム名の重複",
        message: "ボリューム名 {value} が 2 つあります。",
        why: "マウントするボリュームは名前で決まります。",
        cure: "どちらかの名前を変えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "work"}, {"name": "work"}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "work"}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let names = definition.root.member_elements("volumes");
    for at in repeated(names.filter_map(|volume| volume.member("name"))) {
        findings.report(at).arg("value", at);
    }
}
