//! `misplaced-field`: a field that AWS knows in another place.

use super::{Class, Evidence, Example, Localized, PackedWords, Rule, Scope, refusal, words};

/// Such as valueFrom in environment, which belongs in secrets.
pub static MISPLACED_FIELD: Rule = Rule {
    id: "misplaced-field",
    class: Class::Error,
    aws: "Unexpected key 'valueFrom' found in params.containerDefinitions[2].environment[0]",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Misplaced",
        title: "A field in the wrong place",
        message: "{name} is not a field here. AWS takes it in {suggestion}.",
        why: "AWS has a field of this name, but not here. The AWS CLI refuses it. Sent past the \
            CLI, it may be ignored without a word, and the setting then has no effect.",
        cure: "Move it there.",
    },
    ja: words! {
        label: "置き場所",
        title: "項目の置き場所が違います",
        message: "{name} はここの項目ではありません。{suggestion} に書く項目です。",
        why: "この名前の項目は、AWS では別の場所にあります。AWS CLI は受け付けません。\
            API に直接送ると、何も知らされずに無視され、設定が効かないおそれがあります。",
        cure: "その場所に移してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
    after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    MISPLACED_FIELD.aws,
    "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/44",
)];
