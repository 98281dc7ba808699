//! `boolean-for-string`: true or false where AWS takes a string.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Such as the value of an environment variable.
pub static BOOLEAN_FOR_STRING: Rule = Rule {
    id: "boolean-for-string",
    class: Class::Repaired,
    aws: "Invalid type for parameter containerDefinitions[0].environment[0].value, value: True, \
        type: <class 'bool'>, valid types: <class 'str'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "True or false where AWS takes a string",
        message: "{name} takes a string, so {before} became {after}.",
        why: "The values of environment variables, labels and log options are strings. The AWS \
            CLI refuses a bare true or false.",
        cure: "taskdef put quotes around it.",
    },
    ja: words! {
        label: "真偽値→文字列",
        title: "文字列で書く項目が真偽値になっています",
        message: "{name} は文字列で書くので、{before} を {after} に直しました。",
        why: "環境変数、ラベル、ログのオプションの値は、どれも文字列で書きます。\
            true や false のままでは、AWS CLI が受け付けません。",
        cure: "「\"」で囲んで文字列に直しました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""environment": [{"name": "DEBUG", "value": true}]"#,
    after: r#""environment": [{"name": "DEBUG", "value": "true"}]"#,
};
