//! `cut-off-value`: a text in the place of a list or an object that a program cut off.

use super::{
    Class, Evidence, Example, Localized, PackedWords, Rule, Scope, WRONG_TYPE, refusal, words,
};

/// A list or an object whose content is lost, since the program that printed it did not print all.
pub static CUT_OFF_VALUE: Rule = Rule {
    id: "cut-off-value",
    class: Class::Error,
    aws: WRONG_TYPE.aws,
    source: "https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/convertto-json",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Cut off",
        title: "A value that was cut off",
        message: "{name} was cut off by the program that printed it.",
        why: "The content of the list or object is lost, and AWS refuses the text in its place.",
        cure: "Print it again with `aws ecs describe-task-definition`. In PowerShell, \
            `ConvertTo-Json` needs `-Depth 10`; in Node.js, use `JSON.stringify`.",
    },
    ja: words! {
        label: "省略",
        title: "途中で省略された値です",
        message: "{name} の中身が、出力したプログラムによって省略されています。",
        why: "リストやオブジェクトの中身が失われています。代わりに入っている文字列は、AWS が受け付けません。",
        cure: "aws ecs describe-task-definition で出力し直してください。PowerShell では ConvertTo-Json に \
            -Depth 10 を付け、Node.js では JSON.stringify を使います。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""portMappings": "System.Object[]""#,
    after: r#""portMappings": "System.Object[]""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    WRONG_TYPE.aws,
    "https://github.com/fabfuel/ecs-deploy/issues/181",
)];
