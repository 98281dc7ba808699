//! `above-maximum`: more than AWS’s model allows.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, NodeRef, PackedWords,
    Rule, Scope, reference, words,
};
use crate::model::Shape;
use crate::rules::{LENGTH, VALUE};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "above-maximum",
        class: Class::Error,
        aws: "",
        source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Range",
        title: "More than AWS’s model allows",
        message: "{path} is above the maximum of {limit}, {reason}.",
        why: "The model of the AWS API names a maximum, and an integer in it has 32 bits. ECS \
            refuses what is above.",
        cure: "Shorten it, or choose a smaller number.",
    },
    ja: words! {
        label: "範囲",
        title: "AWS のモデルの上限を超えています",
        message: "{path} が、{reason} の上限 {limit} を超えています。",
        why: "AWS の API のモデルに上限があり、整数は 32 ビットまでです。超えると ECS に拒否されます。",
        cure: "短くするか、小さい値にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""tags": [{"key": "a-key-of-more-than-128-characters-a-key-of-more-than-128-"#,
        r#"characters-a-key-of-more-than-128-characters-a-key-of-more-than-128-characters", "#,
        r#""value": "batch"}]"#,
    ),
    after: r#""tags": [{"key": "a-short-key", "value": "batch"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "Maximum number of tags per resource - 50",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
    ),
    reference(
        "Maximum key length - 128 Unicode characters in UTF-8",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
    ),
    reference(
        "Maximum value length - 256 Unicode characters in UTF-8",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
    ),
    reference(
        "Valid Range: Minimum value of 1. Maximum value of 100.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NvidiaMpsAllocation.html",
    ),
    reference(
        "32-bit signed integer ranging from -2^31 to (2^31)-1 (inclusive)",
        "https://smithy.io/2.0/spec/model.html",
    ),
];

static COUNT: Localized = Localized {
    en: "counted in elements",
    ja: "要素数",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (at, shape) in definition.limited() {
        let (above, limit, reason) = match shape {
            Shape::String(text) => {
                let length = at.string().map_or(0, |value| value.chars().count());
                (length > text.max as usize, i64::from(text.max), &LENGTH)
            }
            Shape::List(list) => {
                let count = at.children().count();
                (count > list.max as usize, i64::from(list.max), &COUNT)
            }
            Shape::Integer(number) => (is_above(at, number.max), number.max, &VALUE),
            _ => continue,
        };
        if above {
            let finding = findings.report(at).arg("limit", limit.to_string());
            finding.arg("reason", reason);
        }
    }
}

/// Whether an integer is above a maximum; one that overflows 64 bits is.
fn is_above(at: NodeRef<'_>, max: i64) -> bool {
    let token = at.token();
    let digits = || !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
    let above = at.integer().map_or_else(digits, |value| value > max);
    above && at.kind() == Kind::Number
}
