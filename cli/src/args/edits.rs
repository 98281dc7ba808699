//! The edits of a command line. The comments of the options are the help.

use clap::Args;
use taskdef_core::{ContainerField, Edit, Localized, PairList, TaskField};

use super::variables;
use crate::error::Error;

/// Changes to make on the way.
#[derive(Debug, Args)]
#[command(next_help_heading = "Edits")]
pub(crate) struct EditArgs {
    /// Task size: CPU units ("512") or vCPUs (".5 vCPU")
    #[arg(long, value_name = "SIZE")]
    pub(crate) cpu: Option<String>,
    /// Task size: MiB ("2048") or "2 GB"
    #[arg(long, value_name = "SIZE")]
    pub(crate) memory: Option<String>,
    /// A container's image
    #[arg(long, value_name = "[CONTAINER=]IMAGE")]
    pub(crate) image: Vec<String>,
    /// Set an environment variable; without `=VALUE`, to its value in this environment
    #[arg(long, value_name = "[CONTAINER:]NAME[=VALUE]")]
    pub(crate) env: Vec<String>,
    /// Set the environment variables of a file, a NAME=VALUE or NAME on each line
    #[arg(long, value_name = "[CONTAINER=]FILE")]
    pub(crate) env_file: Vec<String>,
    /// Remove an environment variable
    #[arg(long, value_name = "[CONTAINER:]NAME")]
    pub(crate) unset_env: Vec<String>,
    /// Set a secret, from Parameter Store or Secrets Manager
    #[arg(long, value_name = "[CONTAINER:]NAME=VALUE_FROM")]
    pub(crate) secret: Vec<String>,
    /// Remove a secret
    #[arg(long, value_name = "[CONTAINER:]NAME")]
    pub(crate) unset_secret: Vec<String>,
    /// A container's command, as a JSON list of strings; `[]` removes it
    #[arg(long, value_name = "[CONTAINER=]JSON")]
    pub(crate) command: Vec<String>,
    /// Set a log option
    #[arg(long, value_name = "[CONTAINER:]NAME=VALUE")]
    pub(crate) log_option: Vec<String>,
    /// Remove a log option
    #[arg(long, value_name = "[CONTAINER:]NAME")]
    pub(crate) unset_log_option: Vec<String>,
    /// A container's CPU units
    #[arg(long, value_name = "[CONTAINER=]UNITS")]
    pub(crate) container_cpu: Vec<String>,
    /// A container's hard limit of memory, in MiB
    #[arg(long, value_name = "[CONTAINER=]MIB")]
    pub(crate) container_memory: Vec<String>,
    /// A container's soft limit of memory, in MiB
    #[arg(long, value_name = "[CONTAINER=]MIB")]
    pub(crate) container_memory_reservation: Vec<String>,
    /// The task role; an empty value removes it
    #[arg(long, value_name = "ARN")]
    pub(crate) task_role: Option<String>,
    /// The task execution role; an empty value removes it
    #[arg(long, value_name = "ARN")]
    pub(crate) execution_role: Option<String>,
    /// The family
    #[arg(long, value_name = "NAME")]
    pub(crate) family: Option<String>,
    /// Set a tag
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) tag: Vec<String>,
    /// Remove a tag
    #[arg(long, value_name = "KEY")]
    pub(crate) unset_tag: Vec<String>,
}

const SCOPED_PAIR: Localized = form("[CONTAINER:]NAME=VALUE");

/// A form that is written the same in each language.
const fn form(form: &'static str) -> Localized {
    Localized { en: form, ja: form }
}

impl EditArgs {
    /// The edits on the command line and in the files that it names. Values never reach an error
    /// message.
    pub(crate) fn edits(&self) -> Result<Vec<Edit>, Error> {
        let task = [
            (TaskField::Family, &self.family),
            (TaskField::Cpu, &self.cpu),
            (TaskField::Memory, &self.memory),
            (TaskField::TaskRole, &self.task_role),
            (TaskField::ExecutionRole, &self.execution_role),
        ];
        let mut edits: Vec<Edit> = of_task(task).collect();
        edits.extend(of_containers([
            (ContainerField::Image, &self.image),
            (ContainerField::Cpu, &self.container_cpu),
            (ContainerField::Memory, &self.container_memory),
            (
                ContainerField::MemoryReservation,
                &self.container_memory_reservation,
            ),
        ]));
        for text in &self.command {
            edits.push(command(text)?);
        }
        // What stands on the command line goes before what a file says.
        for text in &self.env_file {
            edits.extend(variables::from_file(text)?);
        }
        for text in &self.env {
            edits.push(variables::from_option(text, "--env")?);
        }
        for name in &self.unset_env {
            let name = bare_name(name, "--unset-env")?;
            edits.push(named(PairList::Environment, name, None));
        }
        let pairs = [
            (
                "--secret",
                "--unset-secret",
                PairList::Secrets,
                &self.secret,
                &self.unset_secret,
            ),
            (
                "--log-option",
                "--unset-log-option",
                PairList::LogOptions,
                &self.log_option,
                &self.unset_log_option,
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
        for text in &self.tag {
            edits.push(tag(text)?);
        }
        edits.extend(self.unset_tag.iter().map(|key| Edit::Tag {
            key: key.clone(),
            value: None,
        }));
        Ok(edits)
    }
}

/// Members of the task definition that are given.
pub(super) fn of_task<'t>(
    fields: impl IntoIterator<Item = (TaskField, &'t Option<String>)>,
) -> impl Iterator<Item = Edit> {
    let fields = fields.into_iter();
    fields.filter_map(|(field, value)| {
        let value = value.clone()?;
        Some(Edit::Task { field, value })
    })
}

/// Members of containers, each as `[CONTAINER=]VALUE`.
pub(super) fn of_containers<'t>(
    fields: impl IntoIterator<Item = (ContainerField, &'t Vec<String>)>,
) -> impl Iterator<Item = Edit> {
    let fields = fields.into_iter();
    fields.flat_map(|(field, values)| {
        values.iter().map(move |text| {
            let (container, value) = scoped(text);
            Edit::Container {
                container,
                field,
                value: value.to_owned(),
            }
        })
    })
}

/// A tag, as `KEY=VALUE`.
pub(super) fn tag(text: &str) -> Result<Edit, Error> {
    let (key, value) = pair(text, "--tag", form("KEY=VALUE"))?;
    Ok(Edit::Tag {
        key: key.to_owned(),
        value: Some(value.to_owned()),
    })
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
    form: Localized,
) -> Result<(&'t str, &'t str), Error> {
    text.split_once('=').ok_or(Error::Form { option, form })
}

/// `[CONTAINER:]NAME`; what follows a `=` may be a secret that a message would repeat.
fn bare_name<'t>(text: &'t str, option: &'static str) -> Result<&'t str, Error> {
    let form = Localized {
        en: "[CONTAINER:]NAME, without a value",
        ja: "[CONTAINER:]NAME（値は付けません）",
    };
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

/// A command, as `[CONTAINER=]JSON`.
pub(super) fn command(text: &str) -> Result<Edit, Error> {
    let (container, json) = if text.trim_start().starts_with('[') {
        (None, text)
    } else {
        scoped(text)
    };
    let arguments = serde_json::from_str(json).map_err(|_| Error::Form {
        option: "--command",
        form: Localized {
            en: "[CONTAINER=]JSON, where JSON is a list of strings such as [\"run\", \"--now\"]",
            ja: "[CONTAINER=]JSON（JSON は [\"run\", \"--now\"] のような文字列のリスト）",
        },
    })?;
    Ok(Edit::Command {
        container,
        arguments,
    })
}
