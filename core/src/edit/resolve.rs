//! Finds the nodes that edits apply to.

use super::gathered::Gathered;
use super::pairs::PairEdits;
use super::place::Place;
use super::{ContainerField, Edit, EditError, EditOverlay, NewValue, PairList, ValueKind};
use crate::named_values::is_reserved;
use crate::tree::{Kind, NodeRef};
use crate::unwrap::Unwrapped;

/// Applies the edits to a pasted document as an overlay. `repair`: whether `sanitize` will convert
/// values of the wrong JSON type.
///
/// # Errors
/// The first edit that matches nothing.
pub(crate) fn resolve(
    edits: &[Edit],
    root: NodeRef<'_>,
    unwrapped: Unwrapped,
    repair: bool,
) -> Result<EditOverlay, EditError> {
    let mut resolver = Resolver {
        definition: root.node_at(unwrapped.definition),
        tags_beside: unwrapped.tags.map(|tags| root.node_at(tags)),
        repair,
        overlay: EditOverlay::default(),
        gathered: Gathered::default(),
    };
    let mut pairs = PairEdits::default();
    for edit in edits {
        match edit {
            Edit::Task { field, value } => {
                let removes = field.takes() == ValueKind::TextOrNone && value.is_empty();
                let new = || new_value(field.key(), field.takes(), value);
                let new = (!removes).then(new).transpose()?;
                resolver.change(resolver.definition, field.key(), new)?;
            }
            Edit::Container {
                container,
                field,
                value,
            } => {
                let new = new_value(field.key(), field.takes(), value)?;
                let at = resolver.container(container.as_deref())?;
                resolver.set_field(at, *field, new)?;
            }
            Edit::Command {
                container,
                arguments,
            } => {
                let at = resolver.container(container.as_deref())?;
                let new = arguments.iter().map(|argument| NewValue::string(argument));
                let new = (!arguments.is_empty()).then(|| NewValue::list(new));
                resolver.change(at, "command", new)?;
            }
            Edit::Pair {
                container,
                list,
                name,
                value,
            } => {
                let (at, name) = resolver.scope(container.as_deref(), *list, name)?;
                pairs.note(Place::of(at, *list), name, value.as_deref())?;
            }
            Edit::Tag { key, value } => {
                if value.is_some() && is_reserved(key) {
                    return Err(EditError::ReservedTag { key: key.clone() });
                }
                let tags = Place::tags(resolver.definition);
                pairs.note(tags, key, value.as_deref())?;
            }
        }
    }
    resolver.pairs(&pairs)?;
    resolver.set_gathered();
    Ok(resolver.overlay)
}

pub(super) struct Resolver<'a> {
    definition: NodeRef<'a>,
    pub(super) tags_beside: Option<NodeRef<'a>>,
    /// Whether an object will become the list that AWS expects.
    pub(super) repair: bool,
    pub(super) overlay: EditOverlay,
    pub(super) gathered: Gathered<'a>,
}

impl<'a> Resolver<'a> {
    fn set_field(
        &mut self,
        container: NodeRef<'a>,
        field: ContainerField,
        new: NewValue,
    ) -> Result<(), EditError> {
        match field.within() {
            Some(within) => self.set_within(container, within, field.key(), new)?,
            None if field.takes() == ValueKind::EnvironmentFile => {
                self.gather(container, field.key(), new);
            }
            None => self.set(container, field.key(), new),
        }
        Ok(())
    }

    /// Sets a member of an object, or removes it.
    fn change(
        &mut self,
        object: NodeRef<'_>,
        key: &'static str,
        new: Option<NewValue>,
    ) -> Result<(), EditError> {
        match new {
            Some(new) => self.set(object, key, new),
            None => self.unset(object, key)?,
        }
        Ok(())
    }

    pub(super) fn set(&mut self, object: NodeRef<'_>, key: &str, new: NewValue) {
        match object.member(key) {
            Some(member) if equals(member, &new) => self.overlay.leave(member.id),
            Some(member) => self.overlay.replace(member.id, new),
            None => self.overlay.append(object.id, key, new),
        }
    }

