//! `deprecated-field`: a field that AWS has retired.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "deprecated-field",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Deprecated",
        title: "A field that AWS has retired",
        message: "AWS has retired {path}.",
        why: "ECS still knows the field, and what it was for is gone: Elastic Inference \
            ended in 2024.",
        cure: "Remove it.",
    },
    ja: words! {
        label: "非推奨",
        title: "AWS が廃止した項目",
        message: "{path} は AWS が廃止した項目です。",
        why: "項目は残っていますが、対象の機能は終了しています。Elastic Inference は 2024 年\
            に終了しました。",
        cure: "この項目を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""inferenceAccelerators": [{"deviceName": "eia", "#,
        r#""deviceType": "eia2.medium"}]"#,
    ),
    after: r#""inferenceAccelerators": []"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let retired = definition.root.member("inferenceAccelerators");
    if let Some(at) = retired.filter(|list| !list.is_leaf()) {
        findings.report(at);
    }
}
