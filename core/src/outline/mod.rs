//! A summary of a task definition, for forms and for the generators. It contains no value of an
//! environment variable.

mod uses;

use std::borrow::Cow;

use serde::Serialize;

use crate::model::since::SINCE;
use crate::tree::{Kind, NodeRef};

pub use uses::{FileSystem, Output};

/// The members of a result that forms show and generators use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// The family; empty if missing.
    pub family: String,
    /// The task's CPU as written: CPU units such as `512`, or vCPUs such as `.5 vCPU`. May be a
    /// placeholder.
    pub cpu: Option<String>,
    /// The task's memory as written: MiB such as `2048`, or GB such as `2 GB`. May be a
    /// placeholder.
    pub memory: Option<String>,
    /// The containers, in order.
    pub containers: Vec<Container>,
    /// The ARN of the pasted revision. It is read from the paste, since a result has none.
    pub arn: Option<String>,
    /// The task role, as written: an ARN, a bare name or a placeholder.
    pub task_role: Option<String>,
    /// The task execution role, as written.
    pub execution_role: Option<String>,
    /// The network mode.
    pub network_mode: Option<String>,
    /// The launch types that the definition must be valid for, such as `FARGATE`.
    pub requires_compatibilities: Vec<String>,
    /// The CPU architecture, such as `ARM64`, if given.
    pub architecture: Option<String>,
    /// The operating system, such as `WINDOWS_SERVER_2022_CORE`, if given.
    pub operating_system: Option<String>,
    /// Its volumes on Amazon EFS.
    pub file_systems: Vec<FileSystem>,
    /// Whether the definition has tags.
    pub tagged: bool,
    /// Names of members that the oldest AWS CLIs do not know (see `SINCE`), without duplicates.
    pub younger_members: Vec<&'static str>,
}

/// A container of an [`Outline`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Container {
    /// Its name; empty if missing.
    pub name: String,
    /// Its image.
    pub image: Option<String>,
    /// The ARNs and parameter names of its secrets, including those of its log driver.
    pub secrets: Vec<String>,
    /// The secret with the credentials of the image's registry.
    pub credentials: Option<String>,
    /// The ARNs of its environment files.
    pub environment_files: Vec<String>,
    /// Its log options, if its log driver is `awslogs`.
    pub logs: Option<Logs>,
    /// The files with the specifications of its gMSA credentials, as written.
    pub credential_specs: Vec<String>,
    /// The ARN of the file in S3 with `FireLens`' configuration.
    pub router_file: Option<String>,
    /// Where `FireLens` sends its log.
    pub output: Option<Output>,
    /// Its container ports.
    pub ports: Vec<u32>,
}

/// The `awslogs` options of a container.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Logs {
    /// The log group.
    pub group: String,
    /// The log group's region.
    pub region: Option<String>,
    /// Whether the log driver creates the log group if it is missing.
    pub create: bool,
}

impl Outline {
    /// The outline of a result; `pasted` is the task definition that it was converted from.
    pub(crate) fn new(root: NodeRef<'_>, pasted: NodeRef<'_>) -> Self {
        let platform = root.member("runtimePlatform");
        Outline {
            family: text(root, "family").unwrap_or_default(),
            cpu: text(root, "cpu"),
            memory: text(root, "memory"),
            containers: list(root, "containerDefinitions")
                .map(Container::new)
                .collect(),
            arn: text(pasted, "taskDefinitionArn"),
            task_role: text(root, "taskRoleArn"),
            execution_role: text(root, "executionRoleArn"),
            network_mode: text(root, "networkMode"),
            requires_compatibilities: list(root, "requiresCompatibilities")
                .filter_map(string)
                .collect(),
            architecture: platform.and_then(|it| text(it, "cpuArchitecture")),
            operating_system: platform.and_then(|it| text(it, "operatingSystemFamily")),
            file_systems: FileSystem::all(root),
            tagged: list(root, "tags").next().is_some(),
            younger_members: younger_members(root),
        }
    }
}

impl Container {
    fn new(view: NodeRef<'_>) -> Self {
        let logging = view.member("logConfiguration");
        let of_logging = logging
            .into_iter()
            .flat_map(|logging| list(logging, "secretOptions"));
        let secrets = list(view, "secrets").chain(of_logging);
        let credentials = view.member("repositoryCredentials");
        Container {
            name: text(view, "name").unwrap_or_default(),
            image: text(view, "image"),
            secrets: secrets
                .filter_map(|secret| text(secret, "valueFrom"))
                .collect(),
            credentials: credentials.and_then(|c| text(c, "credentialsParameter")),
            environment_files: list(view, "environmentFiles")
                .filter_map(|file| text(file, "value"))
                .collect(),
            logs: logging.and_then(Logs::read),
            credential_specs: list(view, "credentialSpecs")
                .chain(list(view, "dockerSecurityOptions"))
                .filter_map(string)
                .filter(|spec| spec.starts_with("credentialspec"))
                .collect(),
            router_file: router_file(view),
            output: logging.and_then(Output::read),
            ports: list(view, "portMappings")
                .filter_map(|port| port.member("containerPort")?.token().parse().ok())
                .collect(),
        }
    }
}

/// The file in S3 with `FireLens`' configuration.
fn router_file(container: NodeRef<'_>) -> Option<String> {
    let options = container
        .member("firelensConfiguration")?
        .member("options")?;
    let kind = text(options, "config-file-type")?;
    if kind != "s3" {
        return None;
    }
    text(options, "config-file-value")
}

impl Logs {
    fn read(logging: NodeRef<'_>) -> Option<Self> {
        if text(logging, "logDriver")? != "awslogs" {
            return None;
        }
        let options = logging.member("options")?;
        Some(Logs {
            group: text(options, "awslogs-group")?,
            region: text(options, "awslogs-region"),
            create: text(options, "awslogs-create-group").is_some_and(|create| create == "true"),
        })
    }
}

fn younger_members(root: NodeRef<'_>) -> Vec<&'static str> {
    let found = SINCE.iter().filter(|member| {
        let steps = member.under.iter();
        let holders = steps.fold(vec![root], |views, step| {
            views
                .into_iter()
                .flat_map(|view| list(view, step))
                .collect()
        });
        holders
            .iter()
            .any(|holder| holder.member(member.name).is_some())
    });
    found.map(|member| member.name).collect()
}

fn text(view: NodeRef<'_>, key: &str) -> Option<String> {
    view.member(key).and_then(string)
}

fn string(view: NodeRef<'_>) -> Option<String> {
    view.string().map(Cow::into_owned)
}

/// The elements of a member that is a list; empty for any other member.
fn list<'a>(view: NodeRef<'a>, key: &str) -> impl Iterator<Item = NodeRef<'a>> {
    let list = view.member(key).filter(|list| list.kind() == Kind::List);
    list.into_iter().flat_map(NodeRef::children)
}
