//! What a task definition is about, at a glance: for forms and for what is generated from it.
//! No value of an environment variable is in it.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::since::SINCE;
use crate::tree::{Kind, NodeRef};

/// The members of a result that forms show and generators fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// The family; empty if there is none.
    pub family: String,
    /// The task's CPU units, as written.
    pub cpu: Option<String>,
    /// The task's memory, as written.
    pub memory: Option<String>,
    /// The containers, in order.
    pub containers: Vec<Container>,
    /// The ARN that the pasted revision has at AWS. It is not in a result.
    pub arn: Option<String>,
    /// The task role, as written: an ARN, a bare name or a placeholder.
    pub task_role: Option<String>,
    /// The task execution role, as written.
    pub execution_role: Option<String>,
    /// The network mode.
    pub network_mode: Option<String>,
    /// The launch types that it is meant for, such as `FARGATE`.
    pub requires_compatibilities: Vec<String>,
    /// The processor's architecture, such as `ARM64`, if it is said.
    pub architecture: Option<String>,
    /// Whether it has tags.
    pub tagged: bool,
    /// Members that came to ECS after the first release, by name, without doubles.
    pub younger_members: Vec<&'static str>,
}

/// A container of an [`Outline`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Container {
    /// Its name; empty if it has none.
    pub name: String,
    /// Its image.
    pub image: Option<String>,
    /// Where its secrets come from: ARNs and names of parameters. The log driver's are among them.
    pub secrets: Vec<String>,
    /// The secret with which the image's registry lets it in.
    pub credentials: Option<String>,
    /// The ARNs of its files of environment variables.
    pub environment_files: Vec<String>,
    /// Where its log goes, if that is `awslogs`.
    pub logs: Option<Logs>,
    /// The ports that it listens to.
    pub ports: Vec<u32>,
}

/// The `awslogs` options of a container.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Logs {
    /// The log group.
    pub group: String,
    /// Its region.
    pub region: Option<String>,
    /// Whether the log driver makes the group if there is none.
    pub create: bool,
}

impl Outline {
    /// The outline of a result; `pasted` is what it was made from.
    pub(crate) fn new(root: NodeRef<'_>, pasted: NodeRef<'_>) -> Self {
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
            architecture: root
                .member("runtimePlatform")
                .and_then(|it| text(it, "cpuArchitecture")),
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
            ports: list(view, "portMappings")
                .filter_map(|port| port.member("containerPort")?.token().parse().ok())
                .collect(),
        }
    }
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

/// The elements of a list; none if it is no list.
fn list<'a>(view: NodeRef<'a>, key: &str) -> impl Iterator<Item = NodeRef<'a>> {
    let list = view.member(key).filter(|list| list.kind() == Kind::List);
    list.into_iter().flat_map(NodeRef::children)
}
