//! Named values: environment, secrets, log options, labels and tags. There may be as many as a file holds.

use std::cmp::Ordering;

use super::place::Place;
use super::resolve::Resolver;
use super::{EditError, NewValue};
use crate::mask::MASK;
use crate::named_values::{PairKeys, is_map};
use crate::tree::{Kind, NodeId, NodeRef};

/// A named value to set in a collection, or to remove from it.
#[derive(Clone, Copy)]
pub(super) struct PairEdit<'a> {
    /// When it was asked for, among all.
    asked: usize,
    place: Place<'a>,
    name: &'a str,
    value: Option<&'a str>,
}

/// A holder and the key of a collection in it.
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
        (self.place.holder.id, self.place.key)
    }

    fn order(&self, other: &Self) -> Ordering {
        let names = || self.name.cmp(other.name);
        self.collection().cmp(&other.collection()).then_with(names)
    }

    fn name_key(&self) -> &'static str {
        if self.place.key == "tags" {
            "key"
        } else {
            "name"
        }
    }

    /// The value as an element of a list with its name, or as a member.
    fn entry(&self, value: &str) -> (String, NewValue) {
        let value = NewValue::string(value);
        match self.place.value_key {
            Some(key) => {
                let pair = NewValue::pair(self.name_key(), self.name, key, value);
                (String::new(), pair)
            }
            None => (self.name.to_owned(), value),
        }
    }
}

impl<'a> PairEdits<'a> {
    /// Adds a pair.
    pub(super) fn note(
        &mut self,
        place: Place<'a>,
        name: &'a str,
        value: Option<&'a str>,
    ) -> Result<(), EditError> {
        if name.is_empty() {
            return Err(EditError::EmptyName { what: place.key });
        }
        self.0.push(PairEdit {
            asked: self.0.len(),
            place,
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
                            what: pair.place.key,
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
            match (self.collection(first), first.place.value_key) {
                (Some(at), _) if self.is_map(at, first) => self.in_object(at, &group.asked)?,
                (Some(at), Some(value_key)) if at.kind() == Kind::List => {
                    self.in_list(at, value_key, first, &group)?;
                }
                (other, _) => self.in_new(other, first.place, &group.asked)?,
            }
        }
        Ok(())
    }

    /// The collection as pasted. Tags may be beside the definition.
    fn collection(&self, pair: &PairEdit<'a>) -> Option<NodeRef<'a>> {
        let own = pair.place.pasted();
        let beside = self.tags_beside.filter(|_| pair.place.key == "tags");
        match own {
            Some(own) if beside.is_some() && holds_nothing(own) => beside,
            Some(own) => Some(own),
            None => beside,
        }
    }

    /// Whether a collection is an object of names and values, or will be read as one.
    fn is_map(&self, at: NodeRef<'a>, pair: &PairEdit<'a>) -> bool {
        let name = pair.name_key();
        match pair.place.value_key {
            Some(value) => self.repair && is_map(at, PairKeys { name, value }),
            None => at.kind() == Kind::Object,
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
        value_key: &'static str,
        first: &PairEdit<'a>,
        group: &Group<'_, 'a>,
    ) -> Result<(), EditError> {
        let place = |name: &str| group.by_name.binary_search_by(|pair| pair.name.cmp(name));
        // Whether the list has it.
        let mut found = vec![false; group.by_name.len()];
        let beside = self.tags_beside.filter(|_| first.place.key == "tags");
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
                Some(value) => self.set(entry, value_key, NewValue::string(value)),
                None => self.overlay.remove(entry.id),
            }
        }
        for pair in &group.asked {
            if place(pair.name).is_ok_and(|place| found[place]) {
                continue;
            }
            let value = pair.value.ok_or_else(|| nothing_to_unset(pair))?;
            let (key, entry) = pair.entry(value);
            self.overlay.append(at.id, &key, entry);
        }
        Ok(())
    }

    /// Adds pairs where the collection is absent, null, or of a type that can't be added to.
    fn in_new(
        &mut self,
        at: Option<NodeRef<'a>>,
        place: Place<'a>,
        group: &[&PairEdit<'a>],
    ) -> Result<(), EditError> {
        let mut entries = Vec::new();
        for pair in group {
            let value = pair.value.ok_or_else(|| nothing_to_unset(pair))?;
            entries.push(pair.entry(value));
        }
        let what = place.key;
        let (new, misfit) = match place.value_key {
            Some(_) => (NewValue::List(entries), EditError::NotACollection { what }),
            None => (NewValue::Object(entries), EditError::NotAnObject { what }),
        };
        match at {
            Some(member) if member.kind() == Kind::Null => self.overlay.replace(member.id, new),
            Some(_) => return Err(misfit),
            None => self.collection_where_none_is(place, new)?,
        }
        Ok(())
    }

    fn collection_where_none_is(
        &mut self,
        place: Place<'a>,
        new: NewValue,
    ) -> Result<(), EditError> {
        let Place { holder, key, .. } = place;
        match place.within {
            None => self.overlay.append(holder.id, key, new),
            Some(within) if self.has_within(holder, within)? => {
                self.set_within(holder, within, key, new)?;
            }
            Some(_) => return Err(EditError::NoLogConfiguration),
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
        what: pair.place.key,
        name,
    }
}
