//! One file a command.

mod check;
#[cfg(feature = "aws")]
mod continue_deployment;
mod convert;
#[cfg(feature = "aws")]
mod deploy;
mod diff;
mod explain;
#[cfg(feature = "aws")]
mod fetch;
#[cfg(feature = "generate")]
mod generate;
mod lines;
mod man;
#[cfg(feature = "generate")]
mod next;
#[cfg(feature = "aws")]
mod rollback;
#[cfg(feature = "aws")]
mod run;
#[cfg(feature = "aws")]
mod schedules;
mod schema;
mod skill;
#[cfg(feature = "aws")]
mod status;
#[cfg(feature = "aws")]
mod wait;

use std::process::ExitCode;

use clap::CommandFactory;
use taskdef_core::Lang;

use crate::args::{Cli, Command};
use crate::error::Error;
use crate::files;
use crate::status::Status;

/// Runs a command, and gives its exit status.
pub(crate) fn run(cli: Cli, lang: Lang) -> Result<ExitCode, Error> {
    let status = match cli.command {
        Command::Convert(args) if args.lines => lines::run(&args, lang),
        Command::Convert(args) => convert::run(&args, lang),
        Command::Check(args) => check::run(&args, lang),
        Command::Diff(args) => diff::run(&args, lang),
        Command::Explain(args) => explain::run(&args, lang),
        #[cfg(feature = "generate")]
        Command::Generate(args) => generate::run(&args, lang),
        #[cfg(feature = "generate")]
        Command::Next(args) => next::run(&args, lang),
        Command::Schema => schema::run(lang),
        Command::Skill => skill::run(),
        #[cfg(feature = "aws")]
        Command::Fetch(args) => fetch::run(*args, lang),
        #[cfg(feature = "aws")]
        Command::Register(args) => deploy::register(*args, lang),
        #[cfg(feature = "aws")]
        Command::Deploy(args) => deploy::deploy(*args, lang),
        #[cfg(feature = "aws")]
        Command::Schedules(args) => schedules::run(&args, lang),
        // It ends as its task ends.
        #[cfg(feature = "aws")]
        Command::Run(args) => return run::run(&args, lang),
        #[cfg(feature = "aws")]
        Command::Rollback(args) => rollback::run(*args, lang),
        #[cfg(feature = "aws")]
        Command::Wait(args) => wait::run(*args, lang),
        #[cfg(feature = "aws")]
        Command::Continue(args) => continue_deployment::run(&args, lang),
        #[cfg(feature = "aws")]
        Command::Status(args) => status::run(&args, lang),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "taskdef", &mut script);
            files::to_stdout(&String::from_utf8_lossy(&script))?;
            Ok(Status::Done)
        }
        Command::Man { command } => man::run(command.as_deref()),
    };
    status.map(ExitCode::from)
}
