//! What the task execution role needs for the images, secrets and logs of a task definition.

use super::codebuild::{key_of, s3};
use super::{Need, When, everything};
use crate::arn::Arn;
use crate::generate::ecr::EcrImage;
use crate::generate::scope::Scope;
use crate::generate::term::Term;
use crate::lang::Prose;
use crate::outline::Logs;

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
            let mut streams = Vec::new();
            for group in log_groups(scope, |_| true) {
                streams.push(group.then(":*"));
            }
            streams
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
        on: |scope| secrets(scope).filter_map(parameter).collect(),
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
            let mut terms = Vec::new();
            for secret in secrets(scope) {
                terms.extend(secret_arn(secret));
            }
            for container in &scope.outline.containers {
                if let Some(secret) = &container.credentials {
                    terms.push(secret_arn(secret).unwrap_or_else(|| by_name(secret)));
                }
            }
            terms
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
        on: |scope| key_of(scope, secrets(scope).next().is_some()),
        when: When::Always,
        why: Prose {
            en: "The secrets are encrypted with this key. AWS's own keys would need nothing.",
            ja: "シークレットがこのキーで暗号化されているためです。AWS マネージドキーなら不要です。",
        },
    },
    Need {
        sid: "EnvironmentFiles",
        actions: &["s3:GetObject"],
        on: |scope| files(scope).map(|(file, _)| Term::data(file)).collect(),
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
            let mut buckets = Vec::new();
            for (_, object) in files(scope) {
                let bucket = object.split('/').next().unwrap_or_default();
                buckets.push(s3().with_data(bucket));
            }
            buckets
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
    let mut repositories = Vec::new();
    for container in &scope.outline.containers {
        if let Some(image) = container.image.as_deref().and_then(EcrImage::parse) {
            let name = Term::data(image.repository);
            repositories.push(scope.repository_arn(Some(image), &name));
        }
    }
    if scope.request.repository.is_some() {
        repositories.push(scope.repository().arn);
    }
    repositories
}

fn log_groups(scope: &Scope<'_>, which: fn(&Logs) -> bool) -> Vec<Term> {
    let mut groups = Vec::new();
    for container in &scope.outline.containers {
        let Some(logs) = container.logs.as_ref().filter(|logs| which(logs)) else {
            continue;
        };
        let start = Term::of("arn:«AWS::Partition»:logs:");
        let place = match &logs.region {
            Some(region) if scope.region().as_ref() != Some(region) => start.with_data(region),
            _ => start.then("«AWS::Region»"),
        };
        let group = place.then(":«AWS::AccountId»:log-group:");
        groups.push(group.with_data(&logs.group));
    }
    groups
}

fn secrets<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a str> {
    let containers = scope.outline.containers.iter();
    let secrets = containers.flat_map(|container| &container.secrets);
    secrets.map(String::as_str)
}

/// The files of environment variables, which AWS takes by their ARNs, with what each names in S3.
fn files<'a>(scope: &Scope<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let containers = scope.outline.containers.iter();
    let files = containers.flat_map(|container| &container.environment_files);
    files.filter_map(|file| Some((file.as_str(), Arn::parse(file)?.resource)))
}

/// A parameter's ARN, if a secret comes from Parameter Store: by its ARN, or by its name.
fn parameter(secret: &str) -> Option<Term> {
    match Arn::parse(secret) {
        Some(arn) if arn.service == "ssm" => Some(Term::data(secret)),
        Some(_) => None,
        None => {
            let name = secret.strip_prefix('/').unwrap_or(secret);
            Some(Term::arn("ssm", "parameter/").with_data(name))
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
    let start = Term::arn("secretsmanager", "secret:");
    start.with_data(name).then("-??????")
}
