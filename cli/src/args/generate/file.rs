//! The file that a command line asks for, or all of them.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgMatches, Args, Command, Error, FromArgMatches, Subcommand};
use taskdef_core::generate::option::{ALL, FILES};

use super::request_args::RequestArgs;
use super::{Common, Folder, command};

#[derive(Debug)]
pub(crate) struct GenerateFile {
    pub(crate) input: Option<PathBuf>,
    pub(crate) target: Target,
    pub(crate) request: RequestArgs,
}

/// Where what is generated goes.
#[derive(Debug)]
pub(crate) enum Target {
    /// One file goes here; to stdout without a name.
    File(Option<PathBuf>),
    /// All of them go into this folder.
    Folder(Folder),
}

impl FromArgMatches for GenerateFile {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let missing = || Error::new(ErrorKind::MissingSubcommand);
        let (word, matches) = matches.subcommand().ok_or_else(missing)?;
        if word == ALL.word {
            let folder = Folder::from_arg_matches(matches)?;
            return Ok(GenerateFile {
                input: folder.input.clone(),
                target: Target::Folder(folder),
                request: RequestArgs::read(&ALL, matches),
            });
        }
        let file = FILES.iter().find(|file| file.word == word);
        let file = file.ok_or_else(missing)?;
        let common = Common::from_arg_matches(matches)?;
        Ok(GenerateFile {
            input: common.input,
            target: Target::File(common.output),
            request: RequestArgs::read(file, matches),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Subcommand for GenerateFile {
    fn augment_subcommands(command: Command) -> Command {
        let files = FILES
            .iter()
            .map(|file| command::of(file, Common::augment_args));
        let all = command::of(&ALL, Folder::augment_args).long_flag(ALL.word);
        command.subcommands(files).subcommand(all)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        name == ALL.word || FILES.iter().any(|file| file.word == name)
    }
}
