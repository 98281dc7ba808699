//! `registered-by-other-account`: a definition that another account registered.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "registered-by-other-account",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_TaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Account",
        title: "A definition that another account registered",
        message: "registeredBy is of the account {value}, and the task definition of \
            {expected}.",
        why: "Someone with access from another account wrote this revision. A copied file \
            may also be of an account that is not yours.",
        cure: "Make sure that this is the definition and the account that you mean.",
    },
    ja: words! {
        label: "アカウント",
        title: "別のアカウントが登録したタスク定義",
        message: "registeredBy のアカウントは {value} で、タスク定義のアカウント {expected} \
            と異なります。",
        why: "別のアカウントからアクセスできる人が登録したリビジョンです。コピー元が、別のア\
            カウントのファイルだった可能性もあります。",
        cure: "意図したタスク定義とアカウントかどうかを確かめてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""taskDefinitionArn": "arn:aws:ecs:eu-west-1:111122223333:task-definition/batch:5", "#,
        r#""registeredBy": "arn:aws:sts::444455556666:assumed-role/admin/me""#,
    ),
    after: concat!(
        r#""taskDefinitionArn": "arn:aws:ecs:eu-west-1:111122223333:task-definition/batch:5", "#,
        r#""registeredBy": "arn:aws:sts::111122223333:assumed-role/admin/me""#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let account = |key: &str| {
        let arn = definition.pasted.member_str(key)?;
        let account = arn.split(':').nth(4)?;
        let digits = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| account.to_owned())
    };
    if let (Some(at), Some(by), Some(own)) = (
        definition.pasted.member("registeredBy"),
        account("registeredBy"),
        account("taskDefinitionArn"),
    ) && by != own
    {
        findings.report(at).arg("value", by).arg("expected", own);
    }
}
