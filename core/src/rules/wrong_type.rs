//! `wrong-type`: a value of the wrong JSON type.

use super::{Class, Evidence, Example, Localized, PackedWords, Rule, Scope, refusal, words};

/// A value that could mean more than one thing in the right type.
pub static WRONG_TYPE: Rule = Rule {
    id: "wrong-type",
    class: Class::Error,
    aws: "Invalid type for parameter containerDefinitions[0].healthCheck.command, value: curl \
        -f http://localhost/alive/, type: <class 'str'>, valid types: <class 'list'>, <class \
        'tuple'>",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Wrong type",
        title: "A value of the wrong type",
        message: "{name} is {value}, but AWS takes {expected}.",
        why: "AWS refuses the value as it is. It could mean more than one thing in the right \
            type, so taskdef does not guess.",
        cure: "Write the value in the form that the message shows.",
    },
    ja: words! {
        label: "型の誤り",
        title: "値の型が違います",
        message: "{name} は {value} ですが、AWS が受け付けるのは次の形です：{expected}。",
        why: "このままでは、AWS が受け付けません。正しい型に直すと意味がいくつか考えられるので、\
            taskdef は自動では直しません。",
        cure: "メッセージにある形で書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""command": "run --now""#,
    after: r#""command": "run --now""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    WRONG_TYPE.aws,
    "https://github.com/fabfuel/ecs-deploy/issues/181",
)];
