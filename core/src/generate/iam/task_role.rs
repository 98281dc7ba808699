//! The permissions that the task role needs for what the task definition shows: ECS Exec, file
//! systems, the logs that `FireLens` routes, the X-Ray daemon. What the application calls, no task
//! definition says.
//!
//! Sources: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>,
//! <https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html>,
//! <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3FilesClientReadWriteAccess.html>,
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html>, the plugins'
//! documentation at <https://docs.fluentbit.io/manual/data-pipeline/outputs> and
//! <https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit>, and
//! <https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html>

use super::codebuild::s3;
use super::execution_role::{created, log_group, placed};
use super::{Needs, Policy};
use crate::arn::Arn;
use crate::generate::expr::Expr;
use crate::generate::scope::Scope;
use crate::generate::template::{Bindings, template};
use crate::generate::value::{Entry, Value};
use crate::image::ImageRef;
use crate::outline::{FileSystem, Output};

pub(in super::super) static TASK_ROLE: Needs = Needs {
    template: template!("task_role.tmpl"),
    allow,
    waits: true,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    policy.on_if(scope.request.exec, "Exec", Expr::parse("*"));
    let mut volumes = scope.outline.file_systems.iter();
    let mut number = 0;
    while let Some(volume) = volumes.find(|volume| volume.by_role) {
        number += 1;
        mount(policy, volume, number);
    }
    let containers = &scope.outline.containers;
    let mut sent = Sent::default();
    for output in containers.iter().filter_map(|it| it.output.as_ref()) {
        sent.add(output, scope);
    }
    policy.on("WriteLogs", sent.written);
    policy.on("FindStreams", sent.searched);
    policy.on("CreateLogGroups", sent.created);
    policy.on("KeepLogs", sent.kept);
    policy.on("Firehose", sent.firehose);
    policy.on("Kinesis", sent.kinesis);
    policy.on("Objects", sent.objects);
    policy.on("Assume", sent.assumed);
    let mut images = containers.iter().filter_map(|it| it.image.as_deref());
    let traces = images.any(|image| {
        ImageRef::parse(image)
            .repository
            .ends_with("aws-xray-daemon")
    });
    policy.on_if(traces, "Traces", Expr::parse("*"));
}

/// Includes a statement for a volume. Through an access point, only that one is allowed.
fn mount(policy: &mut Policy<'_>, volume: &FileSystem, number: usize) {
    let in_account = |kind, id: &str| match Arn::parse(id) {
        Some(_) => Expr::pasted(id),
        None => Expr::arn("elasticfilesystem", kind).with_pasted(id),
    };
    let file_system = in_account("file-system/", &volume.id);
    // A condition on the access point is EFS's; of S3 Files the ARN of the file system is enough.
    let limit = volume.access_point.as_ref().filter(|_| !volume.is_s3_files);
    let access_point = limit.map(|id| in_account("access-point/", id));
    let waits = |resource: &Expr| !policy.is_filled_in(resource);
    if [Some(&file_system), access_point.as_ref()]
        .into_iter()
        .flatten()
        .any(waits)
    {
        return;
    }
    let mut bindings = Bindings::one("sid", &format!("Mount{number}"));
    let may = if volume.writes {
        &["ClientMount", "ClientWrite"][..]
    } else {
        &["ClientMount"]
    };
    let service = if volume.is_s3_files {
        "s3files"
    } else {
        "elasticfilesystem"
    };
    let actions = may.iter();
    let actions: Vec<Entry> = actions
        .map(|action| Entry::element(Value::Text(format!("{service}:{action}"))))
        .collect();
    bindings.value("actions", Value::one_or_list(actions));
    let resource = policy
        .resolver
        .resources(std::slice::from_ref(&file_system));
    bindings.value("file-system", resource);
    policy.exprs.push(file_system);
    if let Some(access_point) = access_point {
        let resource = policy
            .resolver
            .resources(std::slice::from_ref(&access_point));
        bindings.value("access-point", resource);
        policy.exprs.push(access_point);
    }
    policy.bindings.each("volumes", bindings);
}

/// What `FireLens` sends to.
#[derive(Default)]
struct Sent {
    written: Vec<Expr>,
    searched: Vec<Expr>,
    created: Vec<Expr>,
    kept: Vec<Expr>,
    firehose: Vec<Expr>,
    kinesis: Vec<Expr>,
    objects: Vec<Expr>,
    assumed: Vec<Expr>,
}

impl Sent {
    fn add(&mut self, output: &Output, scope: &Scope<'_>) {
        let Some(target) = &output.target else {
            return;
        };
        let is_of_aws = PLUGINS.iter().any(|(name, _)| *name == output.plugin);
        if let (Some(role), true) = (&output.role, is_of_aws) {
            self.assumed.push(Expr::pasted(role));
            return;
        }
        let region = output.region.as_deref();
        // What Fluent Bit fills in at run time is not known.
        let end = target.find(['$', '#', '%']).unwrap_or(target.len());
        let (known, open) = (&target[..end], end < target.len());
        let rest = if open { "*" } else { "" };
        let of = |service, kind: &'static str| {
            let start = placed(service, region, scope).then(kind);
            start.with_data(known).then(rest)
        };
        match PLUGINS.iter().find(|(name, _)| *name == output.plugin) {
            Some((name, Kind::Logs)) => {
                let group = log_group(known, region, scope).then(rest);
                let streams = group.clone().then(":*");
                if *name == "cloudwatch" {
                    self.searched.push(streams.clone());
                }
                if output.creates {
                    self.created.extend(created(&group));
                }
                if output.retains {
                    self.kept.push(streams.clone());
                }
                self.written.push(streams);
            }
            Some((_, Kind::Firehose)) => self.firehose.push(of("firehose", "deliverystream/")),
            Some((_, Kind::Kinesis)) => self.kinesis.push(of("kinesis", "stream/")),
            Some((_, Kind::S3)) => {
                let bucket = s3().with_data(known).then(rest);
                self.objects.push(bucket.then("/*"));
            }
            None => {}
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Logs,
    Firehose,
    Kinesis,
    S3,
}

/// The plugins of Fluent Bit and Fluentd that send to AWS.
const PLUGINS: &[(&str, Kind)] = &[
    ("cloudwatch", Kind::Logs),
    ("cloudwatch_logs", Kind::Logs),
    ("firehose", Kind::Firehose),
    ("kinesis_firehose", Kind::Firehose),
    ("kinesis", Kind::Kinesis),
    ("kinesis_streams", Kind::Kinesis),
    ("s3", Kind::S3),
];
