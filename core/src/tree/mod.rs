//! One borrowing tree for everything: a flat list of nodes in reading order, whose texts are
//! spans of the pasted text.
//!
//! A parsed text and the sanitized result are both a [`Tree`]. Nothing is copied that can be
//! pointed at, every node knows where it stood, and a tree's memory can serve the next text,
//! which is what lets `--lines` convert millions of definitions in constant memory.

mod json;
mod view;

pub use json::{is_string_token, quote, unquote};
pub use view::{Children, View};

/// A node's place in its [`Tree`].
pub type NodeId = u32;

/// The absent node: the parent of a root, the origin of what an edit added.
pub const NONE: NodeId = NodeId::MAX;

/// The JSON type of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}

/// A half-open range of bytes of the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A JSON token: a span of the pasted text, or of what was written beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text(Span);

impl Text {
    /// No token: the key of a list's element, the text of a list.
    pub const EMPTY: Text = Text(Span { start: 0, end: 0 });
    const EXTRA: u32 = 1 << 31;

    /// The longest text that positions can express, in bytes.
    pub const MAX: usize = (Self::EXTRA - 1) as usize;

    /// A token of the pasted text.
    #[must_use]
    pub fn pasted(start: u32, end: u32) -> Self {
        Text(Span { start, end })
    }
}

/// One value of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// The JSON type.
    pub kind: Kind,
    /// Write the pasted text of this value as it stands, whitespace included.
    pub verbatim: bool,
    /// The key has no escape, so that its characters are its token without the quotes.
    pub plain_key: bool,
    /// The key as a JSON token, quotes included; [`Text::EMPTY`] for an element.
    pub key: Text,
    /// A scalar's JSON token; [`Text::EMPTY`] for a list or an object.
    pub text: Text,
    /// The member or element in the pasted text, from its key (if any) to its value's end.
    pub span: Span,
    /// Where the value itself begins in the pasted text.
    pub value: u32,
    /// The list or object around it.
    pub parent: NodeId,
    /// Its position among its parent's children.
    pub index: u32,
    /// The node after this one's last descendant.
    pub next: NodeId,
    /// In a result, the pasted node that this one comes from; in a pasted tree, itself.
    pub origin: NodeId,
}

impl Node {
    /// Whether nothing stands inside: a scalar, `[]` or `{}`.
    #[must_use]
    pub fn is_leaf(&self, id: NodeId) -> bool {
        self.next == id + 1
    }
}

/// A JSON document as a flat list of nodes, parents before children.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    extra: String,
}

impl Tree {
    /// Forgets every node and keeps the memory.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.extra.clear();
    }

    /// Forgets every node, and takes over what `pasted` wrote beside its text, so that its tokens
    /// mean the same here.
    pub(crate) fn begin_from(&mut self, pasted: &Tree) {
        self.clear();
        self.extra.push_str(&pasted.extra);
    }

    /// How many nodes there are, which is the id of the next one.
    #[must_use]
    pub fn len(&self) -> NodeId {
        self.nodes.len() as NodeId
    }

    /// Whether there is no node yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node with this id; ids come from this tree, and node 0 is its root.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// The same, to change it.
    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// Adds a node after all others and gives its id.
    pub fn push(&mut self, node: Node) -> NodeId {
        let id = self.len();
        self.nodes.push(node);
        id
    }

    /// Says that `id`'s descendants end here.
    pub fn close(&mut self, id: NodeId) {
        let next = self.len();
        self.node_mut(id).next = next;
    }

    /// Forgets `id` and every node after it.
    pub fn truncate(&mut self, id: NodeId) {
        self.nodes.truncate(id as usize);
    }

    /// Writes a token beside the pasted text.
    pub fn write(&mut self, write: impl FnOnce(&mut String)) -> Text {
        let start = self.extra.len() as u32;
        write(&mut self.extra);
        Text(Span {
            start: start | Text::EXTRA,
            end: self.extra.len() as u32 | Text::EXTRA,
        })
    }

    /// A token's characters.
    #[must_use]
    #[inline]
    pub fn text<'a>(&'a self, source: &'a str, text: Text) -> &'a str {
        let Span { start, end } = text.0;
        if start & Text::EXTRA == 0 {
            &source[start as usize..end as usize]
        } else {
            &self.extra[(start & !Text::EXTRA) as usize..(end & !Text::EXTRA) as usize]
        }
    }
}
