//! The edits of a command line. Their options are those of the core.

use clap::{
    Arg, ArgAction, ArgGroup, ArgMatches, Args, Command, Error as ClapError, FromArgMatches,
};
use taskdef_core::{EDIT_OPTIONS, Edit, EditOption, EditTarget};

use super::edit_value;
use crate::error::Error;

/// All of these options together, for one that goes with none of them.
pub(super) const EDITS: &str = "edits";

/// Changes to make on the way.
#[derive(Debug)]
pub(crate) struct EditArgs(Vec<GivenEdits>);

/// An option, with each value that it is given.
#[derive(Debug)]
struct GivenEdits {
    option: &'static EditOption,
    values: Vec<String>,
}

impl EditArgs {
    /// The edits on the command line and in the files that it names. Values never reach an error
    /// message.
    pub(crate) fn edits(&self) -> Result<Vec<Edit>, Error> {
        let mut edits = Vec::new();
        for GivenEdits { option, values } in &self.0 {
            edits.extend(edit_value::edits(option.target, values)?);
        }
        Ok(edits)
    }
}

impl FromArgMatches for EditArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, ClapError> {
        let given = EDIT_OPTIONS.iter().filter_map(|option| {
            let values = matches.get_many::<String>(option.name)?;
            Some(GivenEdits {
                option,
                values: values.cloned().collect(),
            })
        });
        let mut given: Vec<GivenEdits> = given.collect();
        given.sort_by_key(|it| it.option.target);
        Ok(EditArgs(given))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), ClapError> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for EditArgs {
    fn augment_args(command: Command) -> Command {
        let names = EDIT_OPTIONS.iter().map(|option| option.name);
        let group = ArgGroup::new(EDITS).args(names).multiple(true);
        command.args(EDIT_OPTIONS.iter().map(argument)).group(group)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn argument(option: &'static EditOption) -> Arg {
    let arg = Arg::new(option.name).long(option.name).help(option.about);
    let arg = arg.value_name(option.placeholder).help_heading("Edits");
    match option.target {
        EditTarget::Task(_) => arg,
        _ => arg.action(ArgAction::Append),
    }
}
