//! One borrowing tree for everything: a flat list of nodes in reading order, whose texts are spans
//! of the pasted text.
//!
//! A parsed text and the sanitized result are both a [`Tree`]. A token is a span of the text
//! instead of a copy, every node knows its position, and a tree's memory is reused for the next
//! text, which lets `--lines` convert millions of definitions in constant memory.

mod json;
mod node_ref;

pub(crate) use json::{quote, unquote};
pub(crate) use node_ref::{Children, NodeRef};

/// The index of a node in its [`Tree`].
pub(crate) type NodeId = u32;

/// No node: the parent of a root, the origin of an added value.
pub(crate) const NONE: NodeId = NodeId::MAX;

/// The JSON type of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}

/// A half-open range of bytes of the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    /// The first byte.
    pub(crate) start: u32,
    /// The byte after the last.
    pub(crate) end: u32,
}

/// A JSON token: a span of the pasted text, or of the tree's side buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Token(Span);

impl Token {
    /// No token: the key of an element, the text of a list.
    pub(crate) const EMPTY: Token = Token(Span { start: 0, end: 0 });

    /// The bit of `start` and `end` that marks a span of the side buffer.
    const SIDE: u32 = 1 << 31;

    /// The longest text whose positions fit, in bytes.
    pub(crate) const MAX: usize = (Self::SIDE - 1) as usize;

    /// A token of the pasted text.
    #[must_use]
    pub(crate) fn pasted(start: u32, end: u32) -> Self {
        Token(Span { start, end })
    }
}

/// One value of a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    /// The JSON type.
    pub(crate) kind: Kind,
    /// Whether to write the value's pasted text verbatim, white space included.
    pub(crate) verbatim: bool,
    /// Whether the key has no escape, so that its characters are its token without the quotes.
    pub(crate) plain_key: bool,
    /// The key as a JSON token, quotes included; [`Token::EMPTY`] for an element.
    pub(crate) key: Token,
    /// A scalar's JSON token; [`Token::EMPTY`] for a list or an object.
    pub(crate) text: Token,
    /// The member or element in the pasted text, from its key (if any) to its value's end.
    pub(crate) span: Span,
    /// Where the value itself begins in the pasted text.
    pub(crate) value: u32,
    /// The list or object that contains it.
    pub(crate) parent: NodeId,
    /// Its position among its parent's children.
    pub(crate) index: u32,
    /// The node after this one's last descendant.
    pub(crate) next: NodeId,
    /// In a result, the pasted node that this one comes from; in a pasted tree, itself.
    pub(crate) origin: NodeId,
}

impl Node {
    /// Whether it contains nothing: a scalar, `[]` or `{}`.
    #[must_use]
    pub(crate) fn is_leaf(&self, id: NodeId) -> bool {
        self.next == id + 1
    }
}

/// A JSON document as a flat list of nodes, parents before children.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    side_buffer: String,
}

impl Tree {
    /// Removes every node and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.nodes.clear();
        self.side_buffer.clear();
    }

    /// Removes every node and copies the side buffer of `pasted`, so that its tokens are valid
    /// here.
    pub(crate) fn begin_from(&mut self, pasted: &Tree) {
        self.clear();
        self.side_buffer.push_str(&pasted.side_buffer);
    }

    /// The number of nodes, which is the id of the next one.
    #[must_use]
    pub(crate) fn len(&self) -> NodeId {
        self.nodes.len() as NodeId
    }

    /// The node with this id. The id must come from this tree; the root is 0.
    #[must_use]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// The node with this id, mutable.
    pub(crate) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// Appends a node and returns its id.
    pub(crate) fn push(&mut self, node: Node) -> NodeId {
        let id = self.len();
        self.nodes.push(node);
        id
    }

    /// Records that the descendants of `id` end here.
    pub(crate) fn close(&mut self, id: NodeId) {
        let next = self.len();
        self.node_mut(id).next = next;
    }

    /// Removes `id` and every node after it.
    pub(crate) fn truncate(&mut self, id: NodeId) {
        self.nodes.truncate(id as usize);
    }

    /// The tokens that are not in the pasted text, one after the other.
    #[must_use]
    pub(crate) fn side_buffer(&self) -> &str {
        &self.side_buffer
    }

    /// Writes a token to the side buffer.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut String)) -> Token {
        let start = self.side_buffer.len() as u32;
        write(&mut self.side_buffer);
        Token(Span {
            start: start | Token::SIDE,
            end: self.side_buffer.len() as u32 | Token::SIDE,
        })
    }

    /// A token's characters.
    #[must_use]
    #[inline]
    pub(crate) fn text<'a>(&'a self, source: &'a str, text: Token) -> &'a str {
        let Span { start, end } = text.0;
        if start & Token::SIDE == 0 {
            &source[start as usize..end as usize]
        } else {
            &self.side_buffer[(start & !Token::SIDE) as usize..(end & !Token::SIDE) as usize]
        }
    }
}
