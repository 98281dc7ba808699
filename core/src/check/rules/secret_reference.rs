//! `secret-reference`: a secret’s valueFrom that refers to nothing.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, Plan, Rule, Scope, Step,
    Words, cannot_run, reference, refusal,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "secret-reference",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Secret",
                title: "A secret’s valueFrom that leads nowhere",
                message: "{path} is no parameter name, no ARN of a parameter and no ARN of a secret.",
                why: "ECS takes the name or ARN of a Systems Manager parameter, or the ARN of a \
                    Secrets Manager secret. Behind the latter may stand a JSON key, a version stage \
                    and a version ID, and then all three colons are needed.",
                cure: "Write the parameter’s name, or the whole ARN. To take one key of a secret, \
                    end it with `:KEY::`.",
            },
            ja: Words {
                label: "シークレット",
                title: "シークレットを指していない valueFrom",
                message: "{path} は、パラメータ名でも、パラメータの ARN でも、シークレットの ARN で\
                    もありません。",
                why: "valueFrom に書けるのは、Systems Manager パラメータの名前か ARN、または Secrets \
                    Manager シークレットの ARN です。シークレットの ARN の後に JSON キー、バージョン\
                    ステージ、バージョン ID を書くときは、コロンが 3 つとも必要です。",
                cure: "パラメータの名前か、完全な ARN を書いてください。シークレットの中の 1 つの\
                    キーを使うなら、末尾を `:KEY::` にします。",
            },
        },
        aws: "The Systems Manager parameter name specified for secret JWT_KEY is invalid.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            secrets-envvar-secrets-manager.html",
        example: Example {
            scope: Scope::FargateContainer,
            before: concat!(
                r#""secrets": [{"name": "PASS", "#,
                r#""valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password"}]"#,
            ),
            after: concat!(
                r#""secrets": [{"name": "PASS", "#,
                r#""valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::"}]"#,
            ),
        },
    },
    check,
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
    let secrets = definition
        .each("secrets")
        .into_iter()
        .map(|(_, secret)| secret);
    let logs = definition.all("logConfiguration").into_iter();
    let options = logs.flat_map(|log| log.member_elements("secretOptions"));
    for at in secrets
        .chain(options)
        .filter_map(|secret| secret.member("valueFrom"))
    {
        let Some(text) = at.string() else {
            continue;
        };
        match form(&text) {
            Form::Good => {}
            Form::Bad => {
                findings.report(at);
            }
            Form::Short(colons) => {
                let step = Step::Extend(at.node().origin, colons);
                findings.report(at).plan(Plan::safe(&COLONS, step));
            }
        }
    }
}

enum Form {
    Good,
    Bad,
    /// These colons are missing at the end.
    Short(&'static str),
}

fn form(text: &str) -> Form {
    if text.trim().is_empty() || text.contains(char::is_whitespace) || text.contains("://") {
        return Form::Bad;
    }
    if !text.starts_with("arn:") || text.contains("${") {
        return Form::Good;
    }
    let parts: Vec<&str> = text.split(':').collect();
    match parts[..] {
        // A version or a label may follow the name.
        [_, _, "ssm", _, _, name] | [_, _, "ssm", _, _, name, _]
            if name.starts_with("parameter") =>
        {
            Form::Good
        }
        [_, _, "secretsmanager", _, _, "secret", name, ref rest @ ..] if !name.is_empty() => {
            match rest.len() {
                0 | 3 => Form::Good,
                1 => Form::Short("::"),
                2 => Form::Short(":"),
                _ => Form::Bad,
            }
        }
        _ => Form::Bad,
    }
}
