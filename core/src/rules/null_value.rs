//! `null-value`: a member whose value is null.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A field that can be registered, but is not set.
pub static NULL_VALUE: Rule = Rule {
    id: "null-value",
    class: Class::Removed,
    aws: "Invalid type for parameter ipcMode, value: None, type: <class 'NoneType'>, valid \
        types: <class 'str'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "null",
        title: "A field that is not set",
        message: "Removed {name} because it is null, which means “not set”.",
        why: "To the API, null means “not set”, and so does leaving the field out: the task runs the \
            same. The AWS CLI refuses a null. With a value, the field can be registered.",
        cure: "Nothing: it is left out already. To use the field, give it a value.",
    },
    ja: words! {
        label: "null",
        title: "値の指定がない項目です",
        message: "{name} は null（指定なし）なので、取り除きました。",
        why: "API にとって null は「指定なし」で、項目を書かないことと同じです。取り除いても、タスクの\
            動きは変わりません。AWS CLI は null を受け付けません。値を書けば、この項目も登録できます。",
        cure: "取り除いてあるため、何もする必要はありません。この項目を使うときは、値を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""ipcMode": null"#,
    after: "",
};
