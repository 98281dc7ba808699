//! `above-maximum`: more than AWS’s model allows.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, Rule, Scope, Words,
    reference,
};
use crate::model::Shape;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "above-maximum",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Range",
                title: "More than AWS’s model allows",
                message: "{path} is above the maximum of {limit}, in length or in value.",
                why: "The model of the AWS API names a maximum, and ECS refuses what is above.",
                cure: "Shorten it, or choose a smaller number.",
            },
            ja: Words {
                label: "範囲",
                title: "AWS のモデルの上限を超えています",
                message: "{path} が、長さまたは値の上限 {limit} を超えています。",
                why: "AWS の API のモデルに上限があり、超えると ECS に拒否されます。",
                cure: "短くするか、小さい値にしてください。",
            },
        },
        aws: "",
        source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
        example: Example {
            scope: Scope::Container,
            before: r#""stopTimeout": 3000000000"#,
            after: r#""stopTimeout": 30"#,
        },
    },
    check,
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
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (at, shape) in definition.limited() {
        let (above, limit) = match shape {
            Shape::String(text) => {
                let length = at.string().map_or(0, |value| value.chars().count());
                (length > text.max as usize, i64::from(text.max))
            }
            Shape::List(list) => (
                at.children().count() > list.max as usize,
                i64::from(list.max),
            ),
            // An integer that overflows 64 bits is above the maximum as well.
            Shape::Integer(number) if at.kind() == Kind::Number => {
                let digits = at.token().bytes().all(|byte| byte.is_ascii_digit());
                let beyond = at.integer().is_none() && digits;
                (
                    beyond || at.integer().is_some_and(|value| value > number.max),
                    number.max,
                )
            }
            _ => continue,
        };
        if above {
            findings.report(at).arg("limit", limit.to_string());
        }
    }
}
