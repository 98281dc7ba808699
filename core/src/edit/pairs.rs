//! Named values: environment, secrets, log options and tags.

use super::resolve::Resolver;
use super::{EditError, NewValue};
use crate::named_values::{PairKeys, is_map};
use crate::tree::{Kind, NodeRef};

/// A named value to set in a collection, or to remove from it.
pub(super) struct PairEdit<'a> {
    /// The object that contains the collection.
    holder: NodeRef<'a>,
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

    fn entry(&self, value: &str) -> NewValue {
        NewValue::pair(
            self.name_key(),
            self.name,
            self.value_key,
            NewValue::string(value),
        )
    }
}

/// Adds a pair. The last of several values wins; setting and removing the same name is an error.
pub(super) fn note<'a>(
    pairs: &mut Vec<PairEdit<'a>>,
    holder: NodeRef<'a>,
    key: &'static str,
    value_key: &'static str,
    name: &'a str,
    value: Option<&'a str>,
) -> Result<(), EditError> {
    if name.is_empty() {
        return Err(EditError::EmptyName { what: key });
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

impl<'a> Resolver<'a> {
    /// Applies the pairs, one collection after another.
    ///
    /// # Errors
    /// A collection can't hold pairs, or a name to remove is missing.
    pub(super) fn pairs(&mut self, pairs: &[PairEdit<'a>]) -> Result<(), EditError> {
        for (at, first) in pairs.iter().enumerate() {
            if pairs[..at]
                .iter()
                .any(|earlier| earlier.same_collection(first))
            {
                continue;
            }
            let group = pairs.iter().filter(|pair| pair.same_collection(first));
            match self.collection(first) {
                Some(at) if self.is_map(at, first) => self.in_object(at, group)?,
                Some(at) if at.kind() == Kind::List && first.key != "options" => {
                    self.in_list(at, group)?;
                }
                other => self.in_new(other, first, group)?,
            }
        }
        Ok(())
    }

    /// The collection as pasted. Tags may be beside the definition.
    fn collection(&self, pair: &PairEdit<'a>) -> Option<NodeRef<'a>> {
        let own = pair.holder.member(pair.key);
        let beside = self.tags_beside.filter(|_| pair.key == "tags");
        match own {
            Some(own) if beside.is_some() && holds_nothing(own) => beside,
            Some(own) => Some(own),
            None => beside,
        }
    }

    /// Whether a collection is an object of names and values, or will be read as one.
    fn is_map(&self, at: NodeRef<'a>, pair: &PairEdit<'a>) -> bool {
        let keys = PairKeys {
            name: pair.name_key(),
            value: pair.value_key,
        };
        match pair.key {
            "options" => at.kind() == Kind::Object,
            _ => self.repair && is_map(at, keys),
        }
    }

    fn in_object<'p>(
        &mut self,
        at: NodeRef<'a>,
        group: impl Iterator<Item = &'p PairEdit<'a>>,
    ) -> Result<(), EditError>
    where
        'a: 'p,
    {
        for pair in group {
            match pair.value {
                Some(value) => self.set(at, pair.name, NewValue::string(value)),
                None => match at.member(pair.name) {
                    Some(member) => self.overlay.remove(member.id),
                    None => return Err(nothing_to_unset(pair)),
                },
            }
        }
        Ok(())
    }

    fn in_list<'p>(
        &mut self,
        at: NodeRef<'a>,
        group: impl Iterator<Item = &'p PairEdit<'a>>,
    ) -> Result<(), EditError>
    where
        'a: 'p,
    {
        for pair in group {
            let is_it = |entry: &NodeRef<'a>| {
                entry
                    .member(pair.name_key())
                    .and_then(NodeRef::string)
                    .as_deref()
                    == Some(pair.name)
            };
            let beside = self.tags_beside.filter(|_| pair.key == "tags");
            let beside = beside.filter(|beside| beside.id != at.id);
            let entries = at
                .children()
                .chain(beside.into_iter().flat_map(NodeRef::children));
            let mut found = false;
            for entry in entries.filter(is_it) {
                found = true;
                match pair.value {
                    Some(value) => self.set(entry, pair.value_key, NewValue::string(value)),
                    None => self.overlay.remove(entry.id),
                }
            }
            match pair.value {
                Some(value) if !found => self.overlay.append(at.id, "", pair.entry(value)),
                None if !found => return Err(nothing_to_unset(pair)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Adds pairs where the collection is absent, null, or of a type that can't be added to.
    fn in_new<'p>(
        &mut self,
        at: Option<NodeRef<'a>>,
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
                (pair.name.to_owned(), NewValue::string(value))
            } else {
                (String::new(), pair.entry(value))
            });
        }
        let new = if first.key == "options" {
            NewValue::Object(entries)
        } else {
            NewValue::List(entries)
        };
        match at {
            Some(member) if member.kind() == Kind::Null => self.overlay.replace(member.id, new),
            Some(_) => return Err(EditError::NotACollection { what: first.key }),
            None => self.overlay.append(first.holder.id, first.key, new),
        }
        Ok(())
    }
}

fn holds_nothing(at: NodeRef<'_>) -> bool {
    at.kind() == Kind::Null || (at.kind() == Kind::List && at.is_leaf())
}

fn nothing_to_unset(pair: &PairEdit<'_>) -> EditError {
    EditError::NothingToUnset {
        what: pair.key,
        name: pair.name.to_owned(),
    }
}
