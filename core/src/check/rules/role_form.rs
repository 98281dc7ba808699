//! `role-form`: a role that is not the ARN of a role.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_given, refusal, words,
};
use crate::arn::Arn;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "role-form",
        class: Class::Error,
        aws: "Role is not valid",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Role",
        title: "A role that is not the ARN of a role",
        message: "{name} is {before}, which is no ARN of an IAM role.",
        why: "ECS hands the role to the task and looks at its form first: \
            `arn:aws:iam::ACCOUNT:role/NAME`. An instance profile or a policy is not a role.",
        cure: "Copy the ARN of the role from IAM.",
    },
    ja: words! {
        label: "ARN",
        title: "ロールの ARN ではない値",
        message: "{name} の値 {before} は、IAM ロールの ARN ではありません。",
        why: "ECS はロールをタスクに渡す前に、`arn:aws:iam::アカウント:role/名前` の形かどう\
            かを確かめます。インスタンスプロファイルやポリシーの ARN は使えません。",
        cure: "IAM の画面から、ロールの ARN をコピーしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""taskRoleArn": "arn:aws:iam::111122223333:instance-profile/batch""#,
    after: r#""taskRoleArn": "arn:aws:iam::111122223333:role/batch""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws-samples/aws-modern-application-workshop/issues/9",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in ["taskRoleArn", "executionRoleArn"]
        .iter()
        .filter_map(|key| definition.root.member(key))
    {
        let text = at.string().unwrap_or_default();
        // A role's short name is valid too. The account is another rule's.
        if is_given(&text) && text.contains(':') && !is_role(&text) {
            findings.report(at);
        }
    }
}

/// Whether a text has the form of a role's ARN.
fn is_role(text: &str) -> bool {
    Arn::parse(text).is_some_and(|arn| {
        let path = arn.resource.strip_prefix("role/");
        arn.service == "iam" && arn.region.is_empty() && path.is_some_and(|path| !path.is_empty())
    })
}
