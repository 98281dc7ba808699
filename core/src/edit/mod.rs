//! Edits: the changes that a user or a pipeline requests.

mod command;
mod error;
mod overlay;
mod pairs;
mod resolve;

pub use command::options as command_options;
pub use error::EditError;
pub(crate) use overlay::{EditOverlay, NewValue, NodeEdit};
pub(crate) use resolve::resolve;

/// One requested change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Sets a member of the task definition.
    Task {
        /// Which member.
        field: TaskField,
        /// Its new value; an empty string removes a role.
        value: String,
    },
    /// Sets a member of a container.
    Container {
        /// The container's name; `None` means the only container.
        container: Option<String>,
        /// Which member.
        field: ContainerField,
        /// Its new value.
        value: String,
    },
    /// Replaces a container's command.
    Command {
        /// The container's name; `None` means the only container.
        container: Option<String>,
        /// The new arguments; an empty list removes the command.
        arguments: Vec<String>,
    },
    /// Sets or removes a named value.
    Pair {
        /// The container's name. If `None`, a prefix of `name` such as `app:` is the container's name
        /// (what has another colon in its name already has to be there); without a prefix it is the only container.
        container: Option<String>,
        /// The collection that contains the pair.
        list: PairList,
        /// Its name.
        name: String,
        /// Its new value; `None` removes the pair.
        value: Option<String>,
    },
    /// Sets or removes a tag.
    Tag {
        /// The tag's key.
        key: String,
        /// Its new value; `None` removes the tag.
        value: Option<String>,
    },
}

/// A member of the task definition that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TaskField {
    Cpu,
    Memory,
    Family,
    TaskRole,
    ExecutionRole,
}

impl TaskField {
    /// Its name as AWS writes it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            TaskField::Cpu => "cpu",
            TaskField::Memory => "memory",
            TaskField::Family => "family",
            TaskField::TaskRole => "taskRoleArn",
            TaskField::ExecutionRole => "executionRoleArn",
        }
    }
}

/// A member of a container that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ContainerField {
    Image,
    Cpu,
    Memory,
    MemoryReservation,
}

impl ContainerField {
    /// Its name as AWS writes it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            ContainerField::Image => "image",
            ContainerField::Cpu => "cpu",
            ContainerField::Memory => "memory",
            ContainerField::MemoryReservation => "memoryReservation",
        }
    }
}

/// A collection of named values in a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PairList {
    Environment,
    Secrets,
    LogOptions,
}

impl PairList {
    /// Its name as AWS writes it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            PairList::Environment => "environment",
            PairList::Secrets => "secrets",
            PairList::LogOptions => "options",
        }
    }

    /// The member that contains the value, for a collection that is a list of objects.
    pub(crate) fn value_key(self) -> &'static str {
        match self {
            PairList::Secrets => "valueFrom",
            PairList::Environment | PairList::LogOptions => "value",
        }
    }
}
