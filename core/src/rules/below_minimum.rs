//! `below-minimum`: a value shorter or smaller than the model allows.

use super::{Class, Evidence, Example, Localized, PackedWords, Rule, Scope, refusal, words};

/// That the length of a string is meant.
pub(crate) static LENGTH: Localized = Localized {
    en: "counted in characters",
    ja: "文字数",
};

/// That the value of a number is meant.
pub(crate) static VALUE: Localized = Localized {
    en: "as a number",
    ja: "値",
};

/// Such as a tag whose key is empty.
pub static BELOW_MINIMUM: Rule = Rule {
    id: "below-minimum",
    class: Class::Error,
    aws: "Invalid length for parameter tags[0].key, value: 0, valid min length: 1",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Too small",
        title: "A value below the minimum",
        message: "{path} is below the minimum of {expected}, {reason}.",
        why: "AWS sets a smallest length or value for this field. The AWS CLI checks it before \
            it sends anything.",
        cure: "Write a value that reaches the minimum. If none is meant, remove the entry.",
    },
    ja: words! {
        label: "下限未満",
        title: "値が下限を下回っています",
        message: "{path} が、{reason} の下限 {expected} を下回っています。",
        why: "AWS が、この項目に長さや値の下限を決めています。AWS CLI は、\
            送る前にこれを確かめます。",
        cure: "下限以上の値を書いてください。要らないものなら、消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""tags": [{"key": "", "value": "x"}]"#,
    after: r#""tags": [{"key": "", "value": "x"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    BELOW_MINIMUM.aws,
    "https://github.com/boto/botocore/blob/develop/botocore/validate.py",
)];
