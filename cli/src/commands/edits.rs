//! The edits of a command line.

use taskdef_core::{ContainerField, Edit, PairList, TaskField};

use crate::args::EditArgs;
use crate::error::Error;

const SCOPED_PAIR: &str = "[CONTAINER:]NAME=VALUE";

/// The edits that were asked for. Values never reach an error message.
pub(crate) fn edits(args: &EditArgs) -> Result<Vec<Edit>, Error> {
    let mut edits = Vec::new();
    let task = [
        (TaskField::Family, &args.family),
        (TaskField::Cpu, &args.cpu),
        (TaskField::Memory, &args.memory),
        (TaskField::TaskRole, &args.task_role),
        (TaskField::ExecutionRole, &args.execution_role),
    ];
    for (field, value) in task {
        edits.extend(value.clone().map(|value| Edit::Task { field, value }));
    }
    let container = [
        (ContainerField::Image, &args.image),
        (ContainerField::Cpu, &args.container_cpu),
        (ContainerField::Memory, &args.container_memory),
        (
            ContainerField::MemoryReservation,
            &args.container_memory_reservation,
        ),
    ];
    for (field, values) in container {
        edits.extend(values.iter().map(|text| {
            let (container, value) = scoped(text);
            Edit::Container {
                container,
                field,
                value: value.to_owned(),
            }
        }));
    }
    for text in &args.command {
        edits.push(command(text)?);
    }
    let pairs = [
        (
            "--env",
            "--unset-env",
            PairList::Environment,
            &args.env,
            &args.unset_env,
        ),
        (
            "--secret",
            "--unset-secret",
            PairList::Secrets,
            &args.secret,
            &args.unset_secret,
        ),
        (
            "--log-option",
            "--unset-log-option",
            PairList::LogOptions,
            &args.log_option,
            &args.unset_log_option,
        ),
    ];
    for (option, unset_option, list, set, unset) in pairs {
        for text in set {
            let (name, value) = pair(text, option, SCOPED_PAIR)?;
            edits.push(named(list, name, Some(value)));
        }
        for name in unset {
            edits.push(named(list, bare_name(name, unset_option)?, None));
        }
    }
    for text in &args.tag {
        let (key, value) = pair(text, "--tag", "KEY=VALUE")?;
        edits.push(Edit::Tag {
            key: key.to_owned(),
            value: Some(value.to_owned()),
        });
    }
    edits.extend(args.unset_tag.iter().map(|key| Edit::Tag {
        key: key.clone(),
        value: None,
    }));
    Ok(edits)
}

fn named(list: PairList, name: &str, value: Option<&str>) -> Edit {
    Edit::Pair {
        container: None,
        list,
        name: name.to_owned(),
        value: value.map(str::to_owned),
    }
}

/// `NAME=VALUE`; the value may hold any character, `=` included.
fn pair<'t>(
    text: &'t str,
    option: &'static str,
    form: &'static str,
) -> Result<(&'t str, &'t str), Error> {
    text.split_once('=').ok_or(Error::Form { option, form })
}

/// `[CONTAINER:]NAME`; what follows a `=` may be a secret that a message would repeat.
fn bare_name<'t>(text: &'t str, option: &'static str) -> Result<&'t str, Error> {
    let form = "[CONTAINER:]NAME, without a value";
    if text.contains('=') {
        return Err(Error::Form { option, form });
    }
    Ok(text)
}

/// `[CONTAINER=]VALUE`; no image, size or JSON list has a `=` after a plain name.
fn scoped(text: &str) -> (Option<String>, &str) {
    match text.split_once('=') {
        Some((container, value)) => (Some(container.to_owned()), value),
        None => (None, text),
    }
}

fn command(text: &str) -> Result<Edit, Error> {
    let (container, json) = if text.trim_start().starts_with('[') {
        (None, text)
    } else {
        scoped(text)
    };
    let arguments = serde_json::from_str(json).map_err(|_| Error::Form {
        option: "--command",
        form: "[CONTAINER=]JSON, where JSON is a list of strings such as [\"run\", \"--now\"]",
    })?;
    Ok(Edit::Command {
        container,
        arguments,
    })
}
