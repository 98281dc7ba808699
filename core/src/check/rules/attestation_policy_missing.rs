//! `attestation-policy-missing`: a confidential sandbox without its policy.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "attestation-policy-missing",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_TrustedExecutionConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Isolation",
        title: "A confidential sandbox without its policy",
        message: "{path} has no attestationPolicy.",
        why: "The policy says which containers may run in the sandbox, and nothing runs \
            without it.",
        cure: "Add `attestationPolicy`.",
    },
    ja: words! {
        label: "分離",
        title: "ポリシーのない CONFIDENTIAL_SANDBOX",
        message: "{path} に attestationPolicy がありません。",
        why: "サンドボックスで動かしてよいコンテナはポリシーで決まり、ポリシーがなければ何も\
            動きません。",
        cure: "`attestationPolicy` を書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""trustedExecutionConfiguration": {"isolationMode": "CONFIDENTIAL_SANDBOX"}"#,
    ),
    after: concat!(
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""trustedExecutionConfiguration": {"isolationMode": "ISOLATED_SANDBOX"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "This parameter is required when isolationMode is CONFIDENTIAL_SANDBOX.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let Some(at) = definition.root.member("trustedExecutionConfiguration") else {
        return;
    };
    let confidential = at.member_str("isolationMode").as_deref() == Some("CONFIDENTIAL_SANDBOX");
    if confidential && at.member("attestationPolicy").is_none() {
        findings.report(at);
    }
}
