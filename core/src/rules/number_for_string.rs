//! `number-for-string`: a number where AWS takes a string.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Such as task-level cpu and memory; the digits stay as written.
pub static NUMBER_FOR_STRING: Rule = Rule {
    id: "number-for-string",
    class: Class::Repaired,
    aws: "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class \
        'str'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "A number where AWS takes a string",
        message: "{name} takes a string, so the number {before} became {after}.",
        why: "Task-level cpu and memory, the values of environment variables and some others are \
            strings, even when they hold a number. The AWS CLI refuses a bare number.",
        cure: "taskdef put quotes around it. The digits stay as written: 1.0 is still 1.0.",
    },
    ja: words! {
        label: "数値→文字列",
        title: "文字列で書く項目が数値になっています",
        message: "{name} は文字列で書くので、数値 {before} を {after} に直しました。",
        why: "タスクの cpu と memory や環境変数の値などは、中身が数字でも文字列で書きます。\
            数値のままでは、AWS CLI が受け付けません。",
        cure: "「\"」で囲んで文字列に直しました。数字は書かれたとおりで、\
            1.0 なら 1.0 のままです。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""cpu": 256"#,
    after: r#""cpu": "256""#,
};
