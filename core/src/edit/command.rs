//! Edits as options of `taskdef convert`.

use super::{ContainerField, Edit, PairList, TaskField};
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
    match edit {
        Edit::Task { field, value } => with_value(of_task(*field), value),
        Edit::Container {
            container,
            field,
            value,
        } => scoped(of_container(*field), container.as_deref(), value),
        Edit::Command {
            container,
            arguments,
        } => scoped("--command", container.as_deref(), &list(arguments)),
        Edit::Pair {
            container,
            list,
            name,
            value,
        } => {
            let container = container.as_deref();
            let name = container.map_or_else(|| name.clone(), |scope| format!("{scope}:{name}"));
            pair(of_pair(*list), &name, value.as_deref(), {
                shown || *list != PairList::Environment
            })
        }
        Edit::Tag { key, value } => pair(("--tag", "--unset-tag"), key, value.as_deref(), true),
    }
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

fn with_value(option: &str, value: &str) -> String {
    format!("{option} {}", quote(value))
}

fn scoped(option: &str, container: Option<&str>, value: &str) -> String {
    match container {
        Some(container) => with_value(option, &format!("{container}={value}")),
        None => with_value(option, value),
    }
}

fn pair(options: (&str, &str), name: &str, value: Option<&str>, shown: bool) -> String {
    match value {
        None => with_value(options.1, name),
        Some(value) if shown => with_value(options.0, &format!("{name}={value}")),
        // On the command line everybody on the machine could read it.
        Some(_) if own_name(name) == shell_variable(name) => with_value(options.0, name),
        Some(_) => format!(
            "{} {}=\"${}\"",
            options.0,
            quote(name),
            shell_variable(name)
        ),
    }
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

fn of_task(field: TaskField) -> &'static str {
    match field {
        TaskField::Cpu => "--cpu",
        TaskField::Memory => "--memory",
        TaskField::Family => "--family",
        TaskField::TaskRole => "--task-role",
        TaskField::ExecutionRole => "--execution-role",
    }
}

fn of_container(field: ContainerField) -> &'static str {
    match field {
        ContainerField::Image => "--image",
        ContainerField::Cpu => "--container-cpu",
        ContainerField::Memory => "--container-memory",
        ContainerField::MemoryReservation => "--container-memory-reservation",
    }
}

/// The options that set and remove a pair.
fn of_pair(list: PairList) -> (&'static str, &'static str) {
    match list {
        PairList::Environment => ("--env", "--unset-env"),
        PairList::Secrets => ("--secret", "--unset-secret"),
        PairList::LogOptions => ("--log-option", "--unset-log-option"),
    }
}
