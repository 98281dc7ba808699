//! `requested-removal`: a value removed on request.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A value that an edit removed.
pub static REQUESTED_REMOVAL: Rule = Rule {
    id: "requested-removal",
    class: Class::Edited,
    aws: "",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Taken out",
        title: "A value removed on request",
        message: "Removed {path}, as requested.",
        why: "An edit on the command line or in the form asks to leave this out.",
        cure: "taskdef left it out, together with anything that became empty by it. Without the \
            edit, it stays.",
    },
    ja: words! {
        label: "削除",
        title: "指定どおりに取り除いた値です",
        message: "指定どおり、{path} を取り除きました。",
        why: "コマンドラインかフォームで、この値を外すように指定されています。",
        cure: "取り除きました。そのために空になったものも、一緒に取り除きます。指定をやめると、\
            元のまま残ります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""environment": [{"name": "MODE", "value": "daily"}, "#,
        r#"{"name": "DEBUG", "value": "1"}]"#,
    ),
    after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
};
