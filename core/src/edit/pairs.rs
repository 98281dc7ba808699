//! Named values: environment, secrets, log options and tags. There may be as many as a file holds.

use std::cmp::Ordering;

use super::resolve::Resolver;
use super::{EditError, NewValue};
use crate::mask::MASK;
use crate::named_values::{PairKeys, is_map};
use crate::tree::{Kind, NodeId, NodeRef};

/// A named value to set in a collection, or to remove from it.
#[derive(Clone, Copy)]
pub(super) struct PairEdit<'a> {
    /// Its place among all that are asked for.
    asked: usize,
    /// The object that contains the collection.
    holder: NodeRef<'a>,
    /// The collection's key.
    key: &'static str,
    /// The key of the value in a pair.
    value_key: &'static str,
    name: &'a str,
    value: Option<&'a str>,
}

/// An object and the key of a collection in it.
type Collection = (NodeId, &'static str);

/// The named values to set and to remove, in the order in which they are asked for.
#[derive(Default)]
pub(super) struct PairEdits<'a>(Vec<PairEdit<'a>>);

/// The pairs of one collection.
struct Group<'p, 'a> {
    /// In the order in which they are asked for.
    asked: Vec<&'p PairEdit<'a>>,
    /// By their names.
    by_name: &'p [PairEdit<'a>],
}

impl PairEdit<'_> {
    fn collection(&self) -> Collection {
        (self.holder.id, self.key)
    }

    fn order(&self, other: &Self) -> Ordering {
        let names = || self.name.cmp(other.name);
        self.collection().cmp(&other.collection()).then_with(names)
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

impl<'a> PairEdits<'a> {
    /// Adds a pair.
    pub(super) fn note(
        &mut self,
        holder: NodeRef<'a>,
        key: &'static str,
        value_key: &'static str,
        name: &'a str,
        value: Option<&'a str>,
    ) -> Result<(), EditError> {
        if name.is_empty() {
            return Err(EditError::EmptyName { what: key });
        }
        self.0.push(PairEdit {
            asked: self.0.len(),
            holder,
            key,
            value_key,
            name,
            value,
        });
        Ok(())
    }

    /// Each name of a collection once, sorted by collection and name. The last of several values wins;
    /// setting and removing the same name is an error.
    fn sorted(&self) -> Result<Vec<PairEdit<'a>>, EditError> {
        let mut all = self.0.clone();
        all.sort_unstable_by(|a, b| a.order(b).then(a.asked.cmp(&b.asked)));
        let mut sorted: Vec<PairEdit<'a>> = Vec::new();
        for pair in all {
            match sorted.last_mut() {
                Some(last) if last.order(&pair) == Ordering::Equal => {
                    if last.value.is_some() != pair.value.is_some() {
                        return Err(EditError::Contradiction {
                            what: pair.key,
                            name: pair.name.to_owned(),
                        });
                    }
                    last.value = pair.value;
                }
                _ => sorted.push(pair),
            }
        }
        Ok(sorted)
    }
}

impl<'a> Resolver<'a> {
    /// Applies the pairs, one collection after another.
    ///
    /// # Errors
    /// A collection can't hold pairs, or a name to remove is missing.
    pub(super) fn pairs(&mut self, pairs: &PairEdits<'a>) -> Result<(), EditError> {
        let sorted = pairs.sorted()?;
        for by_name in sorted.chunk_by(|a, b| a.collection() == b.collection()) {
            let mut asked: Vec<&PairEdit<'a>> = by_name.iter().collect();
            asked.sort_unstable_by_key(|pair| pair.asked);
            let group = Group { asked, by_name };
            let Some(first) = by_name.first() else {
                continue;
            };
            match self.collection(first) {
                Some(at) if self.is_map(at, first) => self.in_object(at, &group.asked)?,
                Some(at) if at.kind() == Kind::List && first.key != "options" => {
                    self.in_list(at, first, &group)?;
                }
                other => self.in_new(other, first, &group.asked)?,
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

    fn in_object(&mut self, at: NodeRef<'a>, group: &[&PairEdit<'a>]) -> Result<(), EditError> {
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

    fn in_list(
        &mut self,
        at: NodeRef<'a>,
        first: &PairEdit<'a>,
        group: &Group<'_, 'a>,
    ) -> Result<(), EditError> {
        let place = |name: &str| group.by_name.binary_search_by(|pair| pair.name.cmp(name));
        // Whether the list has it.
        let mut found = vec![false; group.by_name.len()];
        let beside = self.tags_beside.filter(|_| first.key == "tags");
        let beside = beside.filter(|beside| beside.id != at.id);
        let entries = at
            .children()
            .chain(beside.into_iter().flat_map(NodeRef::children));
        for entry in entries {
            let name = entry.member(first.name_key()).and_then(NodeRef::string);
            let Some(Ok(place)) = name.map(|name| place(&name)) else {
                continue;
            };
            let pair = &group.by_name[place];
            found[place] = true;
            match pair.value {
                Some(value) => self.set(entry, pair.value_key, NewValue::string(value)),
                None => self.overlay.remove(entry.id),
            }
        }
        for pair in &group.asked {
            if place(pair.name).is_ok_and(|place| found[place]) {
                continue;
            }
            let value = pair.value.ok_or_else(|| nothing_to_unset(pair))?;
            self.overlay.append(at.id, "", pair.entry(value));
        }
        Ok(())
    }

    /// Adds pairs where the collection is absent, null, or of a type that can't be added to.
    fn in_new(
        &mut self,
        at: Option<NodeRef<'a>>,
        first: &PairEdit<'a>,
        group: &[&PairEdit<'a>],
    ) -> Result<(), EditError> {
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

/// There is nothing of this name. What follows a `=` in it may be a value that went with the name.
fn nothing_to_unset(pair: &PairEdit<'_>) -> EditError {
    let name = match pair.name.split_once('=') {
        Some((name, _)) => format!("{name}={MASK}"),
        None => pair.name.to_owned(),
    };
    EditError::NothingToUnset {
        what: pair.key,
        name,
    }
}
