//! The command line of `taskdef next`.

use std::path::PathBuf;

use clap::{ArgMatches, Args, Command, Error, FromArgMatches};
use taskdef_core::generate::option::NEXT;

use super::command;
use super::request_args::RequestArgs;
use crate::args::format::Format;

#[derive(Debug)]
pub(crate) struct NextArgs {
    pub(crate) own: Own,
    pub(crate) request: RequestArgs,
}

/// What is no option of the core.
#[derive(Debug, Args)]
pub(crate) struct Own {
    /// The task definition, pasted or registerable; `-` or nothing reads stdin
    #[arg(value_name = "FILE")]
    pub(crate) input: Option<PathBuf>,
    /// The output format
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}

impl FromArgMatches for NextArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        Ok(NextArgs {
            own: Own::from_arg_matches(matches)?,
            request: RequestArgs::read(&NEXT, matches),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for NextArgs {
    fn augment_args(command: Command) -> Command {
        command::with_options(Own::augment_args(command), &NEXT)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
