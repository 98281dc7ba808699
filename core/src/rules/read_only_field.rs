//! `read-only-field`: a top-level key that AWS assigns.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// The nine keys that AWS adds to a registered revision.
pub static READ_ONLY_FIELD: Rule = Rule {
    id: "read-only-field",
    class: Class::Removed,
    aws: "Unknown parameter in input: \"revision\", must be one of: family, taskRoleArn, …",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Read-only",
        title: "A value that AWS assigns",
        message: "Removed {name}: AWS assigns it.",
        why: "AWS adds this value to a revision once it is registered. The register call does \
            not take it, and the new revision gets values of its own.",
        cure: "Nothing: it is left out already. `requiresCompatibilities`, whose name is like that of the \
            removed `compatibilities`, is another field and stays.",
    },
    ja: words! {
        label: "読み取り専用",
        title: "AWS が付ける値です",
        message: "{name} は AWS が付ける値なので、取り除きました。",
        why: "登録されたリビジョンに AWS が付ける値で、登録の入力には含まれません。\
            新しいリビジョンには、新しい値が付きます。",
        cure: "取り除いてあるため、何もする必要はありません。`compatibilities` と名前の似た \
            `requiresCompatibilities` は別の項目で、そのまま残ります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""revision": 5"#,
    after: "",
};
