//! `empty-list`: an empty list where the member is optional.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A list that means the same as no list.
pub static EMPTY_LIST: Rule = Rule {
    id: "empty-list",
    class: Class::Removed,
    aws: "",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_ContainerDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Empty list",
        title: "A list with nothing in it",
        message: "Removed {name}: an empty list says the same as leaving it out.",
        why: "The console writes an empty list for a field that is not set. Without it the task runs \
            the same, and ECS refuses an empty list of `tags`.",
        cure: "Nothing: it is left out already. A list that AWS requires stays, even when it is empty.",
    },
    ja: words! {
        label: "空のリスト",
        title: "中身のないリストです",
        message: "{name} は空のリストなので、取り除きました。",
        why: "コンソールは、指定のない項目を空のリストで書き出すことがあります。\
            項目を書かないことと同じで、取り除いてもタスクの動きは変わりません。`tags` が空だと ECS に\
            拒否されます。",
        cure: "取り除いてあるため、何もする必要はありません。必須のリストは、空でも残します。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""links": []"#,
    after: "",
};
