//! What `deploy` runs before anything moves. The comments are the help.

use clap::Args;
use taskdef_core::Edit;

use super::run::of_argv;
use super::variables;
use crate::aws::task::Changes;
use crate::error::Error;

/// What `deploy` runs before anything moves.
#[derive(Debug, Args)]
#[command(next_help_heading = "Targets")]
pub(crate) struct FirstRunArgs {
    /// Run the new revision once before services move, such as to migrate a database; move nothing
    /// unless it exits with 0
    #[arg(long, requires = "cluster")]
    run_first: bool,
    /// An environment variable for --run-first alone; without `=VALUE`, its value in this environment
    #[arg(long, value_name = "[CONTAINER:]NAME[=VALUE]", requires = "run_first")]
    run_first_env: Vec<String>,
    /// The container that the command of --run-first is for [default: the only essential one]
    #[arg(long, value_name = "NAME", requires = "run_first")]
    run_first_container: Option<String>,
    /// The command of --run-first, instead of the definition's own
    #[arg(last = true, value_name = "COMMAND", requires = "run_first")]
    argv: Vec<String>,
}

impl FirstRunArgs {
    /// What is other than in the definition; `None` if nothing is to be run first.
    pub(crate) fn changes(&self) -> Result<Option<Changes>, Error> {
        if !self.run_first {
            return Ok(None);
        }
        let mut found: Vec<Edit> = of_argv(&self.argv).collect();
        for text in &self.run_first_env {
            found.push(variables::from_option(text, "--run-first-env".to_owned())?);
        }
        Ok(Some(Changes {
            edits: found,
            container: self.run_first_container.clone(),
        }))
    }
}
