//! `element-for-list`: the only element of a list, without the list.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A list of one element whose brackets are missing.
pub static ELEMENT_FOR_LIST: Rule = Rule {
    id: "element-for-list",
    class: Class::Repaired,
    aws: "Invalid type for parameter requiresCompatibilities, value: EC2, type: <class 'str'>, \
        valid types: <class 'list'>, <class 'tuple'>",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "A single value where a list belongs",
        message: "Put {name} into a list, as AWS takes a list here.",
        why: "Some tools write a list of one element as the element alone; PowerShell's \
            ConvertTo-Json is one. AWS takes a list here, however many elements it has.",
        cure: "taskdef put brackets around the value.",
    },
    ja: words! {
        label: "値→リスト",
        title: "リストを書くところに値が 1 つだけあります",
        message: "{name} をリストに入れました。AWS はここでリストを受け付けます。",
        why: "PowerShell の ConvertTo-Json のように、要素が 1 つのリストを、\
            その要素だけで書き出すツールがあります。AWS は、要素がいくつでもリストを求めます。",
        cure: "値を `[ ]` で囲みました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""requiresCompatibilities": "EC2""#,
    after: r#""requiresCompatibilities": ["EC2"]"#,
};
