//! Edits laid over the pasted tree, which itself never changes.

use crate::tree::{Kind, NodeId, quote};

/// What the edits do to single nodes: there are few, and they are sorted by node.
#[derive(Debug, Default)]
pub(crate) struct Overlay(Vec<(NodeId, Op)>);

/// What an edit does to one node.
#[derive(Debug)]
pub(crate) enum Op {
    /// It goes.
    Remove,
    /// Something else stands in its place.
    Replace(New),
    /// Members (or elements, whose keys are empty) follow its own.
    Append(Vec<(String, New)>),
}

/// A value that an edit brings.
#[derive(Debug, Clone)]
pub(crate) enum New {
    /// A scalar's JSON token.
    Token(Kind, String),
    /// A list; the keys are empty.
    List(Vec<(String, New)>),
    /// An object.
    Object(Vec<(String, New)>),
}

impl Overlay {
    pub(crate) fn op(&self, id: NodeId) -> Option<&Op> {
        if self.0.is_empty() {
            return None;
        }
        self.place(id).ok().map(|at| &self.0[at].1)
    }

    fn place(&self, id: NodeId) -> Result<usize, usize> {
        self.0.binary_search_by(|(node, _)| node.cmp(&id))
    }

    fn set(&mut self, id: NodeId, op: Op) {
        match self.place(id) {
            Ok(at) => self.0[at].1 = op,
            Err(at) => self.0.insert(at, (id, op)),
        }
    }

    pub(super) fn remove(&mut self, id: NodeId) {
        self.set(id, Op::Remove);
    }

    pub(super) fn replace(&mut self, id: NodeId, new: New) {
        self.set(id, Op::Replace(new));
    }

    /// It stays as it was pasted, whatever was asked for before.
    pub(super) fn leave(&mut self, id: NodeId) {
        if let Ok(at) = self.place(id) {
            self.0.remove(at);
        }
    }

    /// Adds an element, or a member, which comes in the place of one with the same key.
    pub(super) fn append(&mut self, id: NodeId, key: &str, new: New) {
        let at = self.place(id).unwrap_or_else(|at| {
            self.0.insert(at, (id, Op::Append(Vec::new())));
            at
        });
        let (_, op) = &mut self.0[at];
        if let Op::Append(members) = op {
            members.retain(|(other, _)| key.is_empty() || other != key);
            members.push((key.to_owned(), new));
        }
    }
}

impl New {
    pub(crate) fn string(characters: &str) -> Self {
        let mut token = String::new();
        quote(characters, &mut token);
        New::Token(Kind::String, token)
    }

    pub(crate) fn list(elements: impl IntoIterator<Item = New>) -> Self {
        New::List(
            elements
                .into_iter()
                .map(|new| (String::new(), new))
                .collect(),
        )
    }

    /// `{"name": NAME, "value": …}`, as environment, secrets and tags are written.
    pub(crate) fn pair(name_key: &str, name: &str, value_key: &str, value: New) -> Self {
        New::Object(vec![
            (name_key.to_owned(), New::string(name)),
            (value_key.to_owned(), value),
        ])
    }
}
