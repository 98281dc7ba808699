//! `above-maximum`: more than AWS’s model allows.

use super::{Check, Class, Definition, Example, Findings, Kind, Localized, Rule, Scope, Words};
use crate::model::Shape;
use crate::rules::{LENGTH, VALUE};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "above-maximum",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Range",
                title: "More than AWS’s model allows",
                message: "{path} is above the maximum of {limit}, {reason}.",
                why: "The model of the AWS API names a maximum, and ECS refuses what is above.",
                cure: "Shorten it, or choose a smaller number.",
            },
            ja: Words {
                label: "範囲",
                title: "AWS のモデルの上限を超えています",
                message: "{path} が、{reason} の上限 {limit} を超えています。",
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
            Shape::List(list) => (
                at.children().count() > list.max as usize,
                i64::from(list.max),
                &COUNT,
            ),
            // An integer that overflows 64 bits is above the maximum as well.
            Shape::Integer(number) if at.kind() == Kind::Number => {
                let digits = at.token().bytes().all(|byte| byte.is_ascii_digit());
                let beyond = at.integer().is_none() && digits;
                (
                    beyond || at.integer().is_some_and(|value| value > number.max),
                    number.max,
                    &VALUE,
                )
            }
            _ => continue,
        };
        if above {
            let finding = findings.report(at).arg("limit", limit.to_string());
            finding.arg("reason", reason);
        }
    }
}
