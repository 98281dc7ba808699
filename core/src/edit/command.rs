//! Edits as options of `taskdef convert`.

use super::{Edit, EditTarget, PairChange, PairList};
use crate::shell::quote;
use crate::tree::Kind;
use crate::write::JsonWriter;

/// Each edit as an option with its value, quoted for a POSIX shell: `--cpu 512`, `--env STAGE`.
/// Unless `shown`, values of environment variables come from the variables of the same names in the
/// environment, or where a name is none that a shell has, from the shell variable of a similar one:
/// `--env my.stage="$my_stage"`.
#[must_use]
pub fn options(edits: &[Edit], shown: bool) -> Vec<String> {
    edits.iter().map(|edit| option(edit, shown)).collect()
}

fn option(edit: &Edit, shown: bool) -> String {
    let (target, value) = match edit {
        Edit::Task { field, value } => (EditTarget::Task(*field), quote(value).into_owned()),
        Edit::Container {
            container,
            field,
            value,
        } => (
            EditTarget::Container(*field),
            scoped(container.as_deref(), value),
        ),
        Edit::Command {
            container,
            arguments,
        } => (
            EditTarget::Command,
            scoped(container.as_deref(), &list(arguments)),
        ),
        Edit::Pair {
            container,
            list,
            name,
            value,
        } => {
            let container = container.as_deref();
            let name = container.map_or_else(|| name.clone(), |scope| format!("{scope}:{name}"));
            let shown = shown || *list != PairList::Environment;
            let (change, value) = pair(&name, value.as_deref(), shown);
            (EditTarget::Pair(*list, change), value)
        }
        Edit::Tag { key, value } => {
            let (change, value) = pair(key, value.as_deref(), true);
            (EditTarget::Tag(change), value)
        }
    };
    format!("--{} {value}", target.option())
}

/// Strings as a JSON list on one line.
fn list(strings: &[String]) -> String {
    let mut json = String::new();
    let mut writer = JsonWriter::compact(&mut json);
    writer.begin(Kind::List);
    for string in strings {
        writer.element();
        writer.string(string);
    }
    writer.end(Kind::List);
    json
}

fn scoped(container: Option<&str>, value: &str) -> String {
    match container {
        Some(container) => quote(&format!("{container}={value}")).into_owned(),
        None => quote(value).into_owned(),
    }
}

fn pair(name: &str, value: Option<&str>, shown: bool) -> (PairChange, String) {
    let written = match value {
        None => return (PairChange::Unset, quote(name).into_owned()),
        Some(value) if shown => quote(&format!("{name}={value}")).into_owned(),
        // On the command line everybody on the machine could read it.
        Some(_) if own_name(name) == shell_variable(name) => quote(name).into_owned(),
        Some(_) => format!("{}=\"${}\"", quote(name), shell_variable(name)),
    };
    (PairChange::Set, written)
}

/// The name of a variable without its container.
fn own_name(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, own)| own)
}

/// The name of a shell variable for a value: its own name, with `_` for every character
/// that a shell does not allow.
fn shell_variable(name: &str) -> String {
    let mut variable = own_name(name).replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    if !variable.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        variable.insert(0, '_');
    }
    variable
}
