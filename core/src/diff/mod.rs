//! The semantic differences between two task definitions.
//!
//! Both are converted first, so read-only fields, nulls and wrong types don't count. Neither do the
//! order of keys and of lists that are sets (`order.rs`), units of the task size (`size.rs`), and
//! the defaults that ECS fills in (`defaults.rs`). In doubt it is a difference, because a caller
//! may skip a registration if there is none.

mod defaults;
mod item;
mod order;
mod size;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use {
    defaults::FILL_INS,
    order::{Order, UNORDERED},
};

use std::borrow::Cow;

use serde::Serialize;

use crate::document::Document;
use crate::error::Failure;
use crate::escape::report_json;
use crate::first_occurrence::first_occurrences;
use crate::in_order::in_order;
use crate::mask;
use crate::pasted::Pasted;
use crate::position::boundary_before;
use crate::tree::Kind;
use item::Item;

/// The version of the JSON. It is incremented when a member is removed or changes its meaning.
pub const VERSION: u32 = 1;

/// The result of a comparison.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// [`VERSION`].
    pub version: u32,
    /// The differences, members in AWS's order; empty if both definitions mean the same.
    pub differences: Vec<Difference>,
    /// Values that are written differently but mean the same: defaults of ECS, units, and reordered
    /// lists whose order does not count, as the names of their elements.
    pub uncounted: Vec<Difference>,
}

impl Comparison {
    /// The comparison as JSON on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        report_json(self)
    }
}

/// A difference.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Whether a value was added, removed or changed.
    pub kind: DifferenceKind,
    /// The path, with names for elements that have a unique one which may be shown:
    /// `containerDefinitions[app].environment[STAGE].value`. Other elements have an index: the old
    /// one if the value was removed, else the new one.
    pub at: String,
    /// The old value as JSON text, masked; `None` for an addition.
    pub before: Option<String>,
    /// The new value as JSON text, masked, so that it may look like the old one; `None` for a
    /// removal.
    pub after: Option<String>,
}

/// How the new document differs from the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum DifferenceKind {
    Added,
    Removed,
    Changed,
}

/// One of the two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Which {
    Old,
    New,
}

/// Compares two pasted texts.
///
/// # Errors
/// One of them can't be read as a task definition. Returns which one, and why.
pub fn diff(
    old: &Pasted<'_>,
    new: &Pasted<'_>,
    show_values: bool,
) -> Result<Comparison, (Which, Failure)> {
    let old = Document::new(old, &[], true).map_err(|failure| (Which::Old, failure))?;
    let new = Document::new(new, &[], true).map_err(|failure| (Which::New, failure))?;
    let mut walk = Walk {
        show_values,
        differences: Vec::new(),
        uncounted: Vec::new(),
    };
    walk.compare(
        String::new(),
        Item::root(old.result()),
        Item::root(new.result()),
    );
    Ok(Comparison {
        version: VERSION,
        differences: walk.differences,
        uncounted: walk.uncounted,
    })
}

struct Walk {
    show_values: bool,
    differences: Vec<Difference>,
    uncounted: Vec<Difference>,
}

type Pair<'a> = (Option<Item<'a>>, Option<Item<'a>>);

impl Walk {
    fn pair(&mut self, at: String, pair: Pair<'_>) {
        match pair {
            (Some(old), Some(new)) => self.compare(at, old, new),
            (Some(item), None) | (None, Some(item)) if item.is_filled_in() => {
                let difference = self.difference(at, pair);
                self.uncounted.push(difference);
            }
            // A missing list is the same as an empty one: report each added or removed variable.
            (Some(item), None) | (None, Some(item)) if order::has_names(item) => {
                self.elements(&at, pair);
            }
            one_sided => {
                let difference = self.difference(at, one_sided);
                self.differences.push(difference);
            }
        }
    }

    fn compare(&mut self, at: String, old: Item<'_>, new: Item<'_>) {
        let pair = (Some(old), Some(new));
        match (old.view.kind(), new.view.kind()) {
            (Kind::Object, Kind::Object) => {
                for (key, pair) in members(old, new) {
                    let dot = if at.is_empty() { "" } else { "." };
                    self.pair(deeper(&at, &format!("{dot}{key}")), pair);
                }
            }
            (Kind::List, Kind::List) => self.elements(&at, pair),
            _ if old.canonical() != new.canonical() => {
                let difference = self.difference(at, pair);
                self.differences.push(difference);
            }
            _ if old.view.token() != new.view.token() => {
                let difference = self.difference(at, pair);
                self.uncounted.push(difference);
            }
            _ => {}
        }
    }

    fn elements(&mut self, at: &str, lists: Pair<'_>) {
        let pairs = order::elements(lists, self.show_values);
        if let Some((before, after)) = order::orders(&pairs) {
            self.uncounted.push(Difference {
                kind: DifferenceKind::Changed,
                at: at.to_owned(),
                before: Some(before),
                after: Some(after),
            });
        }
        for (label, pair) in pairs {
            self.pair(deeper(at, &format!("[{label}]")), pair);
        }
    }

    fn difference(&self, at: String, (old, new): Pair<'_>) -> Difference {
        let kind = match (old, new) {
            (None, _) => DifferenceKind::Added,
            (_, None) => DifferenceKind::Removed,
            _ => DifferenceKind::Changed,
        };
        let json = |item: Item<'_>| mask::json(item.view, self.show_values);
        Difference {
            kind,
            at,
            before: old.map(json),
            after: new.map(json),
        }
    }
}

/// The longest step of a path, in bytes.
const LONGEST_STEP: usize = 260;

/// The path of a member or an element. Every difference repeats the path to it, so that a long key
/// is cut, and a path that is too long ends at what contains the value.
fn deeper(at: &str, step: &str) -> String {
    const LONGEST: usize = 1000;
    let cut = boundary_before(step, LONGEST_STEP);
    let more = if cut < step.len() { "…" } else { "" };
    if at.len() + cut <= LONGEST {
        [at, &step[..cut], more].concat()
    } else {
        at.to_owned()
    }
}

/// The members of two objects paired by key, in AWS's order, then in that of the documents.
fn members<'a>(old: Item<'a>, new: Item<'a>) -> Vec<(Cow<'a, str>, Pair<'a>)> {
    let (old, new): (Vec<_>, Vec<_>) = (old.members().collect(), new.members().collect());
    let keys: Vec<&str> = old.iter().chain(&new).map(|(key, _)| &**key).collect();
    let firsts = first_occurrences(&keys);
    let mut pairs = vec![(None, None); keys.len()];
    for (place, (_, item)) in old.iter().enumerate() {
        pairs[firsts[place]].0 = Some(*item);
    }
    for (place, (_, item)) in new.iter().enumerate() {
        pairs[firsts[old.len() + place]].1 = Some(*item);
    }
    let all = old.into_iter().chain(new).zip(pairs);
    let known = all.filter(|(_, pair)| pair.0.is_some() || pair.1.is_some());
    let pairs: Vec<_> = known
        .map(|((key, item), pair)| (item.order(), key, pair))
        .collect();
    let order = in_order(pairs.iter().map(|(order, ..)| u32::from(*order)));
    let pairs = order.into_iter().map(|(_, place)| &pairs[place]);
    pairs.map(|(_, key, pair)| (key.clone(), *pair)).collect()
}
