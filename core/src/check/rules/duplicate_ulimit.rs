//! `duplicate-ulimit`: the same ulimit twice.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, repeated,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-ulimit",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Ulimit",
        title: "The same ulimit twice",
        message: "The ulimit {value} stands twice.",
        why: "A container has one soft and one hard limit of each kind.",
        cure: "Keep one of them.",
    },
    ja: words! {
        label: "重複",
        title: "ulimit の重複",
        message: "ulimit {value} が 2 つあります。",
        why: "コンテナのソフトリミットとハードリミットは、種類ごとに 1 組です。",
        cure: "どちらか一方にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""ulimits": [{"name": "core", "softLimit": 0, "hardLimit": 0}, "#,
        r#"{"name": "core", "softLimit": 1, "hardLimit": 1}]"#,
    ),
    after: r#""ulimits": [{"name": "core", "softLimit": 1, "hardLimit": 1}]"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let names = container.member_elements("ulimits");
        for at in repeated(names.filter_map(|ulimit| ulimit.member("name"))) {
            findings.report(at).arg("value", at);
        }
    }
}
