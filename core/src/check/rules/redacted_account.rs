//! `redacted-account`: an account id that was redacted, or not filled in.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope,
    has_placeholder, words,
};
use crate::image::EcrImage;
use crate::model::MAPS;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "redacted-account",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Account",
        title: "An account ID that is not 12 digits",
        message: "{name} has no 12-digit account ID where one belongs.",
        why: "The ID was redacted when the text was shared, or is still to be filled in. Registered \
            like this, it fails: AWS finds no role, image or secret under it, so it refuses the definition, or the task \
            does not start.",
        cure: "Put the 12 digits of the account in its place. The console shows them under the name at \
            the top right; so does `aws sts get-caller-identity`.",
    },
    ja: words! {
        label: "アカウント",
        title: "12 桁の数字になっていないアカウント ID",
        message: "{name} のアカウント ID が、伏せ字などのままです（12 桁の数字ではありません）。",
        why: "共有するときに伏せたか、まだ書き換えていないアカウント ID です。このまま登録すると失敗します。\
            AWS がロールやイメージ、シークレットを見つけられず、登録を拒否されるか、タスクが起動しません。",
        cure: "12 桁のアカウント ID に書き換えてください。コンソール右上のアカウント名をクリックすると表示されます。\
            `aws sts get-caller-identity` でもわかります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""taskRoleArn": "arn:aws:iam::xxxxxxxxxxxx:role/batch""#,
    after: r#""taskRoleArn": "arn:aws:iam::111122223333:role/batch""#,
};

/// The members that may name an account.
const KEYS: [&str; 5] = [
    "credentialsParameter",
    "executionRoleArn",
    "image",
    "taskRoleArn",
    "valueFrom",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.view().inside() {
        let in_map = || at.parent().is_some_and(|map| MAPS.contains(&&*map.key()));
        if !KEYS.contains(&&*at.key()) || in_map() {
            continue;
        }
        let text = at.string().unwrap_or_default();
        if account(&text).is_some_and(|account| !is_account(account)) {
            findings.report(at);
        }
    }
}

/// The account in an ARN, or in the image of a private ECR registry. `None` if there need not be
/// one, or if it is a placeholder, which another rule reports.
fn account(text: &str) -> Option<&str> {
    let account = match text.strip_prefix("arn:") {
        Some(rest) => {
            let mut parts = rest.split(':').skip(1);
            let service = parts.next()?;
            parts.nth(1).filter(|_| service != "s3")?
        }
        None => EcrImage::parse(text)?.account,
    };
    (!has_placeholder(account)).then_some(account)
}

/// Whether this is the id of an account, or `aws`, which owns what AWS itself provides.
fn is_account(text: &str) -> bool {
    text == "aws" || (text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()))
}
