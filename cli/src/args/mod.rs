//! The command line. The comments are the help.

#[cfg(feature = "aws")]
pub(crate) mod aws;
#[cfg(feature = "aws")]
mod connection;
mod edit_value;
mod edits;
#[cfg(feature = "aws")]
mod first_run;
mod format;
#[cfg(feature = "generate")]
pub(crate) mod generate;
#[cfg(feature = "aws")]
mod given;
mod language;
#[cfg(feature = "aws")]
pub(crate) mod run;
mod variables;
#[cfg(feature = "aws")]
pub(crate) mod waiting;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use taskdef_core::model;

#[cfg(feature = "aws")]
use aws::{
    ContinueArgs, DeployArgs, FetchArgs, RegisterArgs, RollbackArgs, SchedulesArgs, StatusArgs,
    WaitArgs,
};
pub(crate) use edits::EditArgs;
pub(crate) use format::{Format, asks_for_json, asks_for_json_lines};
#[cfg(feature = "generate")]
use generate::{GenerateArgs, NextArgs};
#[cfg(feature = "aws")]
pub(crate) use given::given;
pub(crate) use language::Language;
#[cfg(feature = "aws")]
use run::RunArgs;

/// Turn an ECS task definition copied from the AWS console into one that AWS registers
#[derive(Debug, Parser)]
#[command(name = "taskdef", version = version(), max_term_width = 100, after_help = EXIT_STATUS)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) language: Language,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[cfg(not(feature = "aws"))]
const EXIT_STATUS: &str = "\
Exit status: 0 done · 1 internal or file error · 2 usage · 3 not a task definition · \
4 error findings, or --strict · 10 `diff --exit-code` found a difference";

#[cfg(feature = "aws")]
const EXIT_STATUS: &str = "\
Exit status: 0 done · 1 internal or file error · 2 usage · 3 not a task definition · \
4 error findings, a placeholder left, or --strict · 5 AWS refused · 6 AWS unreachable, throttled \
after all retries, or something else answered in its place · 7 timed out while the deployment still \
runs · 8 deployment failed, was rolled back or changed by somebody else, or something named was not moved · 9 a \
deployment waits at a pause hook for somebody · 10 `diff --exit-code` found a difference · 130 Ctrl-C";

fn version() -> String {
    format!(
        "{} (ECS API {} as of botocore {}, {})",
        env!("CARGO_PKG_VERSION"),
        model::VERSION.api,
        model::VERSION.botocore,
        model::VERSION.refreshed,
    )
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the registerable JSON to stdout and explain every change on stderr
    Convert(Box<ConvertArgs>),
    /// Report what ECS would refuse, and what it accepts but you would not want
    Check(Box<CheckArgs>),
    /// Compare two task definitions by what they mean: order, units and defaults don't count
    Diff(DiffArgs),
    /// Write a registered revision as a file that AWS registers again
    #[cfg(feature = "aws")]
    Fetch(Box<FetchArgs>),
    /// Register task definitions, unless the latest revision is already the same
    #[cfg(feature = "aws")]
    Register(Box<RegisterArgs>),
    /// Register, update services to the new revision, and move rules and schedules to it
    #[cfg(feature = "aws")]
    Deploy(Box<DeployArgs>),
    /// List the rules and schedules that start a family, with the revision each is pinned to
    #[cfg(feature = "aws")]
    Schedules(Box<SchedulesArgs>),
    /// Start a family once, follow its log, and end with its exit code
    #[cfg(feature = "aws")]
    Run(Box<RunArgs>),
    /// Move services, rules and schedules back to an earlier revision
    #[cfg(feature = "aws")]
    Rollback(Box<RollbackArgs>),
    /// Wait until services run what somebody else deployed
    #[cfg(feature = "aws")]
    Wait(Box<WaitArgs>),
    /// Let a deployment go on, or back, that waits at a pause hook
    #[cfg(feature = "aws")]
    Continue(Box<ContinueArgs>),
    /// Show what services run and the progress of their deployments
    #[cfg(feature = "aws")]
    Status(Box<StatusArgs>),
    /// Explain a rule such as `null-value`, a field such as `containerDefinitions.cpu`, or an error of AWS
    Explain(ExplainArgs),
    /// Generate the buildspec, policies, pipeline and other files from a task definition
    #[cfg(feature = "generate")]
    Generate(Box<GenerateArgs>),
    /// Tell the way from a task definition to a changed job that runs, step by step
    #[cfg(feature = "generate")]
    Next(Box<NextArgs>),
    /// Print the JSON Schema of a registerable file, for editors
    Schema,
    /// Print a guide for agents: what to run, in which order, and how to read it
    Skill,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, as roff
    Man {
        /// The page of one command
        command: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    /// The pasted text; `-` or nothing reads stdin
    pub(crate) file: Option<PathBuf>,
    /// Write the result to this file, atomically; it may be the input. Not written on exit 4. `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Exit 4 and write nothing if a placeholder, a warning or an unknown field is left
    #[arg(long)]
    pub(crate) strict: bool,
    /// Don't report these rules; their findings don't count
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Leave values of the wrong JSON type as they are
    #[arg(long)]
    pub(crate) no_repair: bool,
    /// Read one strict JSON document a line and write one a line
    #[arg(long, conflicts_with = "output")]
    pub(crate) lines: bool,
    /// What to write to stderr
    #[arg(long, value_enum, default_value = "text", value_name = "FORM")]
    pub(crate) report: ReportForm,
    /// Show values that the report would mask
    #[arg(long)]
    pub(crate) show_values: bool,
    #[command(flatten)]
    pub(crate) edits: EditArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportForm {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a pull request: by name, without values
    Markdown,
    /// Nothing except the reason for a failure
    None,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The files, pasted or registerable; `-` or nothing reads stdin
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: CheckFormat,
    /// Exit 4 on warnings too
    #[arg(long)]
    pub(crate) strict: bool,
    /// The file will be registered as it is: what the aws CLI would refuse is an error
    #[arg(long)]
    pub(crate) as_is: bool,
    /// Apply the safe fixes to the file, and report what is left
    #[arg(long, conflicts_with = edits::EDITS)]
    pub(crate) fix: bool,
    /// Report only these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) rule: Vec<String>,
    /// Don't report these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Read this file instead of the `.taskdef.toml` beside or above the input
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Read no `.taskdef.toml`
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// Show values that would be masked
    #[arg(long)]
    pub(crate) show_values: bool,
    #[command(flatten)]
    pub(crate) edits: EditArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The task definition before, pasted or registerable
    pub(crate) old: PathBuf,
    /// The task definition after
    pub(crate) new: PathBuf,
    /// Exit 10 if there is a difference
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Show values that would be masked
    #[arg(long)]
    pub(crate) show_values: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Rules, fields or values of them (`cpu=512`, `awsvpc`), and errors of AWS in its own words, as they
    /// were copied; - reads an error from stdin; nothing lists all rules
    #[arg(value_name = "RULE|FIELD|ERROR")]
    pub(crate) topics: Vec<String>,
    /// Also say where in this file is what a rule or an error speaks of
    #[arg(long, value_name = "FILE", requires = "topics")]
    pub(crate) file: Option<PathBuf>,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}
