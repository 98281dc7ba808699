//! What an edit changes: members of the task definition and of its containers, and collections of named values.

/// A member of the task definition that can be set, in the order in which a command line sets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum TaskField {
    Family,
    Cpu,
    Memory,
    TaskRole,
    ExecutionRole,
}

impl TaskField {
    /// Its name as AWS writes it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            TaskField::Family => "family",
            TaskField::Cpu => "cpu",
            TaskField::Memory => "memory",
            TaskField::TaskRole => "taskRoleArn",
            TaskField::ExecutionRole => "executionRoleArn",
        }
    }

    /// What it takes.
    #[must_use]
    pub fn takes(self) -> ValueKind {
        match self {
            TaskField::Family | TaskField::Cpu | TaskField::Memory => ValueKind::Text,
            TaskField::TaskRole | TaskField::ExecutionRole => ValueKind::TextOrNone,
        }
    }
}

/// A member of a container that can be set, in the order in which a command line sets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ContainerField {
    Image,
    Cpu,
    Memory,
    MemoryReservation,
    LogDriver,
    EnvironmentFiles,
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
            ContainerField::LogDriver => "logDriver",
            ContainerField::EnvironmentFiles => "environmentFiles",
        }
    }

    /// The object of the container that has it, where that is not the container itself.
    #[must_use]
    pub fn within(self) -> Option<&'static str> {
        (self == ContainerField::LogDriver).then_some(LOG_CONFIGURATION)
    }

    /// What it takes.
    #[must_use]
    pub fn takes(self) -> ValueKind {
        match self {
            ContainerField::Image => ValueKind::Image,
            ContainerField::Cpu | ContainerField::Memory | ContainerField::MemoryReservation => {
                ValueKind::Integer
            }
            ContainerField::LogDriver => ValueKind::Text,
            ContainerField::EnvironmentFiles => ValueKind::EnvironmentFile,
        }
    }
}

/// What a member takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// A text that is not empty.
    Text,
    /// A text; an empty one removes the member.
    TextOrNone,
    /// An image reference.
    Image,
    /// A whole number.
    Integer,
    /// The ARN of an object in S3. All that are given make a list, which replaces what was there.
    EnvironmentFile,
}

const LOG_CONFIGURATION: &str = "logConfiguration";

/// A collection of named values in a container, in the order in which a command line changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum PairList {
    Environment,
    Secrets,
    LogOptions,
    DockerLabels,
}

impl PairList {
    /// Its name as AWS writes it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            PairList::Environment => "environment",
            PairList::Secrets => "secrets",
            PairList::LogOptions => "options",
            PairList::DockerLabels => "dockerLabels",
        }
    }

    /// The object of the container that has it, where that is not the container itself.
    #[must_use]
    pub fn within(self) -> Option<&'static str> {
        (self == PairList::LogOptions).then_some(LOG_CONFIGURATION)
    }

    /// The member that contains the value, for a collection that is a list of objects; `None` for one
    /// that is an object of names and values.
    pub(crate) fn value_key(self) -> Option<&'static str> {
        match self {
            PairList::Environment => Some("value"),
            PairList::Secrets => Some("valueFrom"),
            PairList::LogOptions | PairList::DockerLabels => None,
        }
    }
}
