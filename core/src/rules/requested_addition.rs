//! `requested-addition`: a value added on request.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A value that is not in the paste.
pub static REQUESTED_ADDITION: Rule = Rule {
    id: "requested-addition",
    class: Class::Edited,
    aws: "",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Added",
        title: "A value added on request",
        message: "Added {path} with {after}, as requested.",
        why: "An edit on the command line or in the form asks for this value, and the paste has \
            none here.",
        cure: "taskdef added the requested value. Without the edit, nothing is added.",
    },
    ja: words! {
        label: "追加",
        title: "指定どおりに加えた値です",
        message: "指定どおり、{path} に {after} を加えました。",
        why: "コマンドラインかフォームで、この値が指定されています。貼り付けた内容には、\
            ここに値がありません。",
        cure: "指定された値を加えました。指定を外すと、何も加えません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: "",
    after: r#""cpu": "512""#,
};
