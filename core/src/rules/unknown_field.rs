//! `unknown-field`: a field that this version's copy of the AWS model lacks.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A field kept with its text untouched, as it may be newer than taskdef.
pub static UNKNOWN_FIELD: Rule = Rule {
    id: "unknown-field",
    class: Class::Warning,
    aws: "Unknown parameter in input: \"someNewField\", must be one of: family, taskRoleArn, …",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Unknown field",
        title: "A field that this version does not know",
        message: "This version does not know {path}, so it is kept as it is.",
        why: "AWS may have added the field after this version of taskdef was made, so its text \
            is passed on untouched. An AWS CLI of the same age refuses it.",
        cure: "Check the name against the AWS documentation. If it is right, nothing needs to \
            change.",
    },
    ja: words! {
        label: "未知の項目",
        title: "このバージョンが知らない項目です",
        message: "{path} はこのバージョンが知らない項目なので、そのまま残しました。",
        why: "taskdef のこのバージョンより後に、AWS が加えた項目かもしれません。そのため、\
            書かれたとおりに残します。同じころの AWS CLI は、この項目を受け付けません。",
        cure: "名前が正しいか、AWS のドキュメントで確かめてください。正しければ、\
            このままで構いません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""someNewField": {"mode": "auto"}"#,
    after: r#""someNewField": {"mode": "auto"}"#,
};
