//! The command lines of what talks to AWS. The comments are the help.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgGroup, Args};

use super::connection::AwsArgs;
use super::first_run::FirstRunArgs;
use super::waiting::{Waiting, Watching, parse_duration, until};
use super::{EditArgs, Format, ReportForm};
use crate::aws::Until;

#[derive(Debug, Args)]
pub(crate) struct FetchArgs {
    /// The family, or one revision of it
    #[arg(value_name = "FAMILY[:REV]")]
    pub(crate) revision: String,
    /// Write the result to this file, atomically. Not written on exit 4. `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Don't report these rules; their findings don't count
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// What to write to stderr
    #[arg(long, value_enum, default_value = "text", value_name = "FORM")]
    pub(crate) report: ReportForm,
    /// Show values that the report would mask
    #[arg(long)]
    pub(crate) show_values: bool,
    #[command(flatten)]
    pub(crate) edits: EditArgs,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

/// The files to register, and how.
#[derive(Debug, Args)]
pub(crate) struct Documents {
    /// The task definitions, one family per file; `-` or nothing reads stdin
    pub(crate) file: Vec<PathBuf>,
    /// Register even if the latest revision is the same
    #[arg(long)]
    pub(crate) always: bool,
    /// Continue even if AWS ignores part of what is sent
    #[arg(long)]
    pub(crate) allow_ignored: bool,
    /// Show what would be done and the IAM actions it needs; change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Show values that would be masked
    #[arg(long)]
    pub(crate) show_values: bool,
    #[command(flatten)]
    pub(crate) edits: EditArgs,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RegisterArgs {
    #[command(flatten)]
    pub(crate) documents: Documents,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("waits").args(["wait", "run", "run_first"]).multiple(true))]
pub(crate) struct DeployArgs {
    #[command(flatten)]
    pub(crate) documents: Documents,
    /// Deploy a revision that is already registered, instead of a file
    #[arg(long, value_name = "FAMILY:REV", conflicts_with = "file")]
    pub(crate) revision: Vec<String>,
    /// Make a service run this family that runs another one
    #[arg(long, requires = "service", conflicts_with = "all_services")]
    pub(crate) switch_family: bool,
    #[command(flatten)]
    pub(crate) targets: DeployTargets,
    #[command(flatten)]
    pub(crate) first: FirstRunArgs,
    #[command(flatten)]
    pub(crate) waiting: Waiting,
}

#[derive(Debug, Args)]
pub(crate) struct SchedulesArgs {
    /// The family
    pub(crate) family: String,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// The cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    pub(crate) cluster: String,
    /// A service of the cluster, with its deployments and newest events [default: a line of each]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) service: Vec<String>,
    /// Exit 8 if a deployment failed, is being rolled back, or its tasks fail
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("waits").args(["wait", "run"]).multiple(true))]
pub(crate) struct RollbackArgs {
    /// The family
    pub(crate) family: String,
    /// The revision to go back to [default: the one that the service last ran with success]
    #[arg(long, value_name = "REV")]
    pub(crate) to: Option<u64>,
    /// Go back to the active revision before by number where nothing shows which one ran with success
    #[arg(long, conflicts_with = "to")]
    pub(crate) yes: bool,
    /// Show what would be done and the IAM actions it needs; change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Show values that would be masked
    #[arg(long)]
    pub(crate) show_values: bool,
    #[command(flatten)]
    pub(crate) targets: DeployTargets,
    #[command(flatten)]
    pub(crate) waiting: Waiting,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

#[derive(Debug, Args)]
pub(crate) struct WaitArgs {
    /// The cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    pub(crate) cluster: String,
    /// A service of the cluster
    #[arg(long, value_name = "NAME", value_delimiter = ',', required = true)]
    pub(crate) service: Vec<String>,
    /// The revision that they are to run; exit 8 if they are to run another one
    #[arg(long, value_name = "FAMILY:REV")]
    pub(crate) revision: Option<String>,
    /// How far to wait: to the end (done), until all production traffic goes to the revision (traffic),
    /// until a pause hook waits for somebody (paused), or for a
    /// lifecycle stage such as `BAKE_TIME`
    #[arg(long, value_name = "WHEN", default_value = "done", value_parser = until(), hide_possible_values = true)]
    pub(crate) wait_until: Until,
    /// How long to wait, such as 90s, 30m or 1h30m
    #[arg(long, value_name = "TIME", default_value = "30m", value_parser = parse_duration)]
    pub(crate) timeout: Duration,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) watching: Watching,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ContinueArgs {
    /// The cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    pub(crate) cluster: String,
    /// The service
    #[arg(long, value_name = "NAME")]
    pub(crate) service: String,
    /// The hook at which it waits, where it waits at several
    #[arg(long, value_name = "ID")]
    pub(crate) hook: Option<String>,
    /// Roll the deployment back instead
    #[arg(long)]
    pub(crate) rollback: bool,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) aws: AwsArgs,
}

/// The services, rules and schedules to move to the revision.
#[derive(Debug, Args)]
#[command(next_help_heading = "Targets")]
pub(crate) struct DeployTargets {
    /// The cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    pub(crate) cluster: Option<String>,
    /// A service of the cluster
    #[arg(long, value_name = "NAME", requires = "cluster", value_delimiter = ',')]
    pub(crate) service: Vec<String>,
    /// Every service of the cluster that runs one of the families
    #[arg(long, requires = "cluster", conflicts_with = "service")]
    pub(crate) all_services: bool,
    /// A rule of EventBridge: its targets of the family on the cluster
    #[arg(long, value_name = "[BUS/]NAME", requires = "cluster")]
    pub(crate) rule: Vec<String>,
    /// A schedule of EventBridge Scheduler
    #[arg(long, value_name = "[GROUP/]NAME", requires = "cluster")]
    pub(crate) schedule: Vec<String>,
    /// Every rule and schedule that starts the family on the cluster
    #[arg(long, requires = "cluster")]
    pub(crate) all_schedules: bool,
    /// Let rules and schedules follow the latest revision from now on, instead of pinning them
    #[arg(long)]
    pub(crate) unpin: bool,
    /// Run the new revision once, as its rule or schedule does, after the services moved; move rules
    /// and schedules only if it exits with 0
    #[arg(long, requires = "cluster")]
    pub(crate) run: bool,
    /// Start new tasks even if the service already runs this revision
    #[arg(long)]
    pub(crate) force_new_deployment: bool,
}
