//! The command lines of tasks that are run once. The comments are the help.

use std::time::Duration;

use clap::Args;
use taskdef_core::{ContainerField, Edit, EditTarget, PairChange, PairList, TaskField};

use super::connection::AwsArgs;
use super::language::localized;
use super::waiting::{Watching, parse_duration};
use super::{Format, edit_value};
use crate::aws::task::{Changes, Like, PollOptions, Provider};
use crate::error::Error;

#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    /// The family, or one revision of it
    #[arg(value_name = "FAMILY[:REV]")]
    pub(crate) revision: String,
    /// The cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    pub(crate) cluster: String,
    /// The command to run instead of the definition's own
    #[arg(last = true, value_name = "COMMAND")]
    argv: Vec<String>,
    /// How many tasks to start
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) count: u16,
    /// End once the tasks are started, and print their ARNs
    #[arg(long, conflicts_with = "timeout")]
    pub(crate) no_wait: bool,
    /// How long to follow the tasks, such as 90s, 30m or 1h30m; they run on
    #[arg(long, value_name = "TIME", default_value = "60m", value_parser = parse_duration)]
    timeout: Duration,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) watching: Watching,
    #[command(flatten)]
    overrides: OverrideArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

/// What is other than in the definition.
#[derive(Debug, Args)]
#[command(next_help_heading = "Overrides")]
struct OverrideArgs {
    /// The container that the command and other overrides are for [default: the only essential one]
    #[arg(long, value_name = "NAME")]
    container: Option<String>,
    /// The command of a container, as a JSON list of strings
    #[arg(long, value_name = "[CONTAINER=]JSON", conflicts_with = "argv")]
    command: Vec<String>,
    /// Set an environment variable; without `=VALUE`, to its value in this environment
    #[arg(long, value_name = "[CONTAINER:]NAME[=VALUE]")]
    env: Vec<String>,
    /// Set the environment variables of a file, a NAME=VALUE or NAME on each line
    #[arg(long, value_name = "[CONTAINER=]FILE")]
    env_file: Vec<String>,
    /// The CPU units of the task, such as 512
    #[arg(long, value_name = "UNITS")]
    cpu: Option<String>,
    /// The memory of the task in MiB, such as 2048
    #[arg(long, value_name = "MIB")]
    memory: Option<String>,
    /// A container's CPU units
    #[arg(long, value_name = "[CONTAINER=]UNITS")]
    container_cpu: Vec<String>,
    /// A container's hard limit of memory, in MiB
    #[arg(long, value_name = "[CONTAINER=]MIB")]
    container_memory: Vec<String>,
    /// A container's soft limit of memory, in MiB
    #[arg(long, value_name = "[CONTAINER=]MIB")]
    container_memory_reservation: Vec<String>,
    /// Give the tasks a tag
    #[arg(long, value_name = "KEY=VALUE")]
    tag: Vec<String>,
}

/// Where, and on what, the tasks run.
#[derive(Debug, Args)]
#[command(next_help_heading = "Place")]
pub(crate) struct PlaceArgs {
    /// Start it like this: service/NAME, rule/[BUS/]NAME or schedule/[GROUP/]NAME [default: like whatever
    /// starts the family on the cluster]
    #[arg(long, value_name = "KIND/NAME", group = "as", value_parser = localized(Like::parse))]
    like: Option<Like>,
    /// The same as --like rule/NAME
    #[arg(long, value_name = "[BUS/]NAME", group = "as", hide = true)]
    rule: Option<String>,
    /// The same as --like schedule/NAME
    #[arg(long, value_name = "[GROUP/]NAME", group = "as", hide = true)]
    schedule: Option<String>,
    /// The same as --like service/NAME
    #[arg(long, value_name = "NAME", group = "as", hide = true)]
    service: Option<String>,
    /// Start it in this subnet
    #[arg(long, value_name = "ID", group = "as")]
    pub(crate) subnet: Vec<String>,
    /// The security group, with --subnet
    #[arg(long, value_name = "ID", requires = "subnet")]
    pub(crate) security_group: Vec<String>,
    /// Assign a public IP address, with --subnet
    #[arg(long, requires = "subnet")]
    pub(crate) public_ip: bool,
    /// What to run it on [default: the cluster's default strategy, or with --subnet Fargate where the
    /// definition is for it]
    #[arg(long, value_name = "TYPE", ignore_case = true, value_parser = ["FARGATE", "EC2", "EXTERNAL", "MANAGED_INSTANCES"])]
    pub(crate) launch_type: Option<String>,
    /// A capacity provider to run it on, such as `FARGATE_SPOT`
    #[arg(long, value_name = "NAME[=WEIGHT[,BASE]]", conflicts_with = "launch_type", value_parser = localized(Provider::parse))]
    pub(crate) capacity_provider: Vec<Provider>,
}

impl RunArgs {
    pub(crate) fn poll_options(&self) -> PollOptions {
        PollOptions {
            timeout: self.timeout,
            poll: self.watching.poll,
            log_to_stderr: self.format == Format::Json,
        }
    }

    /// What is other than in the definition. Values never reach an error message.
    pub(crate) fn changes(&self) -> Result<Changes, Error> {
        let OverrideArgs {
            container,
            command,
            env,
            env_file,
            cpu,
            memory,
            container_cpu,
            container_memory,
            container_memory_reservation,
            tag,
        } = &self.overrides;
        let given = [
            (EditTarget::Task(TaskField::Cpu), cpu.as_slice()),
            (EditTarget::Task(TaskField::Memory), memory.as_slice()),
            (EditTarget::Container(ContainerField::Cpu), container_cpu),
            (
                EditTarget::Container(ContainerField::Memory),
                container_memory,
            ),
            (
                EditTarget::Container(ContainerField::MemoryReservation),
                container_memory_reservation,
            ),
            (EditTarget::Command, command),
            // What stands on the command line goes before what a file says.
            (EditTarget::VariablesOfFile, env_file),
            (
                EditTarget::Pair(PairList::Environment, PairChange::Set),
                env,
            ),
            (EditTarget::Tag(PairChange::Set), tag),
        ];
        let mut found: Vec<Edit> = of_argv(&self.argv).collect();
        for (target, values) in given {
            found.extend(edit_value::edits(target, values)?);
        }
        Ok(Changes {
            edits: found,
            container: container.clone(),
        })
    }
}

impl PlaceArgs {
    /// What to start it like, if that is said.
    pub(crate) fn like(&self) -> Option<Like> {
        let rule = self.rule.clone().map(Like::Rule);
        let schedule = self.schedule.clone().map(Like::Schedule);
        let service = self.service.clone().map(Like::Service);
        self.like.clone().or(rule).or(schedule).or(service)
    }
}

/// The command after `--`.
pub(super) fn of_argv(argv: &[String]) -> impl Iterator<Item = Edit> {
    let is_given = !argv.is_empty();
    is_given
        .then(|| Edit::Command {
            container: None,
            arguments: argv.to_vec(),
        })
        .into_iter()
}
