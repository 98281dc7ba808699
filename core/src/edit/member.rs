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

    /// What it takes.
    #[must_use]
    pub fn takes(self) -> ValueKind {
        match self {
            ContainerField::Image => ValueKind::Image,
            ContainerField::Cpu | ContainerField::Memory | ContainerField::MemoryReservation => {
                ValueKind::Integer
            }
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
}

/// A collection of named values in a container, in the order in which a command line changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
