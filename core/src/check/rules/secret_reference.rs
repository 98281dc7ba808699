//! `secret-reference`: a secret’s valueFrom that refers to nothing.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Plan,
    Rule, Scope, Step, cannot_run, has_placeholder, odd_variable_name, reference, refusal, words,
};
use crate::arn::Arn;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "secret-reference",
        class: Class::Error,
        aws: "An error occurred (ClientException) when calling the RegisterTaskDefinition \
            operation: The Systems Manager parameter name specified for secret JWT_KEY is \
            invalid. The parameter name can be up to 2048 characters and include the following \
            letters and symbols: a-zA-Z0-9_.-",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            secrets-envvar-secrets-manager.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Secret",
        title: "A secret’s valueFrom that leads nowhere",
        message: "{path} {reason}.",
        why: "ECS takes the name or ARN of a Systems Manager parameter, or the ARN of a \
            Secrets Manager secret. Behind the latter may stand a JSON key, a version stage \
            and a version ID, and then all three colons are needed.",
        cure: "Write the parameter’s name (letters, digits, `_`, `.`, `-` and `/`), or the \
            whole ARN. To take one key of a secret, end it with `:KEY::`.",
    },
    ja: words! {
        label: "参照先",
        title: "シークレットを指していない valueFrom",
        message: "{path} {reason}。",
        why: "valueFrom に書けるのは、Systems Manager パラメータの名前か ARN、または Secrets \
            Manager シークレットの ARN です。シークレットの ARN の後に JSON キー、バージョン\
            ステージ、バージョン ID を書くときは、コロンが 3 つとも必要です。",
        cure: "パラメータの名前（英数字、`_`、`.`、`-`、`/`）か、完全な ARN を書いてください。シー\
            クレットの中の 1 つのキーを使うなら、末尾を `:KEY::` にします。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: concat!(
        r#""secrets": [{"name": "PASS", "#,
        r#""valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password"}]"#,
    ),
    after: concat!(
        r#""secrets": [{"name": "PASS", "#,
        r#""valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws/copilot-cli/issues/3446",
    ),
    reference(
        "The supported values are either the full ARN of the Secrets Manager secret or the full \
            ARN of the parameter in the SSM Parameter Store.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
    ),
    reference(
        "The Amazon Resource Name (ARN) of the secret containing the private repository \
            credentials.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html",
    ),
    cannot_run(
        "an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a \
            valid ARN and try again.",
        "https://github.com/aws/amazon-ecs-agent/blob/02f135033491804a4f09c9e832e7240475db4d44/\
            agent/taskresource/asmsecret/asmsecret.go",
    ),
];

static COLONS: Localized = Localized {
    en: "Add the colons that are missing",
    ja: "足りないコロンを補う",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let secrets = definition.each("secrets").into_iter();
    let logs = definition.all("logConfiguration").into_iter();
    let options = logs.flat_map(|log| log.member_elements("secretOptions"));
    for at in secrets
        .chain(options)
        .filter_map(|secret| secret.member("valueFrom"))
    {
        let Some(text) = at.string() else {
            continue;
        };
        let Some((reason, colons)) = fault(&text) else {
            continue;
        };
        let finding = findings.report(at).arg("reason", reason);
        if let Some(colons) = colons {
            let step = Step::Extend(at.node().origin, colons);
            finding.plan(Plan::safe(&COLONS, step));
        }
    }
    credentials(definition, findings);
}

/// Reports credentials for a registry that are the ARN of anything but a secret.
fn credentials(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let own = container.member("repositoryCredentials");
        let at = own.and_then(|own| own.member("credentialsParameter"));
        let text = at.and_then(NodeRef::string).unwrap_or_default();
        let secret =
            |arn: Arn<'_>| arn.service == "secretsmanager" && arn.resource.starts_with("secret:");
        if let Some(at) = at
            && !has_placeholder(&text)
            && text.starts_with("arn:")
            && !Arn::parse(&text).is_some_and(secret)
        {
            findings.report(at).arg("reason", &CREDENTIALS);
        }
    }
}

static CREDENTIALS: Localized = Localized {
    en: "is the ARN of no secret in Secrets Manager, where such credentials are",
    ja: " が、Secrets Manager のシークレットの ARN ではありません。レジストリの認証情報はそこに置きます",
};

static EMPTY: Localized = Localized {
    en: "is empty",
    ja: " が空です",
};

static NAME: Localized = Localized {
    en: "has characters that no parameter’s name has",
    ja: " に、パラメータ名に使えない文字があります",
};

static LONG: Localized = Localized {
    en: "is longer than 2048 characters",
    ja: " が 2048 文字を超えています",
};

static ARN: Localized = Localized {
    en: "is the ARN of neither a parameter nor a secret",
    ja: " が、パラメータの ARN でもシークレットの ARN でもありません",
};

static PARTS: Localized = Localized {
    en: "does not have three parts behind the secret’s name",
    ja: " で、シークレット名の後の部分が 3 つになっていません",
};

/// What is wrong with a `valueFrom`, and the colons that are missing at its end.
fn fault(text: &str) -> Option<(&'static Localized, Option<&'static str>)> {
    if text.trim().is_empty() {
        return Some((&EMPTY, None));
    }
    if has_placeholder(text) {
        return None;
    }
    if !text.starts_with("arn:") {
        return Some((name_fault(text)?, None));
    }
    if text.contains(char::is_whitespace) {
        return Some((&odd_variable_name::SPACE, None));
    }
    let parts: Vec<&str> = text.split(':').collect();
    match parts[..] {
        // A version or a label may follow the name.
        [_, _, "ssm", _, _, name, ref version @ ..] if version.len() < 2 => {
            match name.strip_prefix("parameter") {
                Some(name) if !name.is_empty() => Some((name_fault(name)?, None)),
                _ => Some((&ARN, None)),
            }
        }
        [_, _, "secretsmanager", _, _, "secret", name, ref rest @ ..] if !name.is_empty() => {
            match rest.len() {
                0 | 3 => None,
                1 => Some((&PARTS, Some("::"))),
                2 => Some((&PARTS, Some(":"))),
                _ => Some((&PARTS, None)),
            }
        }
        _ => Some((&ARN, None)),
    }
}

/// What is wrong with the name of a parameter, behind which a version or a label may stand.
fn name_fault(text: &str) -> Option<&'static Localized> {
    let name = text.split_once(':').map_or(text, |(name, _)| name);
    let version = text.strip_prefix(name).unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-/".contains(&byte);
    let label = |byte: u8| plain(byte) && byte != b'/';
    let version = version.strip_prefix(':').unwrap_or(version);
    if !name.bytes().all(plain) || !version.bytes().all(label) {
        Some(&NAME)
    } else if name.len() > 2048 {
        Some(&LONG)
    } else {
        None
    }
}
