//! `refused-value`: a value that ECS refuses.

use super::{
    Arg, Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords,
    Rule, Scope, refusal, words,
};
use crate::suggest::suggest;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "refused-value",
        class: Class::Error,
        aws: "Unrecognized ulimit name memory",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_Ulimit.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Value",
        title: "A value that ECS refuses",
        message: "{path} can’t be {before}. It can be {expected}.",
        why: "ECS takes only these values here.",
        cure: "Choose one of them, or remove the entry.",
    },
    ja: words! {
        label: "値",
        title: "ECS に拒否される値",
        message: "{path} に {before} は指定できません。使える値：{expected}。",
        why: "ECS がここで受け付けるのは、これらの値だけです。",
        cure: "どれかを選ぶか、消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""ulimits": [{"name": "memory", "softLimit": 1024, "hardLimit": 1024}]"#,
    after: r#""ulimits": [{"name": "memlock", "softLimit": 1024, "hardLimit": 1024}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/Shippable/support/issues/3699",
    ),
    refusal(
        "constraint.type 'distinctInstance' is not supported.",
        "https://github.com/aws/aws-cdk/issues/25905",
    ),
    refusal(
        "is not a valid value for pidMode. The value must be one of [task,host]",
        "https://github.com/aws/amazon-ecs-cli/issues/667",
    ),
];

/// The lists of values that ECS is known to hold to: the list in which the object stands, if any,
/// and its member.
const CLOSED: [(&str, &str); 3] = [
    ("ulimits", "name"),
    ("placementConstraints", "type"),
    ("", "pidMode"),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (at, value, names) in definition.unnamed() {
        // `misspelt-value` reports one that is almost right.
        if is_refused(at) && suggest(&value, names.iter().copied()).is_empty() {
            let known = names.iter().map(|&name| name.to_owned()).collect();
            findings.report(at).arg("expected", Arg::OneOf(known));
        }
    }
}

/// Whether ECS is known to refuse a value that AWS’s model does not list for its place.
pub(super) fn is_refused(at: NodeRef<'_>) -> bool {
    let list = at.parent().and_then(NodeRef::parent);
    let list = list.map(NodeRef::key).unwrap_or_default();
    CLOSED.contains(&(&*list, &*at.key()))
}
