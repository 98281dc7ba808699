//! `comment`: a comment in the JSON.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// `//`, `/* */` and `#` comments.
pub static COMMENT: Rule = Rule {
    id: "comment",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 20 \
        (char 19)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Comment",
        title: "A comment in the JSON",
        message: "Skipped a comment; the result does not have it.",
        why: "JSON has no comments. The AWS CLI stops at the first one.",
        cure: "taskdef skipped the comment. Keep notes somewhere else, such as the commit \
            message.",
    },
    ja: words! {
        label: "コメント",
        title: "JSON にコメントがあります",
        message: "コメントを読み飛ばしました。結果には残りません。",
        why: "JSON には、コメントの書き方がありません。AWS CLI は、\
            最初のコメントで読むのをやめます。",
        cure: "コメントを読み飛ばしました。結果には残らないので、\
            必要なメモはコミットメッセージなどに書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family":"batch", /* nightly */ "#,
        r#""containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    ),
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
