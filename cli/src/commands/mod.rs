//! One file a command.

mod check;
mod convert;
mod diff;
mod edits;
mod explain;
mod generate;
mod lines;
mod man;
mod schema;

use clap::CommandFactory;

use crate::args::{Cli, Command};
use crate::error::{Error, Status};
use crate::files;

pub(crate) use generate::GenerateArgs;

/// Runs a command.
pub(crate) fn run(cli: Cli) -> Result<Status, Error> {
    match cli.command {
        Command::Convert(args) if args.lines => lines::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Schema => schema::run(),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "taskdef", &mut script);
            files::to_stdout(&String::from_utf8_lossy(&script))?;
            Ok(Status::Done)
        }
        Command::Man { command } => man::run(command.as_deref()),
    }
}
