//! `missing-member`: an object without a member that AWS requires.

use super::{Class, Evidence, Example, Localized, PackedWords, Rule, Scope, refusal, words};

/// A required member that is missing.
pub static MISSING_MEMBER: Rule = Rule {
    id: "missing-member",
    class: Class::Error,
    aws: "Missing required parameter in containerDefinitions[0].ulimits[0]: \"hardLimit\"",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Missing",
        title: "A required field is missing",
        message: "{path} has no {member}, which AWS requires.",
        why: "AWS requires this field. It may have been null in the paste, or got lost in \
            copying.",
        cure: "Write the field with its value.",
    },
    ja: words! {
        label: "不足",
        title: "必須の項目がありません",
        message: "{path} に、必須の {member} がありません。",
        why: "AWS が必須としている項目です。貼り付けた内容で null だったか、\
            コピーしたときに抜けたのかもしれません。",
        cure: "項目とその値を書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""ulimits": [{"name": "nofile", "softLimit": 1024}]"#,
    after: r#""ulimits": [{"name": "nofile", "softLimit": 1024}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        MISSING_MEMBER.aws,
        "https://github.com/boto/botocore/blob/develop/botocore/validate.py",
    ),
    refusal(
        "Family can not be blank.",
        "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/630",
    ),
];
