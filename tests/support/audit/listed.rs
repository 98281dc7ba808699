//! What stands for a list without being one: an object of names and values, or the only element.

use taskdef_core::model::{List, Shape};

use super::{Audit, Outcome, Spot};
use crate::json::{Id, Json, Kind};

/// The keys of a name and its value, by AWS's shape of the element.
fn pair_keys(list: &List) -> Option<[&'static str; 2]> {
    let Shape::Structure(element) = list.element else {
        return None;
    };
    Some(match element.name {
        "KeyValuePair" => ["name", "value"],
        "Secret" => ["name", "valueFrom"],
        "Tag" => ["key", "value"],
        "HostEntry" => ["hostname", "ipAddress"],
        "SystemControl" => ["namespace", "value"],
        "ContainerDependency" => ["containerName", "condition"],
        _ => return None,
    })
}

/// Whether an object is names with scalars as their values, and no pair itself.
pub(crate) fn is_map(json: &Json<'_>, id: Id, keys: [&str; 2]) -> bool {
    let members = json.children(id);
    let pair = ["name", "key", "value", "valueFrom"];
    let of_pair = |&&id: &&Id| {
        let key = json.key(id);
        pair.contains(&&*key) || keys.contains(&&*key)
    };
    let has = |names: [&str; 3]| {
        let mut keys = members.iter().map(|&id| letters(&json.key(id)));
        keys.any(|key| names.iter().any(|name| letters(name) == key))
    };
    let both = has(["name", "key", keys[0]]) && has(["value", "valueFrom", keys[1]]);
    let like_a_pair =
        members.len() > 1 && (both || members.iter().filter(of_pair).count() == members.len());
    let nested = members.iter().any(|&id| {
        let counts = json.get(json.node(id).parent.unwrap_or(0), &json.key(id)) == Some(id);
        counts && matches!(json.kind(id), Kind::List | Kind::Object)
    });
    json.kind(id) == Kind::Object && !like_a_pair && !nested
}

/// The letters of a name, whatever their case.
fn letters(name: &str) -> String {
    name.to_ascii_lowercase().replace(['-', '_', ' '], "")
}

