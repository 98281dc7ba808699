//! What the task execution role needs for the images, secrets and logs of a task definition.

use super::codebuild::{key_of, s3};
use super::{Need, When, everything};
use crate::arn::Arn;
use crate::generate::ecr::EcrImage;
use crate::generate::resources::arn;
use crate::generate::scope::Scope;
use crate::generate::slot;
use crate::generate::term::Term;
use crate::lang::Prose;
use crate::outline::{Container, Logs};

pub(in super::super) static EXECUTION_ROLE: &[Need] = &[
    Need {
        sid: "EcrLogin",
        actions: &["ecr:GetAuthorizationToken"],
        on: |scope| everything(!repositories(scope).is_empty()),
        when: When::Always,
        why: Prose {
            en: "AWS can't limit the login to a repository.",
            ja: "ログインはリポジトリを限定できません。",
        },
    },
    Need {
        sid: "EcrPull",
        actions: &[
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage",
        ],
        on: repositories,
        when: When::Always,
        why: Prose {
            en: "ECS pulls the images.",
            ja: "ECS がイメージを取得します。",
        },
    },
    Need {
        sid: "WriteLogs",
        actions: &["logs:CreateLogStream", "logs:PutLogEvents"],
        on: |scope| {
            log_groups(scope, |_| true)
                .into_iter()
                .map(|group| group.then(":*"))
                .collect()
        },
        when: When::Always,
        why: Prose {
            en: "The log driver writes to these log groups.",
            ja: "ログドライバーがこのロググループに書き込みます。",
        },
    },
    Need {
        sid: "CreateLogGroups",
        actions: &["logs:CreateLogGroup"],
        on: |scope| log_groups(scope, |logs| logs.create),
        when: When::Always,
        why: Prose {
            en: "awslogs-create-group is true: the log driver makes the log group.",
            ja: "awslogs-create-group が true なので、ログドライバーがロググループを作ります。",
        },
    },
    Need {
        sid: "Parameters",
        actions: &["ssm:GetParameters"],
        on: |scope| secrets(scope).into_iter().filter_map(parameter).collect(),
        when: When::Always,
        why: Prose {
            en: "The secrets that come from Parameter Store.",
            ja: "パラメータストアから渡すシークレットです。",
        },
    },
    Need {
        sid: "Secrets",
        actions: &["secretsmanager:GetSecretValue"],
        on: |scope| {
            let credentials = scope
                .outline
                .containers
                .iter()
                .filter_map(|c| c.credentials.as_deref());
            let credentials =
                credentials.map(|secret| secret_arn(secret).unwrap_or_else(|| by_name(secret)));
            let secrets = secrets(scope).into_iter().filter_map(secret_arn);
            secrets.chain(credentials).collect()
        },
        when: When::Always,
        why: Prose {
            en: "The secrets that come from Secrets Manager.",
            ja: "Secrets Manager から渡すシークレットです。",
        },
    },
    Need {
        sid: "Decrypt",
        actions: &["kms:Decrypt"],
        on: |scope| key_of(scope, !secrets(scope).is_empty()),
        when: When::Always,
        why: Prose {
            en: "The secrets are encrypted with this key. AWS's own keys would need nothing.",
            ja: "シークレットがこのキーで暗号化されているためです。AWS マネージドキーなら不要です。",
        },
    },
    Need {
        sid: "EnvironmentFiles",
        actions: &["s3:GetObject"],
        on: |scope| files(scope).map(Term::data).collect(),
        when: When::Always,
        why: Prose {
            en: "The files of environment variables.",
            ja: "環境変数ファイルです。",
        },
    },
    Need {
        sid: "EnvironmentBuckets",
        actions: &["s3:GetBucketLocation"],
        on: |scope| {
            let buckets =
                files(scope).filter_map(|file| Arn::parse(file)?.resource.split('/').next());
            buckets
                .map(|bucket| s3().with(&Term::data(bucket)))
                .collect()
        },
        when: When::Always,
        why: Prose {
            en: "ECS asks where these buckets are.",
            ja: "ECS がバケットのリージョンを調べます。",
        },
    },
];

/// The repositories of the images; one that a placeholder stands for is the build's.
fn repositories(scope: &Scope<'_>) -> Vec<Term> {
    let containers = scope.outline.containers.iter();
    let pasted = containers.filter_map(|container| {
        let image = EcrImage::parse(container.image.as_deref()?)?;
        Some(scope.repository_arn(Some(image), &Term::data(image.repository)))
    });
    let given = scope
        .request
        .repository
        .as_ref()
        .map(|_| scope.repository().arn);
    pasted.chain(given).collect()
}

fn log_groups(scope: &Scope<'_>, which: fn(&Logs) -> bool) -> Vec<Term> {
    let logs = scope
        .outline
        .containers
        .iter()
        .filter_map(|container| container.logs.as_ref());
    let groups = logs.filter(|logs| which(logs)).map(|logs| {
        let start = Term::default()
            .then("arn:")
            .with(&Term::slot(&slot::PARTITION))
            .then(":logs:");
        let region = match &logs.region {
            Some(region) if scope.known(&slot::REGION).as_ref() != Some(region) => {
                Term::data(region)
            }
            _ => Term::slot(&slot::REGION),
        };
        let place = start
            .with(&region)
            .then(":")
            .with(&Term::slot(&slot::ACCOUNT));
        place.then(":log-group:").with(&Term::data(&logs.group))
    });
    groups.collect()
}

fn secrets<'a>(scope: &Scope<'a>) -> Vec<&'a str> {
    scope
        .outline
        .containers
        .iter()
        .flat_map(|container: &Container| &container.secrets)
        .map(String::as_str)
        .collect()
}

/// The files of environment variables, which AWS takes by their ARNs.
fn files<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a str> {
    let files = scope
        .outline
        .containers
        .iter()
        .flat_map(|container| &container.environment_files);
    files
        .map(String::as_str)
        .filter(|file| Arn::parse(file).is_some())
}

/// A parameter's ARN, if a secret comes from Parameter Store: by its ARN, or by its name.
fn parameter(secret: &str) -> Option<Term> {
    match Arn::parse(secret) {
        Some(arn) if arn.service == "ssm" => Some(Term::data(secret)),
        Some(_) => None,
        None => {
            let name = secret.strip_prefix('/').unwrap_or(secret);
            Some(arn("ssm").then("parameter/").with(&Term::data(name)))
        }
    }
}

/// A secret's ARN, if it comes from Secrets Manager: without the key and version that may stand
/// behind it. One that lacks the six letters which AWS adds is matched with any.
fn secret_arn(secret: &str) -> Option<Term> {
    let arn = Arn::parse(secret).filter(|arn| arn.service == "secretsmanager")?;
    let name = arn.resource.strip_prefix("secret:")?.split(':').next()?;
    let before = secret.len() - arn.resource.len();
    let whole = Term::data(&format!("{}secret:{name}", &secret[..before]));
    let added = name.rsplit_once('-').is_some_and(|(_, added)| {
        added.len() == 6 && added.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    Some(if added { whole } else { whole.then("-??????") })
}

/// A secret that is named without its ARN.
fn by_name(name: &str) -> Term {
    arn("secretsmanager")
        .then("secret:")
        .with(&Term::data(name))
        .then("-??????")
}
