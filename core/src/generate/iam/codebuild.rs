//! The permissions that the CodeBuild project's role needs to build an image and deploy it.

use super::{Needs, Policy};
use crate::actions;
use crate::generate::expr::Expr;
use crate::generate::request::{Builder, Kind, PolicyFor, Style};
use crate::generate::scope::Scope;
use crate::generate::template::template;
use crate::image::EcrImage;

pub(in super::super) static CODEBUILD: Needs = Needs {
    template: template!("codebuild.tmpl"),
    allow: |policy| {
        build(policy);
        deploy(policy);
    },
};

/// The same without what is CodeBuild's own: logs, artifacts, parameters, reports.
pub(in super::super) static GITHUB_ACTIONS: Needs = Needs {
    template: template!("codebuild.tmpl"),
    allow: deploy,
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
        policy.on("Interfaces", [vec![interfaces], places.to_vec()].concat());
    }
}

/// What the commands do with it.
fn deploy(policy: &mut Policy<'_>) {
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

    policy.may("RegisterActions", actions::REGISTER);
    policy.on("Register", scope.task_definitions());
    if scope.outline.tagged {
        policy.may("TagOnRegisterActions", actions::TAG);
        policy.on("TagOnRegister", scope.task_definitions());
    }
    policy.may("DescribeActions", actions::COMPARE);
    policy.on_if(uses_taskdef || request.run, "Describe", Expr::parse("*"));
    policy.on("PassTaskRoles", scope.task_roles());

    policy.may("UpdateServiceActions", actions::UPDATE_SERVICE);
    policy.on("UpdateService", scope.services());
    let moves = scope.moves();
    let deploys_service = moves.has_services();
    policy.may("ClusterActions", actions::FIND_CLUSTER);
    let cluster = Expr::arn("ecs", "cluster/«EcsCluster»");
    policy.on_if(
        uses_taskdef && scope.uses_cluster() && !deploys_service,
        "Cluster",
        cluster.clone(),
    );
    let waits = uses_taskdef && deploys_service && request.wait;
    let history = [actions::READ_HISTORY, actions::WATCH_DEPLOYMENT].concat();
    policy.may("HistoryActions", &history);
    if waits {
        let services = scope.services().into_iter();
        let services = services.chain(scope.service_revisions());
        let services = services.chain(scope.service_deployments());
        policy.on("History", services.collect());
    }
    policy.may("ListStoppedActions", actions::LIST_STOPPED);
    policy.on_if(waits, "ListStopped", cluster);
    policy.may("WhyStoppedActions", actions::WHY_STOPPED);
    let tasks = Expr::arn("ecs", "task/«EcsCluster»/*");
    policy.on_if(waits || request.run, "WhyStopped", tasks);
    run_once(policy);
    policy.may("RulesActions", actions::MOVE_RULE);
    policy.on("Rules", scope.rules());
    let rules = !moves.rules.is_empty();
    policy.on_if(rules, "PassRuleRole", Expr::parse("«RuleRoleArn»"));
    policy.may("SchedulesActions", actions::MOVE_SCHEDULE);
    policy.on("Schedules", scope.schedules());
    let schedules = !moves.schedules.is_empty();
    policy.on_if(
        schedules,
        "PassScheduleRole",
        Expr::parse("«ScheduleRoleArn»"),
    );
}

/// What a build calls that runs the new revision once. Where nothing that it moves says how, taskdef looks
/// at everything that starts tasks.
fn run_once(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    let request = scope.request;
    if !request.run {
        return;
    }
    policy.may("RunOnceActions", actions::RUN);
    policy.may("ReadRunLogActions", actions::READ_LOG);
    let cluster = policy
        .resolver
        .resources(&[Expr::arn("ecs", "cluster/«EcsCluster»")]);
    policy.bindings.value("cluster", cluster);
    policy.on("RunOnce", scope.task_definitions());
    if request.style == Style::AwsCli {
        return;
    }
    let logs = scope
        .outline
        .containers
        .iter()
        .filter_map(|it| it.logs.as_ref());
    let streams = logs.map(|logs| {
        Expr::arn("logs", "log-group:")
            .with_data(&logs.group)
            .then(":log-stream:*")
    });
    policy.on("ReadRunLog", streams.collect());
    let finding = [actions::LIST_TRIGGERS, actions::LIST_SERVICES].concat();
    let looking = [
        actions::READ_RULE,
        actions::READ_SCHEDULE,
        actions::READ_SERVICE,
    ];
    policy.may("FindStartersActions", &finding);
    policy.may("ReadStartersActions", &looking.concat());
    if scope.moves().is_nothing() {
        policy.on("FindStarters", vec![Expr::parse("*")]);
        let kinds = [
            ("events", "rule/*"),
            ("scheduler", "schedule/*/*"),
            ("ecs", "service/«EcsCluster»/*"),
        ];
        let starters = kinds.map(|(service, all)| Expr::arn(service, all));
        policy.on("ReadStarters", starters.to_vec());
    }
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
