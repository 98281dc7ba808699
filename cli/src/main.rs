//! `taskdef`: the command line over [`taskdef_core`].

mod args;
#[cfg(feature = "aws")]
mod aws;
mod commands;
mod config;
mod error;
mod files;
mod paint;

use std::process::ExitCode;

use clap::Parser;

use args::Cli;
use error::Status;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return error::usage(&error),
    };
    match commands::run(cli) {
        Ok(status) => status,
        Err(error) => {
            error.print();
            Status::from(&error).into()
        }
    }
}
