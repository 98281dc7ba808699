//! `redacted-account`: an account id that was redacted.

use super::{Check, Class, Definition, Example, Findings, Localized, Rule, Scope, Words};
use crate::image::EcrImage;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "redacted-account",
        class: Class::Warning,
        words: Localized {
            en: Words {
                label: "Account",
                title: "An account number that was blacked out",
                message: "{name} has no account number where one belongs.",
                why: "The number was blacked out when the text was shared. AWS finds nothing under \
                    it.",
                cure: "Put the 12 digits of the account in its place.",
            },
            ja: Words {
                label: "アカウント",
                title: "伏せ字のままのアカウント ID",
                message: "{name} のアカウント ID の部分が、数字になっていません。",
                why: "共有するときに伏せたアカウント ID が、そのまま残っています。このままでは AWS \
                    が対象を見つけられません。",
                cure: "12 桁のアカウント ID に書き換えてください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
        example: Example {
            scope: Scope::Task,
            before: r#""taskRoleArn": "arn:aws:iam::xxxxxxxxxxxx:role/batch""#,
            after: r#""taskRoleArn": "arn:aws:iam::111122223333:role/batch""#,
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let roles = ["taskRoleArn", "executionRoleArn"];
    let roles = roles.iter().filter_map(|key| definition.root.member(key));
    let images = definition.all("image");
    let secrets = definition
        .each("secrets")
        .into_iter()
        .filter_map(|(_, secret)| secret.member("valueFrom"));
    for at in roles.chain(images).chain(secrets) {
        let text = at.string().unwrap_or_default();
        if account(&text).is_some_and(is_blacked_out) {
            findings.report(at);
        }
    }
}

/// The account id in an ARN, or in the image of a private ECR registry.
fn account(text: &str) -> Option<&str> {
    match text.strip_prefix("arn:") {
        Some(rest) => rest.split(':').nth(3),
        None => Some(EcrImage::parse(text)?.account),
    }
}

fn is_blacked_out(account: &str) -> bool {
    let mark = |c: char| "xX*#?".contains(c);
    account.len() >= 3
        && account.chars().all(|c| mark(c) || c.is_ascii_digit())
        && account.contains(mark)
}
