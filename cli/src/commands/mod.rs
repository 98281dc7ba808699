//! One file a command.

mod convert;
mod edits;
mod lines;
mod man;

use clap::CommandFactory;

use crate::args::{Cli, Command};
use crate::error::{Error, Status};

/// Runs a command.
pub(crate) fn run(cli: Cli) -> Result<Status, Error> {
    match cli.command {
        Command::Convert(args) if args.lines => lines::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Diff(_) | Command::Explain(_) | Command::Schema => Ok(Status::Done),
        Command::Completions { shell } => {
            let mut command = Cli::command();
            clap_complete::generate(shell, &mut command, "taskdef", &mut std::io::stdout());
            Ok(Status::Done)
        }
        Command::Man { command } => man::run(command.as_deref()),
    }
}
