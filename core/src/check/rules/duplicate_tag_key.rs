//! `duplicate-tag-key`: two tags of one key.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, repeated, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-tag-key",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Tag",
        title: "Two tags of one key",
        message: "The tag {value} stands twice.",
        why: "A resource has one value for each key, and ECS refuses a second one.",
        cure: "Keep the one that is meant.",
    },
    ja: words! {
        label: "重複",
        title: "タグのキーの重複",
        message: "タグ {value} が 2 つあります。",
        why: "1 つのキーに付けられる値は 1 つで、2 つ目があると ECS に拒否されます。",
        cure: "使うほうを残してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""tags": [{"key": "team", "value": "a"}, {"key": "team", "value": "b"}]"#,
    after: r#""tags": [{"key": "team", "value": "b"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "For each resource, each tag key must be unique, and each tag key can have only one \
            value.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let keys = definition
        .root
        .member_elements("tags")
        .filter_map(|tag| tag.member("key"));
    for at in repeated(keys) {
        findings.report(at).arg("value", at);
    }
}
