//! `string-for-boolean`: "true" or "false" where AWS takes a boolean.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Such as essential in quotes.
pub static STRING_FOR_BOOLEAN: Rule = Rule {
    id: "string-for-boolean",
    class: Class::Repaired,
    aws: "Invalid type for parameter containerDefinitions[0].essential, value: true, type: \
        <class 'str'>, valid types: <class 'bool'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_ContainerDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "A string where AWS takes true or false",
        message: "{name} takes true or false, so the string {before} became {after}.",
        why: "AWS takes true and false without quotes here. The AWS CLI refuses a string.",
        cure: "taskdef took the quotes off.",
    },
    ja: words! {
        label: "文字列→真偽値",
        title: "真偽値で書く項目が文字列になっています",
        message: "{name} は真偽値で書くので、文字列 {before} を {after} に直しました。",
        why: "この項目では、true や false を引用符なしで書きます。文字列のままでは、\
            AWS CLI が受け付けません。",
        cure: "引用符を外して真偽値に直しました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""essential": "true""#,
    after: r#""essential": true"#,
};
