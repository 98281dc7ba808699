//! `requested-edit`: a value changed on request.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A value that an edit replaced.
pub static REQUESTED_EDIT: Rule = Rule {
    id: "requested-edit",
    class: Class::Edited,
    aws: "",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Edited",
        title: "A value changed on request",
        message: "Changed {path} from {before} to {after}, as requested.",
        why: "An edit on the command line or in the form asks for this value.",
        cure: "taskdef wrote the requested value. Without the edit, the pasted value stays.",
    },
    ja: words! {
        label: "編集",
        title: "指定どおりに変えた値です",
        message: "指定どおり、{path} を {before} から {after} に変えました。",
        why: "コマンドラインかフォームで、この値が指定されています。",
        cure: "指定された値を書きました。指定を外すと、貼り付けた値のままになります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""cpu": "256""#,
    after: r#""cpu": "512""#,
};
