//! `taskdef man`: the manual page.

use clap::CommandFactory;

use crate::args::Cli;
use crate::error::Error;
use crate::files;
use crate::status::Status;

pub(crate) fn run(name: Option<&str>) -> Result<Status, Error> {
    let mut cli = Cli::command();
    cli.build();
    // A page of a command has none of its own, and would name the command in its place.
    let source = format!("taskdef {}", cli.get_version().unwrap_or_default());
    let command = match name {
        None => cli,
        Some(name) => match cli.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                return Err(Error::NoSuchCommand {
                    name: name.to_owned(),
                });
            }
        },
    };
    let mut roff = Vec::new();
    // Writing to memory does not fail.
    let _ = clap_mangen::Man::new(command)
        .source(source)
        .render(&mut roff);
    files::to_stdout(&String::from_utf8_lossy(&roff))?;
    Ok(Status::Done)
}
