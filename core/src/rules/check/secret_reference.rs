//! `secret-reference`: a secret's `valueFrom` that leads nowhere.

use super::{Check, Class, Example, Hits, Plan, Rule, Scope, Step, Task, Title, View, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "secret-reference",
        class: Class::Error,
        en: Words {
            label: "Secret",
            title: "A secret’s valueFrom that leads nowhere",
            message: "{path} is no parameter name, no ARN of a parameter and no ARN of a secret.",
            why: "ECS takes the name or ARN of a Systems Manager parameter, or the ARN of a Secrets \
                Manager secret. Behind the latter may stand a JSON key, a version stage and a \
                version ID, and then all three colons are needed.",
            cure: "Write the parameter’s name, or the whole ARN. To take one key of a secret, end it \
                with `:KEY::`.",
        },
        ja: Words {
            label: "シークレット",
            title: "valueFrom がシークレットを指していません",
            message: "{path} は、パラメータ名でも、パラメータの ARN でも、シークレットの ARN でもありません。",
            why: "valueFrom に書けるのは、Systems Manager パラメータの名前か ARN、または Secrets Manager \
                シークレットの ARN です。シークレットの ARN には JSON キー、バージョンステージ、バージョン ID を\
                続けられますが、コロンは 3 つとも必要です。",
            cure: "パラメータの名前か、完全な ARN を書いてください。シークレットの 1 つのキーを使うなら、\
                末尾を `:KEY::` にします。",
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            secrets-envvar-secrets-manager.html",
        example: Example {
            scope: Scope::FargateContainer,
            before: concat!(
                r#""secrets": [{"name": "PASS", "valueFrom": "#,
                r#""arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password"}]"#,
            ),
            after: concat!(
                r#""secrets": [{"name": "PASS", "valueFrom": "#,
                r#""arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::"}]"#,
            ),
        },
    },
    find,
};

static COLONS: Title = Title {
    en: "Add the colons that are missing",
    ja: "足りないコロンを補う",
};

fn find(task: &Task<'_>, hits: &mut Hits<'_>) {
    for (_, secret) in task.each("secrets") {
        reference(secret, hits);
    }
    for container in &task.containers {
        if let Some(log) = container.get("logConfiguration") {
            for secret in log.elements("secretOptions") {
                reference(secret, hits);
            }
        }
    }
}

fn reference(secret: View<'_>, hits: &mut Hits<'_>) {
    let Some(at) = secret.get("valueFrom") else {
        return;
    };
    let Some(text) = at.string() else {
        return;
    };
    match form(&text) {
        Form::Good => {}
        Form::Bad => {
            hits.at(at);
        }
        Form::Short(colons) => {
            let step = Step::Extend(at.node().origin, colons);
            hits.at(at).plan(Plan::safe(&COLONS, step));
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
    if text.trim().is_empty() || text.contains(char::is_whitespace) {
        return Form::Bad;
    }
    if !text.starts_with("arn:") {
        return Form::Good;
    }
    let parts: Vec<&str> = text.split(':').collect();
    match parts[..] {
        [_, _, "ssm", _, _, parameter] if parameter.starts_with("parameter/") => Form::Good,
        // A parameter's version or label.
        [_, _, "ssm", _, _, parameter, _] if parameter.starts_with("parameter/") => Form::Good,
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