    fn unset(&mut self, object: NodeRef<'_>, key: &'static str) -> Result<(), EditError> {
        match object.member(key) {
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

    fn containers(&self) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
        let list = self.definition.member("containerDefinitions");
        list.into_iter()
            .filter(|list| list.kind() == Kind::List)
            .flat_map(NodeRef::children)
            .filter(|container| container.kind() == Kind::Object)
    }

    fn names(&self) -> Vec<String> {
        self.containers()
            .filter_map(|container| Some(container.member("name")?.string()?.into_owned()))
            .collect()
    }

    fn named(&self, name: &str) -> Option<NodeRef<'a>> {
        let is_name =
            |at: &NodeRef<'a>| at.member("name").and_then(NodeRef::string).as_deref() == Some(name);
        self.containers().find(is_name)
    }

    fn container(&self, name: Option<&str>) -> Result<NodeRef<'a>, EditError> {
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

    /// The container of a pair, and the pair's name without the container prefix.
    fn scope<'n>(
        &self,
        container: Option<&str>,
        list: PairList,
        name: &'n str,
    ) -> Result<(NodeRef<'a>, &'n str), EditError> {
        if container.is_none()
            && let Some((prefix, rest)) = name.split_once(':')
        {
            if let Some(at) = self.named(prefix) {
                return Ok((at, rest));
            }
            // A slip in a container's name would make a variable that nobody reads.
            let known = self.names();
            if !known.is_empty() && !self.has(list, name) {
                let name = name.to_owned();
                return Err(EditError::NoSuchPrefix { name, known });
            }
        }
        Ok((self.container(container)?, name))
    }

    /// Whether a container has a pair of this name.
    fn has(&self, list: PairList, name: &str) -> bool {
        let mut containers = self.containers();
        containers.any(|container| {
            let pairs = Place::of(container, list).pasted().into_iter();
            let mut pairs = pairs.flat_map(NodeRef::children);
            pairs.any(|pair| {
                let own = pair.member("name").and_then(NodeRef::string);
                *pair.key() == *name || own.as_deref() == Some(name)
            })
        })
    }
}

/// What a text makes of a member, or of an element of one.
fn new_value(what: &'static str, takes: ValueKind, text: &str) -> Result<NewValue, EditError> {
    Ok(match takes {
        _ if text.is_empty() => return Err(EditError::Empty { what }),
        ValueKind::Image if text.contains(char::is_whitespace) => return Err(EditError::BadImage),
        ValueKind::Text | ValueKind::TextOrNone | ValueKind::Image => NewValue::string(text),
        ValueKind::Integer => {
            let number: Option<u32> = text.parse().ok();
            let number = number.filter(|number| i32::try_from(*number).is_ok());
            let number = number.ok_or_else(|| EditError::NotANumber {
                what,
                number: is_number(text).then(|| text.to_owned()),
            })?;
            NewValue::Token(Kind::Number, number.to_string())
        }
        ValueKind::EnvironmentFile => NewValue::pair("value", text, "type", NewValue::string("s3")),
    })
}

/// Whether a text is a number, as a person writes one.
fn is_number(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || "+-.".contains(c);
    text.chars().all(is_part) && text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a pasted value already equals what the edit sets.
fn equals(at: NodeRef<'_>, new: &NewValue) -> bool {
    match new {
        NewValue::Token(kind, token) => {
            at.kind() == *kind
                && (at.token() == token
                    || (*kind == Kind::String && at.string() == Some(crate::tree::unquote(token))))
        }
        NewValue::List(elements) => {
            at.kind() == Kind::List
                && at.children().count() == elements.len()
                && at
                    .children()
                    .zip(elements)
                    .all(|(element, (_, new))| equals(element, new))
        }
        NewValue::Object(members) => {
            let has = |(key, new): &(String, NewValue)| {
                at.member(key).is_some_and(|member| equals(member, new))
            };
            at.kind() == Kind::Object
                && at.children().count() == members.len()
                && members.iter().all(has)
        }
    }
}
