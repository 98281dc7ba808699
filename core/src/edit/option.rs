//! The options of the edits, said once: the command line, whatever names an option, and the module for scripts
//! with its types read them from here.

use EditTarget::{Command, Container, Pair, Tag, Task, VariablesOfFile};
use PairChange::{Set, Unset};

use super::{ContainerField, PairList, TaskField};

/// An edit as an option.
#[derive(Debug, Clone, Copy)]
pub struct EditOption {
    /// Its name on the command line, without the dashes.
    pub name: &'static str,
    /// What stands for the value in the help.
    pub placeholder: &'static str,
    /// What it means, in one line of help.
    pub about: &'static str,
    /// What it changes.
    pub target: EditTarget,
    /// The same in the module; what another option's member does too has none of its own.
    pub member: Option<ModuleMember>,
}

/// A member of the module's options.
#[derive(Debug, Clone, Copy)]
pub struct ModuleMember {
    /// Its name.
    pub name: &'static str,
    /// What it means, in one line.
    pub about: &'static str,
}

/// What an option changes. The order is that in which the options of a command line are applied, so that
/// what stands on it goes before what a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditTarget {
    /// A member of the task definition.
    Task(TaskField),
    /// A member of a container.
    Container(ContainerField),
    /// A container's command.
    Command,
    /// The environment variables that a file lists.
    VariablesOfFile,
    /// A named value.
    Pair(PairList, PairChange),
    /// A tag.
    Tag(PairChange),
}

/// What becomes of a named value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum PairChange {
    Set,
    Unset,
}

impl EditTarget {
    /// The name of the option that changes it, without the dashes.
    #[must_use]
    pub fn option(self) -> &'static str {
        let mut names = NAMES.iter();
        let own = names.find(|(target, _)| *target == self);
        own.map_or("", |(_, name)| name)
    }
}

/// The names by what they change: the page shows them, and does not carry the help for it.
static NAMES: [(EditTarget, &str); OPTIONS.len()] = {
    let mut names = [(Command, ""); OPTIONS.len()];
    let mut at = 0;
    while at < OPTIONS.len() {
        names[at] = (OPTIONS[at].target, OPTIONS[at].name);
        at += 1;
    }
    names
};

/// Every option, in the order of the help.
pub static EDIT_OPTIONS: &[EditOption] = OPTIONS;

