//! `float-for-integer`: a whole number written with a decimal point.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Such as 512.0 where AWS takes an integer.
pub static FLOAT_FOR_INTEGER: Rule = Rule {
    id: "float-for-integer",
    class: Class::Repaired,
    aws: "Invalid type for parameter containerDefinitions[0].memory, value: 512.0, type: <class \
        'float'>, valid types: <class 'int'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_ContainerDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "A whole number with a decimal point",
        message: "{name} takes a whole number, so {before} became {after}.",
        why: "Some tools write whole numbers with a decimal point. The value is the same, but \
            the AWS CLI refuses that form.",
        cure: "taskdef took the decimal point off. A number with a real fraction is left as it \
            is and reported.",
    },
    ja: words! {
        label: "小数→整数",
        title: "整数に小数点が付いています",
        message: "{name} は整数で書くので、{before} を {after} に直しました。",
        why: "整数に小数点を付けて書き出すツールがあります。値は同じでも、\
            この形では AWS CLI が受け付けません。",
        cure: "小数点を外して整数に直しました。端数のある数は、そのまま残して知らせます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""memory": 512.0"#,
    after: r#""memory": 512"#,
};
