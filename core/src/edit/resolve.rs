//! Edits find the nodes that they are about.

use super::{ContainerField, Edit, EditError, New, Overlay, PairList, TaskField};
use crate::tree::{Kind, View};
use crate::unwrap::Unwrapped;

/// Lays the edits over a pasted document, or says why one of them matches nothing.
pub(crate) fn resolve(
    edits: &[Edit],
    root: View<'_>,
    unwrapped: Unwrapped,
) -> Result<Overlay, EditError> {
    let mut resolver = Resolver {
        definition: root.at(unwrapped.definition),
        tags_beside: unwrapped.tags.map(|tags| root.at(tags)),
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
                let at = resolver.holder(at, *list)?;
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

/// A named value to be set or taken away in a collection.
struct PairEdit<'a> {
    /// The object that holds the collection.
    holder: View<'a>,
    /// The collection's key.
    key: &'static str,
    /// The key of the value in a pair.
    value_key: &'static str,
    name: &'a str,
    value: Option<&'a str>,
}

impl PairEdit<'_> {
    fn same_collection(&self, other: &Self) -> bool {
        self.holder.id == other.holder.id && self.key == other.key
    }

    fn name_key(&self) -> &'static str {
        if self.key == "tags" { "key" } else { "name" }
    }

    fn new(&self, value: &str) -> New {
        New::pair(
            self.name_key(),
            self.name,
            self.value_key,
            New::string(value),
        )
    }
}

/// Notes a pair; the last of several values counts, and setting beside taking away is an error.
fn note<'a>(
    pairs: &mut Vec<PairEdit<'a>>,
    holder: View<'a>,
    key: &'static str,
    value_key: &'static str,
    name: &'a str,
    value: Option<&'a str>,
) -> Result<(), EditError> {
    if name.is_empty() {
        return Err(EditError::Empty { what: key });
    }
    let new = PairEdit {
        holder,
        key,
        value_key,
        name,
        value,
    };
    match pairs
        .iter_mut()
        .find(|old| old.same_collection(&new) && old.name == name)
    {
        Some(old) if old.value.is_some() != value.is_some() => Err(EditError::Contradiction {
            what: key,
            name: name.to_owned(),
        }),
        Some(old) => {
            *old = new;
            Ok(())
        }
        None => {
            pairs.push(new);
            Ok(())
        }
    }
}

struct Resolver<'a> {
    definition: View<'a>,
    tags_beside: Option<View<'a>>,
    overlay: Overlay,
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
            _ if value.parse::<u32>().is_ok() => New::Token(Kind::Number, value.to_owned()),
            _ => {
                return Err(EditError::NotANumber {
                    what,
                    value: value.to_owned(),
                });
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

    fn set(&mut self, object: View<'_>, key: &str, new: New) {
        match object.get(key) {
            Some(member) if says(member, &new) => {}
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
        match name {
            Some(name) => self.named(name).ok_or_else(|| EditError::NoSuchContainer {
                name: name.to_owned(),
                known: self.names(),
            }),
            None => {
                let mut containers = self.containers();
                match (containers.next(), containers.next()) {
                    (Some(only), None) => Ok(only),
                    (None, _) => Err(EditError::NoContainer),
                    (Some(_), Some(_)) => Err(EditError::WhichContainer {
                        known: self.names(),
                    }),
                }
            }
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

    /// The object whose member the collection is.
    fn holder(&self, container: View<'a>, list: PairList) -> Result<View<'a>, EditError> {
        if list != PairList::LogOptions {
            return Ok(container);
        }
        container
            .get("logConfiguration")
            .filter(|log| log.kind() == Kind::Object)
            .ok_or(EditError::NoLogConfiguration)
    }

    fn pairs(&mut self, pairs: &[PairEdit<'a>]) -> Result<(), EditError> {
        for (at, first) in pairs.iter().enumerate() {
            if pairs[..at]
                .iter()
                .any(|earlier| earlier.same_collection(first))
            {
                continue;
            }
            let group = pairs.iter().filter(|pair| pair.same_collection(first));
            match self.collection(first) {
                Some(at) if at.kind() == Kind::Object => self.in_object(at, group)?,
                Some(at) if at.kind() == Kind::List => self.in_list(at, group)?,
                other => self.in_new(other, first, group)?,
            }
        }
        Ok(())
    }

    /// The collection as it was pasted. Tags may stand beside the definition.
    fn collection(&self, pair: &PairEdit<'a>) -> Option<View<'a>> {
        let own = pair.holder.get(pair.key);
        let beside = self.tags_beside.filter(|_| pair.key == "tags");
        match own {
            Some(own) if beside.is_some() && own.is_leaf() => beside,
            Some(own) => Some(own),
            None => beside,
        }
    }

    fn in_object<'p>(
        &mut self,
        at: View<'a>,
        group: impl Iterator<Item = &'p PairEdit<'a>>,
    ) -> Result<(), EditError>
    where
        'a: 'p,
    {
        for pair in group {
            match pair.value {
                Some(value) => self.set(at, pair.name, New::string(value)),
                None => match at.get(pair.name) {
                    Some(member) => self.overlay.remove(member.id),
                    None => return Err(nothing_to_unset(pair)),
                },
            }
        }
        Ok(())
    }

    fn in_list<'p>(
        &mut self,
        at: View<'a>,
        group: impl Iterator<Item = &'p PairEdit<'a>>,
    ) -> Result<(), EditError>
    where
        'a: 'p,
    {
        for pair in group {
            let is_it = |entry: &View<'a>| {
                entry.get(pair.name_key()).and_then(View::string).as_deref() == Some(pair.name)
            };
            let mut found = false;
            for entry in at.children().filter(is_it) {
                found = true;
                match pair.value {
                    Some(value) => self.set(entry, pair.value_key, New::string(value)),
                    None => self.overlay.remove(entry.id),
                }
            }
            match pair.value {
                Some(value) if !found => self.overlay.append(at.id, "", pair.new(value)),
                None if !found => return Err(nothing_to_unset(pair)),
                _ => {}
            }
        }
        Ok(())
    }

    /// The collection is absent, null, or of a type that can't be added to.
    fn in_new<'p>(
        &mut self,
        at: Option<View<'a>>,
        first: &PairEdit<'a>,
        group: impl Iterator<Item = &'p PairEdit<'a>>,
    ) -> Result<(), EditError>
    where
        'a: 'p,
    {
        let mut entries = Vec::new();
        for pair in group {
            let value = pair.value.ok_or_else(|| nothing_to_unset(pair))?;
            entries.push(if pair.key == "options" {
                (pair.name.to_owned(), New::string(value))
            } else {
                (String::new(), pair.new(value))
            });
        }
        let new = if first.key == "options" {
            New::Object(entries)
        } else {
            New::List(entries)
        };
        match at {
            Some(member) if member.kind() == Kind::Null => self.overlay.replace(member.id, new),
            Some(_) => return Err(EditError::NotACollection { what: first.key }),
            None => self.overlay.append(first.holder.id, first.key, new),
        }
        Ok(())
    }
}

fn nothing_to_unset(pair: &PairEdit<'_>) -> EditError {
    EditError::NothingToUnset {
        what: pair.key,
        name: pair.name.to_owned(),
    }
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