impl Audit<'_> {
    /// The keys of the pairs that an object becomes, if it becomes a list of pairs.
    pub(super) fn map_keys(&self, id: Id, place: Spot) -> Option<[&'static str; 2]> {
        let Some(Shape::List(list)) = place.shape else {
            return None;
        };
        let keys = pair_keys(list).filter(|_| self.case.repair)?;
        is_map(&self.pasted, id, keys).then_some(keys)
    }

    /// The spot of the only element that a value becomes, if it does.
    pub(super) fn only_element(&self, id: Id, place: Spot) -> Option<Spot> {
        let Some(Shape::List(list)) = place.shape else {
            return None;
        };
        if !self.case.repair || self.map_keys(id, place).is_some() {
            return None;
        }
        let element = Spot::of(list.element);
        let can = match (self.pasted.kind(id), list.element) {
            (Kind::Object, Shape::Structure(structure)) => {
                let members = self.pasted.children(id);
                let known = |&id: &Id| {
                    let key = letters(&self.pasted.key(id));
                    let mut members = structure.members.iter();
                    members.any(|member| letters(member.name) == key)
                };
                !members.is_empty() && members.iter().all(known)
            }
            (Kind::Number, Shape::Integer(_)) => self.pasted.token(id).parse::<i64>().is_ok(),
            (Kind::String, Shape::String(_)) => {
                let text = self.pasted.string(id).unwrap_or_default();
                let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@+=".contains(c);
                !text.is_empty() && text.chars().all(plain)
            }
            _ => false,
        };
        let gone = place.required && self.vanishes(id, element);
        (can && !gone).then_some(element)
    }

    /// `{"NAME": "VALUE"}` became `[{"name": "NAME", "value": "VALUE"}]`.
    pub(super) fn map(&mut self, id: Id, to: Id, place: Spot, keys: [&str; 2]) -> Outcome {
        let pointer = self.pasted.pointer(id);
        let mut entries = self.result.children(to).to_vec().into_iter();
        for child in self.pasted.children(id).to_vec() {
            let Some(change) = self.change(child) else {
                return Err(format!("{} changed untold", self.pasted.pointer(child)));
            };
            if change.to.is_none() {
                let key = self.pasted.key(child).to_ascii_lowercase();
                if change.rule == "reserved-tag" {
                    if keys[0] == "key" && key.starts_with("aws:") {
                        continue;
                    }
                    return Err(format!("{key} is no reserved tag"));
                }
                self.removal(change, child, Spot::UNKNOWN)?;
                continue;
            }
            let entry = entries
                .next()
                .map(|entry| (entry, self.result.children(entry)));
            let Some((_, &[name, value])) = entry else {
                return Err(format!("{pointer} became {}", self.result.compact(to)));
            };
            self.accounted[name] += 1;
            let key = self.pasted.key_token(child);
            if self.result.key(name) != keys[0] || self.result.token(name) != key {
                return Err(format!("{key} became {}", self.result.compact(name)));
            }
            if self.result.key(value) != keys[1] {
                return Err(format!("{key} has no value"));
            }
            if let Some(Shape::List(list)) = place.shape
                && let Shape::Structure(pair) = list.element
                && let Some((_, member)) = pair.member(keys[0])
            {
                self.below_minimum(name, member.shape);
            }
            self.repair(change, child, value, Spot::UNKNOWN)?;
        }
        if self.result.is_leaf(to) {
            return Err(format!("{pointer} was emptied and should go"));
        }
        entries.try_for_each(|entry| self.added(entry))
    }

    /// A value became the only element of a list: told as one change, or for each leaf that is not
    /// changed otherwise.
    pub(super) fn wrapped(&mut self, id: Id, to: Id, element: Spot) -> Outcome {
        let pointer = self.pasted.pointer(id);
        let &[only] = self.result.children(to) else {
            return Err(format!("{pointer} became {}", self.result.compact(to)));
        };
        let mut told = Vec::new();
        for inner in self.pasted.within(id) {
            if self.is_told(inner) && (inner == id || !self.is_whole(inner)) {
                told.push((inner, self.take(inner)?));
                self.carried.insert(inner);
            }
        }
        self.keep(id, only, element)?;
        for &(inner, index) in &told {
            let whole = inner == id && self.changes[index].to == Some(self.result.pointer(to));
            let new = if whole { Some(to) } else { self.became[inner] };
            let new = new.ok_or("it is carried nowhere")?;
            if self.changes[index].to != Some(self.result.pointer(new)) {
                return Err(format!(
                    "{} is carried elsewhere",
                    self.pasted.pointer(inner)
                ));
            }
            self.says(self.changes[index].after.as_ref(), &self.result, new)?;
        }
        for leaf in self.pasted.leaves(id) {
            let mut around = self.pasted.around(leaf);
            let known = |id: Id| self.carried.contains(&id) || self.change_at[id].is_some();
            if !around.any(known) {
                return Err(format!("{} moved untold", self.pasted.pointer(leaf)));
            }
        }
        for (inner, index) in told {
            for id in self.pasted.within(inner) {
                self.became[id] = None;
            }
            self.change_at[inner] = Some(index);
        }
        Ok(())
    }

    fn is_told(&self, id: Id) -> bool {
        let change = self.change(id);
        change.is_some_and(|change| change.rule == "element-for-list")
    }

    /// Whether the change of a value is that it became a list.
    fn is_whole(&self, id: Id) -> bool {
        let after = self.change(id).and_then(|change| change.after.as_ref());
        let is_list = after.is_some_and(|after| after.starts_with('['));
        is_list && self.pasted.kind(id) != Kind::List
    }

    /// Takes the change of a value away, so that the value can be kept in its new place.
    fn take(&mut self, id: Id) -> Outcome<usize> {
        let index = self.change_at[id].take().ok_or("no change to take")?;
        let to = self.changes[index].to.as_deref().unwrap_or_default();
        let queue = self.expected.get_mut(to).ok_or("it is carried twice")?;
        queue.retain(|&other| other != index);
        Ok(index)
    }

    /// Whether an optional member is empty and of the other kind: `[]` for an object, or `{}` for a
    /// list.
    pub(super) fn is_other_empty(&self, id: Id, place: Spot) -> bool {
        let other = match place.shape {
            Some(Shape::Structure(_) | Shape::Map(_)) => Kind::List,
            Some(Shape::List(_)) => Kind::Object,
            _ => return false,
        };
        let optional = !place.name.is_empty() && !place.required;
        let empty = self.pasted.children(id).is_empty();
        self.case.repair && optional && empty && self.pasted.kind(id) == other
    }
}
