//! What a user asks a run to have other than its definition.

use serde_json::json;
use taskdef_core::{Edit, EditError, PairList};

use super::containers::Definition;
use super::overrides::Overrides;
use crate::aws::refusal::Refusal;

/// What a user asks to be other than in the definition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    /// Of the task's size, of commands, environments and sizes of containers, and of tags; an override
    /// can change nothing else.
    pub(crate) edits: Vec<Edit>,
    /// The container of those that name none.
    pub(crate) container: Option<String>,
}

impl Changes {
    /// The overrides of a definition.
    ///
    /// # Errors
    /// The definition has no such container, several where none is named, or a value is none that ECS
    /// could use.
    pub(crate) fn resolve(&self, definition: &Definition) -> Result<Overrides, Refusal> {
        let scope = Scope {
            definition,
            default: self.container.as_deref(),
        };
        if self.container.is_some() {
            scope.container(None)?;
        }
        let mut overrides = Overrides::default();
        for edit in &self.edits {
            overrides.add(edit, &scope)?;
        }
        if let Some(container) = self
            .container
            .clone()
            .filter(|_| !overrides.has_container())
        {
            return Err(Refusal::NothingFor { container });
        }
        Ok(overrides)
    }
}

/// Which container an override is for.
struct Scope<'a> {
    definition: &'a Definition,
    default: Option<&'a str>,
}

impl<'a> Scope<'a> {
    fn container(&self, named: Option<&'a str>) -> Result<&'a str, Refusal> {
        let known = || self.definition.names();
        match named.or(self.default) {
            Some(name) if self.definition.has(name) => Ok(name),
            Some(name) => Err(EditError::NoSuchContainer {
                name: name.to_owned(),
                known: known(),
            }
            .into()),
            None => self
                .definition
                .main()
                .ok_or_else(|| Refusal::WhichContainer { known: known() }),
        }
    }

    /// The container of a pair, and its name without the prefix that names the container.
    fn pair(&self, named: Option<&'a str>, name: &'a str) -> Result<(&'a str, &'a str), Refusal> {
        match (named, name.split_once(':')) {
            (None, Some((prefix, rest))) if self.definition.has(prefix) => Ok((prefix, rest)),
            // A slip in a container's name would make a variable that nobody reads.
            (None, Some(_)) => Err(EditError::NoSuchPrefix {
                name: name.to_owned(),
                known: self.definition.names(),
            }
            .into()),
            _ => Ok((self.container(named)?, name)),
        }
    }
}

impl Overrides {
    fn add(&mut self, edit: &Edit, scope: &Scope<'_>) -> Result<(), Refusal> {
        match edit {
            Edit::Task { field, value } if value.is_empty() => {
                return Err(EditError::Empty { what: field.key() }.into());
            }
            Edit::Task { field, value } if !is_size(value) => {
                let what = field.key();
                return Err(EditError::NotANumber { what, number: None }.into());
            }
            Edit::Task { field, value } => {
                self.task.insert(field.key().to_owned(), json!(value));
            }
            Edit::Container {
                container,
                field,
                value,
            } => {
                let name = scope.container(container.as_deref())?;
                let what = field.key();
                let number: u32 = value
                    .parse()
                    .map_err(|_| EditError::NotANumber { what, number: None })?;
                let members = &mut self.container(name).members;
                members.insert(what.to_owned(), number.into());
            }
            Edit::Command {
                container,
                arguments,
            } => {
                let name = scope.container(container.as_deref())?;
                no_nul(name, arguments)?;
                if arguments.is_empty() {
                    let container = name.to_owned();
                    return Err(Refusal::EmptyCommand { container });
                }
                let members = &mut self.container(name).members;
                members.insert("command".to_owned(), json!(arguments));
            }
            Edit::Pair {
                container,
                list,
                name,
                value,
            } => {
                let (container, name) = scope.pair(container.as_deref(), name)?;
                let what = PairList::Environment.key();
                debug_assert_eq!(list.key(), what, "an override has no other list");
                if name.is_empty() {
                    return Err(EditError::EmptyName { what }.into());
                }
                no_nul(container, value.iter().chain([&name.to_owned()]))?;
                let environment = &mut self.container(container).environment;
                environment.insert(name.to_owned(), value.clone());
            }
            Edit::Tag { key, .. } if key.is_empty() => {
                return Err(EditError::EmptyName { what: "tags" }.into());
            }
            Edit::Tag { key, value } => {
                self.tags.insert(key.clone(), value.clone());
            }
        }
        Ok(())
    }
}

/// Whether a text is a size of a task: CPU units or MiB, or with the unit that ECS takes too, such as `1 vCPU` or
/// `2GB`. Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html>
fn is_size(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    let number = lower.trim_end_matches("vcpu").trim_end_matches("gb").trim();
    let number: f64 = number.parse().unwrap_or_default();
    number.is_finite() && number > 0.0
}

/// An argument ends, as a variable does, with a NUL.
fn no_nul<'v>(
    container: &str,
    values: impl IntoIterator<Item = &'v String>,
) -> Result<(), Refusal> {
    if values.into_iter().any(|value| value.contains('\0')) {
        let container = container.to_owned();
        return Err(Refusal::Nul { container });
    }
    Ok(())
}
