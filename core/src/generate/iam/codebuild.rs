//! The permissions that the CodeBuild project's role needs to build an image and deploy it.

use super::{Needs, Policy, deploy};
use crate::generate::expr::Expr;
use crate::generate::request::{Builder, Kind, PolicyFor, Style};
use crate::generate::resolve::Resolver;
use crate::generate::scope::Scope;
use crate::generate::template::template;
use crate::generate::value::{Value, each_after};
use crate::image::EcrImage;

pub(in super::super) static CODEBUILD: Needs = Needs {
    template: template!("codebuild.tmpl"),
    allow: |policy| {
        build(policy);
        commands(policy);
    },
    waits: false,
};

/// The same without what is CodeBuild's own: logs, artifacts, parameters, reports.
pub(in super::super) static GITHUB_ACTIONS: Needs = Needs {
    template: template!("codebuild.tmpl"),
    allow: commands,
    waits: false,
};

/// What CodeBuild itself does with the role.
fn build(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    let log = Expr::arn("logs", "log-group:/aws/codebuild/").with(&scope.project);
    policy.on("Logs", vec![log.clone(), log.then(":*")]);
    policy.on("Artifacts", artifacts(scope));

    let parameters = scope.parameters();
    let reads_parameters = !parameters.is_empty();
    policy.on("Parameters", parameters);
    decrypt(policy, "DecryptParameters", reads_parameters);

    let reports = Expr::arn("codebuild", "report-group/").with(&scope.project);
    let writes_reports = scope.request.writes_reports();
    policy.on_if(writes_reports, "Reports", reports.then("-*"));

    // Source: "Allow CodeBuild access to AWS services required to create a VPC network interface" of
    // <https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html>
    if scope.request.vpc {
        let interfaces = Expr::arn("ec2", "network-interface/*");
        let places = ["subnet/*", "security-group/*"].map(|kind| Expr::arn("ec2", kind));
        policy.on("Vpc", vec![Expr::parse("*")]);
        policy.on("UseInterface", vec![interfaces.clone()]);
        policy
            .bindings
            .value("build-subnets", subnets(policy.resolver));
        policy.on("Interfaces", [vec![interfaces], places.to_vec()].concat());
    }
}

/// The subnets of the build, as what a condition compares with: the owner of a shared subnet is another
/// account.
fn subnets(resolver: Resolver<'_>) -> Value {
    const SUBNET: &str = "arn:*:ec2:*:*:subnet/";
    if resolver.template {
        return each_after(SUBNET, "BuildSubnets");
    }
    resolver.text(&Expr::parse(SUBNET).then("«BuildSubnets»"))
}

/// What the commands do with it.
fn commands(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    let request = scope.request;
    let uses_taskdef = request.style == Style::Taskdef;
    let url = request.taskdef_url.as_deref().unwrap_or_default();
    if let Some(object) = url.strip_prefix("s3://") {
        // A workflow checks with it, too, whatever registers.
        let uses_tool = uses_taskdef || request.kind == Kind::Policy(PolicyFor::GitHubActions);
        policy.on_if(uses_tool, "Tool", s3().with_data(object));
    }
    let builds = request.builder != Builder::None;
    policy.on_if(builds, "EcrLogin", Expr::parse("*"));
    policy.on_if(builds, "EcrPush", scope.repository().arn);
    let mut bases = Vec::new();
    for image in &request.base_images {
        let image = EcrImage::parse(image);
        let name = image.map_or_else(Expr::default, |image| Expr::data(image.repository));
        bases.push(scope.repository_arn(image, &name));
    }
    if builds {
        policy.on("EcrPullBase", bases);
    }

    deploy::calls_of(policy);
}

pub(super) fn s3() -> Expr {
    Expr::parse("arn:«AWS::Partition»:s3:::")
}

/// The objects of the pipeline's bucket, if there is one.
pub(super) fn artifacts(scope: &Scope<'_>) -> Vec<Expr> {
    match &scope.bucket {
        Some(bucket) => vec![s3().with(bucket).then("/*")],
        None => Vec::new(),
    }
}

/// Allows decryption with the KMS keys, if any is given and secrets are read.
pub(super) fn decrypt(policy: &mut Policy<'_>, sid: &'static str, reads: bool) {
    let keys = match policy.resolver.scope.request.kms_keys.as_slice() {
        _ if !reads => Vec::new(),
        [] => Vec::new(),
        [_] => vec![Expr::parse("«KmsKeyArn»")],
        keys => keys.iter().map(|key| Expr::data(key)).collect(),
    };
    policy.on(sid, keys);
}
