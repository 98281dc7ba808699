//! `taskdef`: the command line over [`taskdef_core`].
//!
//! # Floors
//!
//! A module imports from its own floor's folder or from floors below it, never from above.
//!
//! 1. `commands`
//! 2. `render`
//! 3. `input`
//! 4. `config`
//! 5. `args`
//! 6. `error`
//! 7. `aws`
//! 8. `files`
//! 9. `reported`
//! 10. `paint` `short_lines` `status` `terminal` `time`
//! 11. `text`

mod args;
#[cfg(feature = "aws")]
mod aws;
mod commands;
mod config;
mod error;
mod files;
mod input;
mod paint;
mod render;
mod reported;
mod short_lines;
mod status;
#[cfg(feature = "aws")]
mod terminal;
mod text;
#[cfg(feature = "aws")]
mod time;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Language};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return render::error::usage(error, Language::guessed(std::env::args_os())),
    };
    let lang = cli.language.lang();
    match commands::run(cli, lang) {
        Ok(status) => status,
        Err(error) => render::error::tell(&error, lang),
    }
}
