//! Edits find the nodes that they are about.

use super::pairs::{PairEdit, note};
use super::{ContainerField, Edit, EditError, New, Overlay, PairList, TaskField};
use crate::named_values::is_reserved;
use crate::tree::{Kind, View};
use crate::unwrap::Unwrapped;

/// Lays the edits over a pasted document, or says why one of them matches nothing. `repair` says
/// whether values of the wrong type will be repaired.
pub(crate) fn resolve(
    edits: &[Edit],
    root: View<'_>,
    unwrapped: Unwrapped,
    repair: bool,
) -> Result<Overlay, EditError> {
    let mut resolver = Resolver {
        definition: root.at(unwrapped.definition),
        tags_beside: unwrapped.tags.map(|tags| root.at(tags)),
        repair,
        overlay: Overlay::default(),
    };
    let mut pairs: Vec<PairEdit<'_>> = Vec::new();
    for edit in edits {
        match edit {
            Edit::Task { field, value } => resolver.task(*field, value)?,
            Edit::Container {
                container,
                field,
                value,
            } => resolver.container_field(container.as_deref(), *field, value)?,
            Edit::Command {
                container,
                arguments,
            } => resolver.command(container.as_deref(), arguments)?,
            Edit::Pair {
                container,
                list,
                name,
                value,
            } => {
                let (at, name) = resolver.scope(container.as_deref(), name)?;
                let at = holder(at, *list)?;
                note(
                    &mut pairs,
                    at,
                    list.key(),
                    list.value_key(),
                    name,
                    value.as_deref(),
                )?;
            }
            Edit::Tag { key, value } => {
                if value.is_some() && is_reserved(key) {
                    return Err(EditError::ReservedTag { key: key.clone() });
                }
                let definition = resolver.definition;
                note(
                    &mut pairs,
                    definition,
                    "tags",
                    "value",
                    key,
                    value.as_deref(),
                )?;
            }
        }
    }
    resolver.pairs(&pairs)?;
    Ok(resolver.overlay)
}

pub(super) struct Resolver<'a> {
    definition: View<'a>,
    pub(super) tags_beside: Option<View<'a>>,
    /// Whether an object can become the list that AWS wants.
    pub(super) repair: bool,
    pub(super) overlay: Overlay,
}

impl<'a> Resolver<'a> {
    fn task(&mut self, field: TaskField, value: &str) -> Result<(), EditError> {
        let is_role = matches!(field, TaskField::TaskRole | TaskField::ExecutionRole);
        if value.is_empty() {
            if is_role {
                return self.unset(self.definition, field.key());
            }
            return Err(EditError::Empty { what: field.key() });
        }
        self.set(self.definition, field.key(), New::string(value));
        Ok(())
    }

    fn container_field(
        &mut self,
        container: Option<&str>,
        field: ContainerField,
        value: &str,
    ) -> Result<(), EditError> {
        let what = field.key();
        if value.is_empty() {
            return Err(EditError::Empty { what });
        }
        let at = self.container(container)?;
        let new = match field {
            ContainerField::Image if value.contains(char::is_whitespace) => {
                return Err(EditError::BadImage {
                    value: value.to_owned(),
                });
            }
            ContainerField::Image => New::string(value),
            _ => {
                let number = value.parse::<u32>().map_err(|_| EditError::NotANumber {
                    what,
                    value: value.to_owned(),
                })?;
                New::Token(Kind::Number, number.to_string())
            }
        };
        self.set(at, what, new);
        Ok(())
    }

    fn command(&mut self, container: Option<&str>, arguments: &[String]) -> Result<(), EditError> {
        let at = self.container(container)?;
        if arguments.is_empty() {
            return self.unset(at, "command");
        }
        let arguments = arguments.iter().map(|argument| New::string(argument));
        self.set(at, "command", New::list(arguments));
        Ok(())
    }

    pub(super) fn set(&mut self, object: View<'_>, key: &str, new: New) {
        match object.get(key) {
            Some(member) if says(member, &new) => self.overlay.leave(member.id),
            Some(member) => self.overlay.replace(member.id, new),
            None => self.overlay.append(object.id, key, new),
        }
    }

    fn unset(&mut self, object: View<'_>, key: &'static str) -> Result<(), EditError> {
        match object.get(key) {
            Some(member) if member.kind() != Kind::Null => {
                self.overlay.remove(member.id);
                Ok(())
            }
            _ => Err(EditError::NothingToUnset {
                what: key,
                name: key.to_owned(),
            }),
        }
    }

    fn containers(&self) -> impl Iterator<Item = View<'a>> + use<'a> {
        let list = self.definition.get("containerDefinitions");
        list.into_iter()
            .filter(|list| list.kind() == Kind::List)
            .flat_map(View::children)
            .filter(|container| container.kind() == Kind::Object)
    }

    fn names(&self) -> Vec<String> {
        self.containers()
            .filter_map(|container| Some(container.get("name")?.string()?.into_owned()))
            .collect()
    }

    fn named(&self, name: &str) -> Option<View<'a>> {
        let is_name =
            |at: &View<'a>| at.get("name").and_then(View::string).as_deref() == Some(name);
        self.containers().find(is_name)
    }

    fn container(&self, name: Option<&str>) -> Result<View<'a>, EditError> {
        if let Some(name) = name {
            return self.named(name).ok_or_else(|| EditError::NoSuchContainer {
                name: name.to_owned(),
                known: self.names(),
            });
        }
        let mut containers = self.containers();
        match (containers.next(), containers.next()) {
            (Some(only), None) => Ok(only),
            (None, _) => Err(EditError::NoContainer),
            (Some(_), Some(_)) => Err(EditError::WhichContainer {
                known: self.names(),
            }),
        }
    }

    /// The container that a pair is about, and the pair's name without the container's prefix.
    fn scope<'n>(
        &self,
        container: Option<&str>,
        name: &'n str,
    ) -> Result<(View<'a>, &'n str), EditError> {
        if container.is_none()
            && let Some((prefix, rest)) = name.split_once(':')
            && let Some(at) = self.named(prefix)
        {
            return Ok((at, rest));
        }
        Ok((self.container(container)?, name))
    }
}

/// The object whose member the collection is.
fn holder(container: View<'_>, list: PairList) -> Result<View<'_>, EditError> {
    if list != PairList::LogOptions {
        return Ok(container);
    }
    container
        .get("logConfiguration")
        .filter(|log| log.kind() == Kind::Object)
        .ok_or(EditError::NoLogConfiguration)
}

/// Whether a pasted value says already what the edit would set.
fn says(at: View<'_>, new: &New) -> bool {
    match new {
        New::Token(kind, token) => {
            at.kind() == *kind
                && (at.token() == token
                    || (*kind == Kind::String && at.string() == Some(crate::tree::unquote(token))))
        }
        New::List(elements) => {
            at.kind() == Kind::List
                && at.children().count() == elements.len()
                && at
                    .children()
                    .zip(elements)
                    .all(|(element, (_, new))| says(element, new))
        }
        New::Object(_) => false,
    }
}