const OPTIONS: &[EditOption] = &[
    option(
        "cpu",
        "SIZE",
        "Task size: CPU units (\"512\") or vCPUs (\".5 vCPU\")",
        Task(TaskField::Cpu),
    )
    .member("cpu"),
    option(
        "memory",
        "SIZE",
        "Task size: MiB (\"2048\") or \"2 GB\"",
        Task(TaskField::Memory),
    )
    .member("memory"),
    option(
        "image",
        "[CONTAINER=]IMAGE",
        "A container's image",
        Container(ContainerField::Image),
    )
    .member("images"),
    option(
        "env",
        "[CONTAINER:]NAME[=VALUE]",
        "Set an environment variable; without `=VALUE`, to its value in this environment",
        Pair(PairList::Environment, Set),
    )
    .member_about("environment", "Environment variables"),
    option(
        "env-file",
        "[CONTAINER=]FILE",
        "Set the environment variables of a local file, a NAME=VALUE or NAME on each line",
        VariablesOfFile,
    ),
    option(
        "unset-env",
        "[CONTAINER:]NAME",
        "Remove an environment variable",
        Pair(PairList::Environment, Unset),
    ),
    option(
        "secret",
        "[CONTAINER:]NAME=VALUE_FROM",
        "Set a secret, from Parameter Store or Secrets Manager",
        Pair(PairList::Secrets, Set),
    )
    .member_about(
        "secrets",
        "Secrets: each value is the ARN or name of a secret or parameter",
    ),
    option(
        "unset-secret",
        "[CONTAINER:]NAME",
        "Remove a secret",
        Pair(PairList::Secrets, Unset),
    ),
    option(
        "command",
        "[CONTAINER=]JSON",
        "A container's command, as a JSON list of strings; `[]` removes it",
        Command,
    )
    .member_about(
        "commands",
        "A container's command; an empty list removes it",
    ),
    option(
        "s3-env-file",
        "[CONTAINER=]ARN",
        "An environment file in S3, which ECS reads; all given replace the container's list",
        Container(ContainerField::EnvironmentFiles),
    )
    .member_about(
        "environmentFiles",
        "Environment files in S3, by their ARNs; those of a container replace its list",
    ),
    option(
        "log-driver",
        "[CONTAINER=]DRIVER",
        "A container's log driver",
        Container(ContainerField::LogDriver),
    )
    .member("logDrivers"),
    option(
        "log-option",
        "[CONTAINER:]NAME=VALUE",
        "Set a log option",
        Pair(PairList::LogOptions, Set),
    )
    .member_about("logOptions", "Options of log configurations"),
    option(
        "unset-log-option",
        "[CONTAINER:]NAME",
        "Remove a log option",
        Pair(PairList::LogOptions, Unset),
    ),
    option(
        "docker-label",
        "[CONTAINER:]NAME=VALUE",
        "Set a Docker label",
        Pair(PairList::DockerLabels, Set),
    )
    .member_about("dockerLabels", "Docker labels"),
    option(
        "unset-docker-label",
        "[CONTAINER:]NAME",
        "Remove a Docker label",
        Pair(PairList::DockerLabels, Unset),
    ),
    option(
        "container-cpu",
        "[CONTAINER=]UNITS",
        "A container's CPU units",
        Container(ContainerField::Cpu),
    )
    .member("containerCpus"),
    option(
        "container-memory",
        "[CONTAINER=]MIB",
        "A container's hard limit of memory, in MiB",
        Container(ContainerField::Memory),
    )
    .member("containerMemories"),
    option(
        "container-memory-reservation",
        "[CONTAINER=]MIB",
        "A container's soft limit of memory, in MiB",
        Container(ContainerField::MemoryReservation),
    )
    .member("containerMemoryReservations"),
    option(
        "task-role",
        "ARN",
        "The task role; an empty value removes it",
        Task(TaskField::TaskRole),
    )
    .member("taskRoleArn"),
    option(
        "execution-role",
        "ARN",
        "The task execution role; an empty value removes it",
        Task(TaskField::ExecutionRole),
    )
    .member("executionRoleArn"),
    option("family", "NAME", "The family", Task(TaskField::Family)).member("family"),
    option("tag", "KEY=VALUE", "Set a tag", Tag(Set)).member_about("tags", "Tags"),
    option("unset-tag", "KEY", "Remove a tag", Tag(Unset)),
];

const fn option(
    name: &'static str,
    placeholder: &'static str,
    about: &'static str,
    target: EditTarget,
) -> EditOption {
    EditOption {
        name,
        placeholder,
        about,
        target,
        member: None,
    }
}

impl EditOption {
    /// With a member that means the same.
    const fn member(self, name: &'static str) -> Self {
        self.member_about(name, self.about)
    }

    /// With a member that also does what other options do.
    const fn member_about(self, name: &'static str, about: &'static str) -> Self {
        EditOption {
            member: Some(ModuleMember { name, about }),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{EDIT_OPTIONS, EditTarget};

    /// One of two rows for the same would never be read.
    #[test]
    fn nothing_stands_twice() {
        let names: BTreeSet<&str> = EDIT_OPTIONS.iter().map(|it| it.name).collect();
        let targets: BTreeSet<EditTarget> = EDIT_OPTIONS.iter().map(|it| it.target).collect();
        let members = EDIT_OPTIONS.iter().filter_map(|it| it.member);
        let members: Vec<&str> = members.map(|it| it.name).collect();
        let distinct: BTreeSet<&str> = members.iter().copied().collect();
        assert_eq!(names.len(), EDIT_OPTIONS.len());
        assert_eq!(targets.len(), EDIT_OPTIONS.len());
        assert_eq!(distinct.len(), members.len());
    }

    #[test]
    fn a_target_knows_its_option() {
        for option in EDIT_OPTIONS {
            assert_eq!(option.target.option(), option.name);
        }
    }
}
