//! `duplicate-tag`: a tag both inside the task definition and beside it.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A tag beside the task definition whose key the definition has too.
pub static DUPLICATE_TAG: Rule = Rule {
    id: "duplicate-tag",
    class: Class::Removed,
    aws: "",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Duplicate tag",
        title: "A tag both inside the task definition and beside it",
        message: "Removed {path}: the task definition itself has a tag of this key.",
        why: "A tag's key can be there once. The tag inside the task definition is the one that \
            somebody wrote into it, so it stays.",
        cure: "taskdef kept the tag inside. If the one beside is right, set it with `--tag`.",
        plain_cure: "taskdef kept the tag inside. If the one beside is right, change the value of the tag.",
    },
    ja: words! {
        label: "タグの重複",
        title: "同じキーのタグが、タスク定義の中と外にあります",
        message: "同じキーのタグがタスク定義の中にあるので、{path} を取り除きました。",
        why: "タグのキーは 1 つしか使えません。タスク定義の中のタグは、そこに書き込まれたものなので\
            残しました。",
        cure: "中のタグを残しました。外のタグが正しいときは、`--tag` で設定してください。",
        plain_cure: "中のタグを残しました。外のタグが正しいときは、タグの値を書き換えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"taskDefinition":{"family":"batch","containerDefinitions":[],"#,
        r#""tags":[{"key":"Stage","value":"dev"}]},"#,
        r#""tags":[{"key":"Stage","value":"prod"}]}"#,
    ),
    after: concat!(
        r#"{"family":"batch","containerDefinitions":[],"#,
        r#""tags":[{"key":"Stage","value":"dev"}]}"#,
    ),
};
