//! `empty-object`: an object in which nothing is left.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// An empty object where AWS needs a member, or one whose members were all removed.
pub static EMPTY_OBJECT: Rule = Rule {
    id: "empty-object",
    class: Class::Removed,
    aws: "Missing required parameter in containerDefinitions[0].repositoryCredentials: \
        \"credentialsParameter\"",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RepositoryCredentials.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Empty object",
        title: "An object with nothing in it",
        message: "Removed {name}: nothing is set in it.",
        why: "AWS needs a member in this object and there is none, or all that it held was null \
            or empty, or it is the `[]` that PHP writes for an empty object. It sets nothing.",
        cure: "taskdef left it out. An object that AWS accepts empty, such as host in a volume, \
            stays as written.",
    },
    ja: words! {
        label: "空のオブジェクト",
        title: "中身のないオブジェクトです",
        message: "{name} は中身がないので、取り除きました。",
        why: "AWS が求める項目が 1 つもないか、中身がすべて null や空の値でした。PHP は、\
            空のオブジェクトを `[]` と書き出します。いずれも、何も指定していません。",
        cure: "取り除きました。volumes の host のように、\
            空でも AWS が受け付けるオブジェクトは残ります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""repositoryCredentials": {}"#,
    after: "",
};
