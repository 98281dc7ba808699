//! The positions in the report, and the values shown there.

use std::collections::{HashMap, VecDeque};

use taskdef_core::Position;
use taskdef_core::report::Change;

use super::{Audit, Outcome};
use crate::json::{Id, Json, Kind};

impl<'a> Audit<'a> {
    /// Checks each change: its pointer and its line and column lead to the same node.
    pub(super) fn places(&mut self) -> Outcome {
        let nodes = places(&self.pasted);
        let find = |pointer: Option<&String>, position: Option<Position>| -> Outcome<Option<Id>> {
            let (Some(pointer), Some(position)) = (pointer, position) else {
                return match (pointer, position) {
                    (None, None) => Ok(None),
                    _ => Err("a pointer without a position, or the other way round".into()),
                };
            };
            let id = *nodes
                .get(&place(position))
                .ok_or_else(|| format!("nothing begins at {position:?}"))?;
            if self.pasted.pointer(id) != *pointer {
                let there = self.pasted.pointer(id);
                return Err(format!("{pointer} is said to stand where {there} stands"));
            }
            Ok(Some(id))
        };
        for (index, change) in self.changes.iter().enumerate() {
            let at = find(change.at.as_ref(), change.position)
                .map_err(|why| format!("{}: {why}", change.rule))?;
            self.node_of.push(at);
            if let Some(id) = at {
                if self.change_at[id].replace(index).is_some() {
                    return Err(format!("two changes at {}", self.pasted.pointer(id)));
                }
                self.says(change.before.as_ref(), &self.pasted, id)?;
            } else if change.before.is_some() {
                return Err(format!("{}: before nothing stood something", change.rule));
            }
            match &change.to {
                Some(to) => self.expected.entry(to).or_default().push_back(index),
                None if change.after.is_none() => {}
                None => return Err(format!("{}: after nothing stands something", change.rule)),
            }
            let kind = match (&change.at, &change.to, change.rule) {
                (_, None, _) => "removed",
                (None, _, _) => "added",
                (_, _, "tags-beside") => "moved",
                (_, _, "requested-edit") => "edited",
                _ => "repaired",
            };
            if change.kind.id() != kind {
                return Err(format!(
                    "{} is {}, not {kind}",
                    change.rule,
                    change.kind.id()
                ));
            }
        }
        for finding in &self.case.conversion.report.findings {
            let at = find(finding.at.as_ref(), finding.position);
            at.map_err(|why| format!("{}: {why}", finding.rule))?;
        }
        Ok(())
    }

    /// Checks that the value shown in the report is the one at the node.
    pub(super) fn says(&self, said: Option<&String>, json: &Json<'_>, id: Id) -> Outcome {
        let said = said.ok_or("a change shows no value")?;
        let shown = Json::read(said).map_err(|why| format!("{said}: {why}"))?;
        let alike =
            said == &json.compact(id) || (!self.case.show_values && masked(&shown, 0, json, id));
        if alike {
            Ok(())
        } else {
            Err(format!("{} is told as {said}", json.pointer(id)))
        }
    }

    /// Counts, for each pasted node, the leaves that were not removed.
    pub(super) fn count(&mut self) {
        for id in (0..self.pasted.nodes.len()).rev() {
            self.stays[id] = match self.change_at[id] {
                Some(change) => usize::from(self.changes[change].to.is_some()),
                None if self.pasted.is_leaf(id) => 1,
                None => self
                    .pasted
                    .children(id)
                    .iter()
                    .map(|&id| self.stays[id])
                    .sum(),
            };
        }
    }

    /// Takes the change that leads to a node of the result, if any, with its pasted node.
    pub(super) fn arrives(&mut self, to: Id) -> Outcome<Option<(&'a Change, Option<Id>)>> {
        let pointer = self.result.pointer(to);
        let queue = self.expected.get(&*pointer);
        let Some(&index) = queue.and_then(VecDeque::front) else {
            return Ok(None);
        };
        let change = &self.changes[index];
        let told = self.says(change.after.as_ref(), &self.result, to);
        if told.is_err() && change.rule == "tags-beside" {
            // A key that occurs twice: the change is about the other one.
            return Ok(None);
        }
        told?;
        self.expected.get_mut(&*pointer).map(VecDeque::pop_front);
        for leaf in self.result.leaves(to) {
            self.accounted[leaf] += 1;
        }
        Ok(Some((change, self.node_of[index])))
    }
}

/// Where each node begins.
pub(super) fn places(json: &Json<'_>) -> HashMap<Place, Id> {
    let ids = 0..json.nodes.len();
    let begins = ids.clone().map(|id| json.begins(id));
    positions(json.text, begins).into_iter().zip(ids).collect()
}

/// The line, the column in scalar values and the column in UTF-16 units of each byte, all from 1.
/// The bytes must ascend.
pub(crate) fn positions(text: &str, bytes: impl Iterator<Item = usize>) -> Vec<Place> {
    let (mut line, mut column, mut units) = (1, 1, 1);
    let mut chars = text.char_indices().peekable();
    let mut found = Vec::new();
    for byte in bytes {
        while let Some((_, c)) = chars.next_if(|&(at, _)| at < byte) {
            let followed = chars.peek().is_some_and(|&(_, next)| next == '\n');
            if c == '\n' || (c == '\r' && !followed) {
                (line, column, units) = (line + 1, 1, 1);
            } else {
                column += 1;
                units += if u32::from(c) > 0xFFFF { 2 } else { 1 };
            }
        }
        found.push((line, column, units));
    }
    found
}

/// A position in comparable form.
pub(crate) type Place = (u32, u32, u32);

/// The comparable form of a position of the core.
pub(crate) fn place(position: Position) -> Place {
    (position.line, position.column, position.column_utf16)
}

/// Whether a shown value is the one at `id`, apart from masked scalars.
fn masked(shown: &Json<'_>, at: Id, json: &Json<'_>, id: Id) -> bool {
    if shown.token(at) == "\"****\"" {
        return !matches!(json.kind(id), Kind::List | Kind::Object | Kind::Null);
    }
    let (inner, other) = (shown.children(at), json.children(id));
    let alike = shown.kind(at) == json.kind(id) && inner.len() == other.len();
    if inner.is_empty() {
        return alike && (json.token(id) == shown.token(at) || json.compact(id) == shown.token(at));
    }
    alike
        && inner.iter().zip(other).all(|(&inner, &other)| {
            shown.key_token(inner) == json.key_token(other) && masked(shown, inner, json, other)
        })
}
