//! A command for each file that the core generates, with an argument for each of its options.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use taskdef_core::generate::option::{File, FileOption, Takes, Word};

/// The command of a file. `own` adds what is no option of the core.
pub(super) fn of(file: &'static File, own: fn(Command) -> Command) -> Command {
    // The help of `own` would take the place of an earlier one.
    let command = own(Command::new(file.word)).about(file.about);
    with_options(command, file)
}

/// A command with the options of a file.
pub(super) fn with_options(mut command: Command, file: &'static File) -> Command {
    for (heading, option) in file.options() {
        let mut arg = argument(option);
        if !heading.is_empty() {
            arg = arg.help_heading(heading);
        }
        command = command.arg(arg);
    }
    command
}

fn argument(option: &'static FileOption) -> Arg {
    let arg = Arg::new(option.name).long(option.name).help(option.about);
    match option.takes {
        Takes::Nothing(_) => arg.action(ArgAction::SetTrue),
        Takes::Text(placeholder, _) => arg.value_name(placeholder),
        Takes::FileText(_) => arg.value_name("FILE").value_parser(value_parser!(PathBuf)),
        Takes::Texts(placeholder, _) => arg.value_name(placeholder).action(ArgAction::Append),
        Takes::Listed(placeholder, _) => {
            let arg = arg.value_name(placeholder).action(ArgAction::Append);
            arg.value_delimiter(',')
        }
        Takes::Number(placeholder, _) => {
            arg.value_name(placeholder).value_parser(value_parser!(u16))
        }
        Takes::Word(placeholder, words) => {
            let default = words.first().map(|word| word.name);
            let arg = arg.value_name(placeholder).default_value(default);
            arg.value_parser(values(words))
        }
        Takes::OneOf(placeholder, words) => arg.value_name(placeholder).value_parser(values(words)),
    }
}

fn values(words: &'static [Word]) -> PossibleValuesParser {
    let values = words.iter().map(|word| {
        let value = PossibleValue::new(word.name);
        if word.about.is_empty() {
            value
        } else {
            value.help(word.about)
        }
    });
    PossibleValuesParser::new(values)
}
