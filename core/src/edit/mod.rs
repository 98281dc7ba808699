//! Edits: the changes that a user or a pipeline requests.

mod command;
mod error;
mod gathered;
mod member;
mod option;
mod overlay;
mod pairs;
mod place;
mod resolve;

pub use command::options as command_options;
pub use error::EditError;
pub use member::{ContainerField, PairList, TaskField, ValueKind};
pub use option::{EDIT_OPTIONS, EditOption, EditTarget, ModuleMember, PairChange};
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
        /// Its new value; of a list such as the environment files, one element of it, in order.
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
