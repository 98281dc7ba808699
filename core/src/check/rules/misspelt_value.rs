//! `misspelt-value`: a value that is almost right.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Plan,
    Rule, Scope, Step, reference, refusal, words,
};
use crate::suggest::suggest;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "misspelt-value",
        class: Class::Error,
        aws: "Unrecognized ulimit name memory",
        source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Value",
        title: "A value that is almost right",
        message: "{name} can’t be {value}. Did you mean {suggestion}?",
        why: "AWS names the values of this field, and one of them is written almost the \
            same. Case counts.",
        cure: "Correct the value.",
    },
    ja: words! {
        label: "値",
        title: "つづりが違うらしい値",
        message: "{name} に {value} は指定できません。{suggestion} ではありませんか。",
        why: "この項目の値は AWS が決めていて、つづりのよく似た値があります。大文字と小文字\
            も区別されます。",
        cure: "値を直してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""networkMode": "awsVpc""#,
    after: r#""networkMode": "awsvpc""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/Shippable/support/issues/3699",
    ),
    refusal(
        "awsvpc is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]",
        "https://github.com/kayac/ecspresso/issues/364",
    ),
    reference(
        "The valid values are none, bridge, awsvpc, and host.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    ),
    reference(
        "A client exception is returned if the task definition doesn't validate against the \
            compatibilities specified.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    ),
];

static CORRECT: Localized = Localized {
    en: "Correct the value",
    ja: "値を直す",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (at, value, names) in definition.unnamed() {
        if is_replaced(at) {
            continue;
        }
        let Some(&meant) = suggest(&value, names.iter().copied()).first() else {
            continue;
        };
        let finding = findings.report(at);
        finding.arg("value", at).arg("suggestion", meant);
        finding.plan(correction(at, &value, meant));
    }
}

/// Whether ECS takes another value in place of one that it does not know. Source: `protocol` of
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html>
pub(super) fn is_replaced(at: NodeRef<'_>) -> bool {
    at.key() == "protocol"
}

/// Writes the value that is meant. Only a difference in case leaves no doubt.
pub(super) fn correction(at: NodeRef<'_>, value: &str, meant: &str) -> Plan {
    let step = Step::Replace(at.node().origin, format!("\"{meant}\""));
    if meant.eq_ignore_ascii_case(value) {
        Plan::safe(&CORRECT, step)
    } else {
        Plan::unsure(&CORRECT, step)
    }
}
