//! `string-for-integer`: a numeric string where AWS takes an integer.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Such as a port or the memory of a container.
pub static STRING_FOR_INTEGER: Rule = Rule {
    id: "string-for-integer",
    class: Class::Repaired,
    aws: "Invalid type for parameter containerDefinitions[0].portMappings[0].containerPort, \
        value: 8080, type: <class 'str'>, valid types: <class 'int'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "A string where AWS takes a number",
        message: "{name} takes a number, so the string {before} became {after}.",
        why: "Ports, times and the cpu and memory of a container are numbers. Task-level cpu and \
            memory are strings, so the two are easily mixed up.",
        cure: "taskdef took the quotes off.",
    },
    ja: words! {
        label: "文字列→数値",
        title: "数値で書く項目が文字列になっています",
        message: "{name} は数値で書くので、文字列 {before} を {after} に直しました。",
        why: "ポート番号、秒数、コンテナの cpu と memory は、数値で書きます。\
            タスクの cpu と memory は文字列なので、取り違えやすいところです。",
        cure: "引用符を外して数値に直しました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""portMappings": [{"containerPort": "8080"}]"#,
    after: r#""portMappings": [{"containerPort": 8080}]"#,
};
