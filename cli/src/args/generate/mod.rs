//! The arguments of `taskdef generate` and `taskdef next`. The files and their options are those of the core.

mod command;
mod file;
mod next;
mod request_args;

use std::path::PathBuf;

use clap::Args;

pub(crate) use file::{GenerateFile, Target};
pub(crate) use next::NextArgs;

#[derive(Debug, Args)]
pub(crate) struct GenerateArgs {
    #[command(subcommand)]
    pub(crate) file: GenerateFile,
}

/// What every file has.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The task definition, pasted or registerable; `-` or nothing reads stdin
    #[arg(value_name = "FILE")]
    pub(crate) input: Option<PathBuf>,
    /// Write to this file, atomically; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What all files together have.
#[derive(Debug, Args)]
pub(crate) struct Folder {
    /// The task definition, pasted or registerable; `-` or nothing reads stdin
    #[arg(value_name = "FILE")]
    pub(crate) input: Option<PathBuf>,
    /// Write the files into this folder; it is made if it is not there
    #[arg(short, long, value_name = "DIR")]
    pub(crate) directory: PathBuf,
    /// Replace files that are there and are other than what is generated
    #[arg(long)]
    pub(crate) force: bool,
}
