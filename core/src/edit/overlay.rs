//! Edits laid over the pasted tree, which itself never changes.

use crate::tree::{Kind, NodeId, quote};

/// What the edits do to single nodes: there are few, and they are sorted by node.
#[derive(Debug, Default)]
pub(crate) struct EditOverlay(Vec<(NodeId, NodeEdit)>);

/// What an edit does to one node.
#[derive(Debug)]
pub(crate) enum NodeEdit {
    /// It goes.
    Remove,
    /// Something else stands in its place.
    Replace(NewValue),
    /// Members (or elements, whose keys are empty) follow its own.
    Append(Vec<(String, NewValue)>),
}

/// A value that an edit brings.
#[derive(Debug, Clone)]
pub(crate) enum NewValue {
    /// A scalar's JSON token.
    Token(Kind, String),
    /// A list; the keys are empty.
    List(Vec<(String, NewValue)>),
    /// An object.
    Object(Vec<(String, NewValue)>),
}

impl EditOverlay {
    pub(crate) fn op(&self, id: NodeId) -> Option<&NodeEdit> {
        if self.0.is_empty() {
            return None;
        }
        self.place(id).ok().map(|at| &self.0[at].1)
    }

    fn place(&self, id: NodeId) -> Result<usize, usize> {
        self.0.binary_search_by(|(node, _)| node.cmp(&id))
    }

    fn set(&mut self, id: NodeId, op: NodeEdit) {
        match self.place(id) {
            Ok(at) => self.0[at].1 = op,
            Err(at) => self.0.insert(at, (id, op)),
        }
    }

    pub(super) fn remove(&mut self, id: NodeId) {
        self.set(id, NodeEdit::Remove);
    }

    pub(super) fn replace(&mut self, id: NodeId, new: NewValue) {
        self.set(id, NodeEdit::Replace(new));
    }

    /// It stays as it was pasted, whatever was asked for before.
    pub(super) fn leave(&mut self, id: NodeId) {
        if let Ok(at) = self.place(id) {
            self.0.remove(at);
        }
    }

    /// Adds an element, or a member, which comes in the place of one with the same key.
    pub(super) fn append(&mut self, id: NodeId, key: &str, new: NewValue) {
        let at = self.place(id).unwrap_or_else(|at| {
            self.0.insert(at, (id, NodeEdit::Append(Vec::new())));
            at
        });
        let (_, op) = &mut self.0[at];
        if let NodeEdit::Append(members) = op {
            members.retain(|(other, _)| key.is_empty() || other != key);
            members.push((key.to_owned(), new));
        }
    }
}

impl NewValue {
    pub(crate) fn string(characters: &str) -> Self {
        let mut token = String::new();
        quote(characters, &mut token);
        NewValue::Token(Kind::String, token)
    }

    pub(crate) fn list(elements: impl IntoIterator<Item = NewValue>) -> Self {
        NewValue::List(
            elements
                .into_iter()
                .map(|new| (String::new(), new))
                .collect(),
        )
    }

    /// `{"name": NAME, "value": …}`, as environment, secrets and tags are written.
    pub(crate) fn pair(name_key: &str, name: &str, value_key: &str, value: NewValue) -> Self {
        NewValue::Object(vec![
            (name_key.to_owned(), NewValue::string(name)),
            (value_key.to_owned(), value),
        ])
    }
}
