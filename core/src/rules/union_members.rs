//! `union-members`: an object that must have exactly one member.

use super::{Class, Evidence, Example, Localized, PackedWords, Rule, Scope, refusal, words};

/// Such as sharingStrategy, whose only member selects the strategy.
pub static UNION_MEMBERS: Rule = Rule {
    id: "union-members",
    class: Class::Error,
    aws: "Invalid number of parameters set for tagged union structure \
        containerDefinitions[0].resourceRequirements[0].sharingStrategy. Can only set one of \
        the following keys: nvidiaMps.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_ResourceRequirement.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "One of several",
        title: "A choice of exactly one field",
        message: "{name} must have exactly one field.",
        why: "AWS offers several kinds here, and the one field that is present says which is \
            meant. With none or with several, it is not clear.",
        cure: "Write exactly one of the fields that AWS offers here.",
    },
    ja: words! {
        label: "1 つだけ指定",
        title: "項目を 1 つだけ書くところです",
        message: "{name} には、項目を 1 つだけ書いてください。",
        why: "AWS はここにいくつかの種類を用意していて、書かれた項目で種類を見分けます。\
            1 つもないときや 2 つ以上あるときは、見分けられません。",
        cure: "AWS が用意している項目のうち、使うものを 1 つだけ書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""resourceRequirements": [{"type": "GPU", "#,
        r#""sharingStrategy": {"nvidiaMps": {"memory": 1}, "other": {}}}]"#,
    ),
    after: concat!(
        r#""resourceRequirements": [{"type": "GPU", "#,
        r#""sharingStrategy": {"nvidiaMps": {"memory": 1}, "other": {}}}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    UNION_MEMBERS.aws,
    "https://github.com/boto/botocore/blob/develop/botocore/validate.py",
)];
