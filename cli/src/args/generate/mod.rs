//! The arguments of `taskdef generate`. The files and their options are those of the core.

mod command;
mod file;

use std::path::PathBuf;

use clap::Args;

pub(crate) use file::GenerateFile;

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
