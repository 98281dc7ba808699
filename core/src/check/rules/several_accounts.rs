//! `several-accounts`: resources of several accounts.

use super::{
    Arg, Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::check::owners::{Owner, strangers};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "several-accounts",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Account",
        title: "Resources of several accounts",
        message: "{path} is of another account than {places}.",
        why: "Where a file was copied from another stage, one account’s number is often \
            left behind: the task then fails to start, or reads what is not its own.",
        cure: "Name one account throughout. Where a registry or a secret is shared on \
            purpose, leave it.",
    },
    ja: words! {
        label: "アカウント",
        title: "複数のアカウントのリソース",
        message: "{path} のアカウントが、{places} と異なります。",
        why: "別の環境からコピーしたファイルには、元のアカウント ID が残りがちです。タスク\
            が起動しなかったり、ほかの環境のものを読んだりします。",
        cure: "アカウントをそろえてください。レジストリやシークレットをわざと共有している\
            なら、そのままでかまいません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""executionRoleArn": "arn:aws:iam::111122223333:role/ecs", "#,
        r#""taskRoleArn": "arn:aws:iam::444455556666:role/batch""#,
    ),
    after: concat!(
        r#""executionRoleArn": "arn:aws:iam::111122223333:role/ecs", "#,
        r#""taskRoleArn": "arn:aws:iam::111122223333:role/batch""#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let owners = definition.owners();
    for (stranger, first) in strangers(&owners, |owner: &Owner| &owner.account) {
        let places = Arg::Places(vec![first]);
        let at = definition.view().node_at(stranger);
        findings.report(at).arg("places", places);
    }
}
