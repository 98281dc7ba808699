//! The permissions that the task execution role needs for the images, secrets and logs of a task
//! definition.

use super::codebuild::decrypt;
use super::{Needs, Policy};
use crate::generate::expr::Expr;
use crate::generate::reference::Reference;
use crate::generate::scope::Scope;
use crate::generate::template::template;
use crate::image::EcrImage;

pub(in super::super) static EXECUTION_ROLE: Needs = Needs {
    template: template!("execution_role.tmpl"),
    allow,
    waits: true,
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

    let mut found = Found::default();
    let mut reads_secrets = false;
    for container in &scope.outline.containers {
        for secret in &container.secrets {
            reads_secrets = true;
            found.add(policy, secret, Reference::of_secret(secret));
        }
        let files = container.environment_files.iter();
        for file in files.chain(&container.router_file) {
            found.add(policy, file, Reference::of_file(file));
        }
        for spec in &container.credential_specs {
            if let Some(reference) = Reference::of_specification(spec) {
                found.add(policy, spec, reference);
            }
        }
    }
    for secret in scope
        .outline
        .containers
        .iter()
        .filter_map(|it| it.credentials.as_ref())
    {
        found.add(policy, secret, Reference::of_credentials(secret));
    }
    policy.on("Parameters", found.parameters);
    policy.on("Secrets", found.secrets);
    decrypt(policy, "Decrypt", reads_secrets);
    policy.on("Files", found.files);
    policy.on("Buckets", found.buckets);
}

/// What containers refer to.
#[derive(Default)]
struct Found {
    parameters: Vec<Expr>,
    secrets: Vec<Expr>,
    files: Vec<Expr>,
    /// The buckets of the files, whose region ECS asks for.
    buckets: Vec<Expr>,
}

impl Found {
    fn add(&mut self, policy: &mut Policy<'_>, text: &str, reference: Reference) {
        match reference {
            Reference::Parameter(parameter) => self.parameters.push(parameter),
            Reference::Secret(mut patterns) => self.secrets.append(&mut patterns),
            Reference::File(file, bucket) => {
                self.files.push(file);
                self.buckets.push(bucket);
            }
            Reference::Open => policy.wait_for(text),
            Reference::Other => policy.unread = true,
        }
    }
}

/// The repositories of the images; for a placeholder, the repository that the build pushes to.
fn repositories(scope: &Scope<'_>) -> Vec<Expr> {
    let mut repositories = Vec::new();
    for container in &scope.outline.containers {
        if let Some(image) = container.image.as_deref().and_then(EcrImage::parse) {
            let name = Expr::pasted(image.repository);
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
    start.then("log-group:").with_pasted(group)
}

/// A log group that is created: IAM is asked about its ARN with what would follow it.
pub(super) fn created(group: &Expr) -> [Expr; 2] {
    [group.clone(), group.clone().then(":*")]
}

/// The start of an ARN of this account, in a region that may be another one.
pub(super) fn placed(service: &'static str, region: Option<&str>, scope: &Scope<'_>) -> Expr {
    let start = Expr::parse("arn:«AWS::Partition»:").then(service).then(":");
    let place = match region {
        Some(region) if scope.region().as_deref() != Some(region) => start.with_pasted(region),
        _ => start.then("«AWS::Region»"),
    };
    place.then(":«AWS::AccountId»:")
}
