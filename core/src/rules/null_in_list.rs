//! `null-in-list`: a null among the elements of a list.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A null whose removal shifts the elements after it.
pub static NULL_IN_LIST: Rule = Rule {
    id: "null-in-list",
    class: Class::Removed,
    aws: "Invalid type for parameter containerDefinitions[0].command[1], value: None, type: \
        <class 'NoneType'>, valid types: <class 'str'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_ContainerDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "null in list",
        title: "A null among the elements of a list",
        message: "Removed the null at {path}; the elements after it move up.",
        why: "AWS takes no null in a list. In command and entryPoint the order matters, so a \
            value may have been meant here.",
        cure: "taskdef left it out. If a value belongs here, write it in. An empty string is a \
            value and stays.",
    },
    ja: words! {
        label: "リスト内の null",
        title: "リストの中に null があります",
        message: "{path} の null を取り除きました。後ろの要素が前に詰まります。",
        why: "AWS は、リストの中の null を受け付けません。\
            command や entryPoint では順番に意味があるので、値の入る場所だったかもしれません。",
        cure: "取り除きました。値の入る場所なら、値を書いてください。\
            空の文字列は値なので残ります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""command": ["run", null, "now"]"#,
    after: r#""command": ["run", "now"]"#,
};
