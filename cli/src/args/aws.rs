//! The command lines of what talks to AWS. The comments are the help.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use taskdef_core::Lang;

use super::first_run::FirstRunArgs;
use super::{EditArgs, Format, Language, ReportForm};
use crate::aws::{ConnectOptions, ProgressForm, Until};
use crate::text::text;
use crate::time;

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

/// Whether and how long to wait.
#[derive(Debug, Args)]
#[command(next_help_heading = "Waiting")]
pub(crate) struct Waiting {
    /// Wait until the services run the revision; only then move rules and schedules
    #[arg(long)]
    pub(crate) wait: bool,
    /// How long to wait, such as 90s, 30m or 1h30m
    #[arg(long, value_name = "TIME", default_value = "30m", value_parser = parse_duration)]
    pub(crate) timeout: Duration,
    /// How far to wait: to the end (done), until all production traffic goes to the revision (traffic),
    /// until a pause hook waits for somebody (paused), or for a
    /// lifecycle stage such as `BAKE_TIME`
    #[arg(long, value_name = "WHEN", default_value = "done", value_parser = until(), hide_possible_values = true, requires = "wait")]
    pub(crate) wait_until: Until,
    /// What to do if the deployment fails
    #[arg(long, value_enum, default_value = "leave", requires = "wait")]
    pub(crate) on_failure: OnFailure,
    #[command(flatten)]
    pub(crate) watching: Watching,
}

/// How a wait goes on.
#[derive(Debug, Args)]
pub(crate) struct Watching {
    /// What to write to stderr meanwhile [default: text; none with --format json]
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) progress: Option<ProgressForm>,
    /// The polling interval
    #[arg(long, value_name = "TIME", default_value = "2s", value_parser = parse_duration, hide = true, overrides_with = "poll")]
    pub(crate) poll: Duration,
}

impl Watching {
    /// The form of the progress, where stdout has this format.
    pub(crate) fn progress(&self, format: Format) -> ProgressForm {
        self.progress.unwrap_or(Self::usual(format))
    }

    /// The same where nothing is said of it.
    pub(crate) fn usual(format: Format) -> ProgressForm {
        match format {
            Format::Text => ProgressForm::Text,
            Format::Json => ProgressForm::None,
        }
    }
}

/// The values of `--wait-until`.
fn until() -> impl TypedValueParser<Value = Until> {
    PossibleValuesParser::new(Until::names()).map(|name| Until::parse(&name).unwrap_or_default())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnFailure {
    /// Put the old revision back
    Rollback,
    /// Leave the deployment as it is
    Leave,
}

/// Reads a time for clap, which does not tell the language.
pub(super) fn parse_duration(text: &str) -> Result<Duration, String> {
    let form = || {
        let lang = Language::guessed(std::env::args_os());
        text!(
            lang,
            "a time such as 90s, 30m or 1h30m",
            "90s、30m、1h30m のような時間で指定してください"
        )
    };
    time::parse_duration(text).ok_or_else(form)
}

/// The heading of [`AwsArgs`] in the help.
pub(super) const AWS_HEADING: &str = "AWS";

/// How to reach AWS.
#[derive(Debug, Args)]
#[command(next_help_heading = AWS_HEADING)]
pub(crate) struct AwsArgs {
    /// The region [default: `AWS_REGION`, or that of the profile]
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// A profile of ~/.aws/config [default: `AWS_PROFILE`]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// An endpoint other than AWS's own [default: `AWS_ENDPOINT_URL`]
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,
    /// How many times to try a request that is throttled or gets no answer
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_attempts: u32,
    /// How long to wait for an answer
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = parse_duration)]
    read_timeout: Duration,
    /// The highest number of requests per second
    #[arg(long, value_name = "N", default_value_t = 8)]
    rate: u32,
    /// The first delay before a retry
    #[arg(long, value_name = "TIME", default_value = "1s", value_parser = parse_duration, hide = true)]
    backoff: Duration,
}

impl AwsArgs {
    pub(crate) fn connection(&self, lang: Lang) -> ConnectOptions {
        ConnectOptions {
            lang,
            region: self.region.clone(),
            profile: self.profile.clone(),
            endpoint_url: self.endpoint_url.clone(),
            max_attempts: self.max_attempts,
            read_timeout: self.read_timeout,
            rate: self.rate,
            backoff: self.backoff,
        }
    }
}
