//! `same-role-twice`: one role for the task and for ECS.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    is_given, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "same-role-twice",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Role",
        title: "One role for the task and for ECS",
        message: "taskRoleArn and executionRoleArn are the same role.",
        why: "The program then has the rights that ECS needs to start it: to read every \
            secret and pull every image that the execution role may.",
        cure: "Give the task a role of its own, with what the program itself calls.",
    },
    ja: words! {
        label: "ロール",
        title: "タスクロールとタスク実行ロールが同じです",
        message: "taskRoleArn と executionRoleArn が同じロールです。",
        why: "ECS がタスクを起動するための権限を、プログラムも持つことになります。実行ロール\
            で読めるシークレットや取得できるイメージに、プログラムからも届きます。",
        cure: "プログラムが使う権限だけを持つロールを作り、タスクロールにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""taskRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole", "#,
        r#""executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole""#,
    ),
    after: concat!(
        r#""taskRoleArn": "arn:aws:iam::111122223333:role/batch", "#,
        r#""executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole""#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["CKV_AWS_249"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let role = definition.root.member_str("executionRoleArn");
    if let Some(at) = definition.root.member("taskRoleArn")
        && at.string().is_some_and(|text| is_given(&text))
        && at.string() == role
    {
        findings.report(at);
    }
}
