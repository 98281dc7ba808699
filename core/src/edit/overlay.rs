//! Edits as an overlay over the pasted tree, which itself never changes.

use crate::tree::{Kind, NodeId, quote};

/// The edits of single nodes, sorted by node. There are few.
#[derive(Debug, Default)]
pub(crate) struct EditOverlay(Vec<(NodeId, NodeEdit)>);

/// An edit of one node.
#[derive(Debug)]
pub(crate) enum NodeEdit {
    /// Removes it.
    Remove,
    /// Replaces it.
    Replace(NewValue),
    /// Appends members, or elements, whose keys are empty.
    Append(Vec<(String, NewValue)>),
}

/// A value that an edit inserts.
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

    /// Drops an earlier edit of the node, which then stays as pasted.
    pub(super) fn leave(&mut self, id: NodeId) {
        if let Ok(at) = self.place(id) {
            self.0.remove(at);
        }
    }

    /// Appends an element, or a member; a member replaces an appended one with the same key.
    pub(super) fn append(&mut self, id: NodeId, key: &str, new: NewValue) {
        let at = self.place(id).unwrap_or_else(|at| {
            self.0.insert(at, (id, NodeEdit::Append(Vec::new())));
            at
        });
        let (_, op) = &mut self.0[at];
        if let NodeEdit::Append(members) = op {
            if !key.is_empty() {
                members.retain(|(other, _)| other != key);
            }
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

    /// `{"name": NAME, "value": …}`: the form of an entry of `environment`, `secrets`, `tags` or `environmentFiles`.
    pub(crate) fn pair(name_key: &str, name: &str, value_key: &str, value: NewValue) -> Self {
        NewValue::Object(vec![
            (name_key.to_owned(), NewValue::string(name)),
            (value_key.to_owned(), value),
        ])
    }
}
