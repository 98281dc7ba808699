//! The permissions that the task execution role needs for the images, secrets and logs of a task
//! definition.

use super::codebuild::{decrypt, s3};
use super::{Needs, Policy};
use crate::arn::Arn;
use crate::generate::expr::Expr;
use crate::generate::scope::Scope;
use crate::generate::template::template;
use crate::image::EcrImage;

pub(in super::super) static EXECUTION_ROLE: Needs = Needs {
    template: template!("execution_role.tmpl"),
    allow,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    let repositories = repositories(scope);
    policy.on_if(!repositories.is_empty(), "EcrLogin", Expr::parse("*"));
    policy.on("EcrPull", repositories);

    let mut groups = Vec::new();
    let mut streams = Vec::new();
    for container in &scope.outline.containers {
        if let Some(logs) = &container.logs {
            let group = log_group(&logs.group, logs.region.as_deref(), scope);
            if logs.create {
                groups.extend(created(&group));
            }
            streams.push(group.then(":*"));
        }
    }
    policy.on("WriteLogs", streams);
    policy.on("CreateLogGroups", groups);

    let mut parameters = Vec::new();
    let mut secrets = Vec::new();
    let mut credentials = Vec::new();
    let mut files = Vec::new();
    let mut buckets = Vec::new();
    let mut reads_secrets = false;
    for container in &scope.outline.containers {
        for secret in &container.secrets {
            reads_secrets = true;
            parameters.extend(parameter(secret));
            secrets.extend(secret_arn(secret));
        }
        if let Some(secret) = &container.credentials {
            credentials.push(secret_arn(secret).unwrap_or_else(|| by_name(secret)));
        }
        // ECS takes an environment file by its ARN.
        for file in &container.environment_files {
            read_file(file, &mut files, &mut buckets);
        }
        if let Some(file) = &container.router_file {
            read_file(file, &mut files, &mut buckets);
        }
        for spec in &container.credential_specs {
            let Some((_, arn)) = spec.split_once(':') else {
                continue;
            };
            if Arn::parse(arn).is_some_and(|arn| arn.service == "s3") {
                read_file(arn, &mut files, &mut buckets);
            } else if Arn::parse(arn).is_some() {
                parameters.extend(parameter(arn));
            }
        }
    }
    secrets.append(&mut credentials);
    policy.on("Parameters", parameters);
    policy.on("Secrets", secrets);
    decrypt(policy, "Decrypt", reads_secrets);
    policy.on("Files", files);
    policy.on("Buckets", buckets);
}

/// A file in S3 by its ARN, and its bucket, whose region ECS asks for.
fn read_file(file: &str, files: &mut Vec<Expr>, buckets: &mut Vec<Expr>) {
    if let Some(arn) = Arn::parse(file) {
        let bucket = arn.resource.split('/').next().unwrap_or_default();
        files.push(Expr::data(file));
        buckets.push(s3().with_data(bucket));
    }
}

/// The repositories of the images; for a placeholder, the repository that the build pushes to.
fn repositories(scope: &Scope<'_>) -> Vec<Expr> {
    let mut repositories = Vec::new();
    for container in &scope.outline.containers {
        if let Some(image) = container.image.as_deref().and_then(EcrImage::parse) {
            let name = Expr::data(image.repository);
            repositories.push(scope.repository_arn(Some(image), &name));
        }
    }
    if scope.request.repository.is_some() {
        repositories.push(scope.repository().arn);
    }
    repositories
}

/// A log group of this account.
pub(super) fn log_group(group: &str, region: Option<&str>, scope: &Scope<'_>) -> Expr {
    let start = placed("logs", region, scope);
    start.then("log-group:").with_data(group)
}

/// A log group that is created: IAM is asked about its ARN with what would follow it.
pub(super) fn created(group: &Expr) -> [Expr; 2] {
    [group.clone(), group.clone().then(":*")]
}

/// The start of an ARN of this account, in a region that may be another one.
pub(super) fn placed(service: &'static str, region: Option<&str>, scope: &Scope<'_>) -> Expr {
    let start = Expr::parse("arn:«AWS::Partition»:").then(service).then(":");
    let place = match region {
        Some(region) if scope.region().as_deref() != Some(region) => start.with_data(region),
        _ => start.then("«AWS::Region»"),
    };
    place.then(":«AWS::AccountId»:")
}

/// The ARN of a parameter in Parameter Store, from its ARN or its name; `None` for any other
/// secret.
fn parameter(secret: &str) -> Option<Expr> {
    match Arn::parse(secret) {
        Some(arn) if arn.service == "ssm" => Some(Expr::data(secret)),
        Some(_) => None,
        None => {
            let name = secret.strip_prefix('/').unwrap_or(secret);
            Some(Expr::arn("ssm", "parameter/").with_data(name))
        }
    }
}

/// The ARN of a secret in Secrets Manager, without a JSON key and version; `None` for any other
/// secret. If it lacks the six characters that Secrets Manager appends, wildcards replace them.
fn secret_arn(secret: &str) -> Option<Expr> {
    let arn = Arn::parse(secret).filter(|arn| arn.service == "secretsmanager")?;
    let name = arn.resource.strip_prefix("secret:")?.split(':').next()?;
    let before = secret.len() - arn.resource.len();
    let whole = Expr::data(&format!("{}secret:{name}", &secret[..before]));
    let added = name.rsplit_once('-').is_some_and(|(_, added)| {
        added.len() == 6 && added.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    Some(if added { whole } else { whole.then("-??????") })
}

/// The ARN of a secret given by its name.
fn by_name(name: &str) -> Expr {
    let start = Expr::arn("secretsmanager", "secret:");
    start.with_data(name).then("-??????")
}
