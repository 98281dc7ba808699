//! Read access to a tree: a node together with the texts that it refers to.

use std::borrow::Cow;
use std::fmt::Write;

use super::{Kind, NONE, Node, NodeId, Tree, unquote};

/// Up to this number of members, pairwise comparison is faster than sorting.
const FEW: usize = 8;

/// A node with its tree and the pasted text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NodeRef<'a> {
    /// The pasted text.
    pub(crate) source: &'a str,
    /// The tree.
    pub(crate) tree: &'a Tree,
    /// The node's id.
    pub(crate) id: NodeId,
}

impl<'a> NodeRef<'a> {
    /// The root of a tree that has at least one node.
    #[must_use]
    pub(crate) fn root(source: &'a str, tree: &'a Tree) -> Self {
        NodeRef {
            source,
            tree,
            id: 0,
        }
    }

    /// Another node of the same tree.
    #[must_use]
    pub(crate) fn node_at(self, id: NodeId) -> Self {
        NodeRef { id, ..self }
    }

    /// The node itself.
    #[must_use]
    #[inline]
    pub(crate) fn node(self) -> &'a Node {
        self.tree.node(self.id)
    }

    /// Its JSON type.
    #[must_use]
    pub(crate) fn kind(self) -> Kind {
        self.node().kind
    }

    /// Its key, or the empty string for an element.
    #[must_use]
    #[inline]
    pub(crate) fn key(self) -> Cow<'a, str> {
        let node = self.node();
        let token = self.tree.text(self.source, node.key);
        if node.plain_key {
            return Cow::Borrowed(&token[1..token.len() - 1]);
        }
        unquote(token)
    }

    /// Its key as a JSON token, quotes included; empty for an element.
    #[must_use]
    #[inline]
    pub(crate) fn key_token(self) -> &'a str {
        self.tree.text(self.source, self.node().key)
    }

    /// A scalar's JSON token; empty for a list or an object.
    #[must_use]
    #[inline]
    pub(crate) fn token(self) -> &'a str {
        self.tree.text(self.source, self.node().text)
    }

    /// The value as it was pasted, white space included.
    #[must_use]
    pub(crate) fn source_text(self) -> &'a str {
        let node = self.node();
        let text = self.source.get(node.value as usize..node.span.end as usize);
        text.unwrap_or_default()
    }

    /// The text as it was pasted, from its key on; from the value on for an element.
    #[must_use]
    pub(crate) fn source_from_key(self) -> &'a str {
        let text = self.source.get(self.node().span.start as usize..);
        text.unwrap_or_default()
    }

    /// A string's characters; `None` for any other type.
    #[must_use]
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        (self.kind() == Kind::String).then(|| unquote(self.token()))
    }

    /// The characters of a member that is a string.
    #[must_use]
    #[inline(never)]
    pub(crate) fn member_str(self, key: &str) -> Option<Cow<'a, str>> {
        self.member(key)?.string()
    }

    /// An integer's value; `None` for any other type, or if it does not fit in 64 bits.
    #[must_use]
    pub(crate) fn integer(self) -> Option<i64> {
        (self.kind() == Kind::Number)
            .then(|| self.token().parse().ok())
            .flatten()
    }

    /// Whether a member is `true`.
    #[must_use]
    pub(crate) fn is_member_true(self, key: &str) -> bool {
        self.member(key)
            .is_some_and(|member| member.token() == "true")
    }

    /// The elements of a member that is a list; empty for any other member.
    #[must_use]
    pub(crate) fn member_elements(self, key: &str) -> Children<'a> {
        Children::of_list(self.member(key), self)
    }

    /// Whether it is a scalar, `[]` or `{}`.
    #[must_use]
    pub(crate) fn is_leaf(self) -> bool {
        self.node().is_leaf(self.id)
    }

    /// The members or elements, in order.
    #[must_use]
    pub(crate) fn children(self) -> Children<'a> {
        Children {
            view: self.node_at(self.id + 1),
            end: self.node().next,
        }
    }

    /// Everything in it, in order.
    pub(crate) fn inside(self) -> impl Iterator<Item = NodeRef<'a>> {
        (self.id + 1..self.node().next).map(move |id| self.node_at(id))
    }

    /// The siblings after this one.
    #[must_use]
    pub(crate) fn following(self) -> Children<'a> {
        Children {
            view: self.node_at(self.node().next),
            end: self.parent().map_or(0, |parent| parent.node().next),
        }
    }

    /// The last member of this name, which is the one that every AWS client uses.
    #[must_use]
    #[inline(never)]
    pub(crate) fn member(self, key: &str) -> Option<NodeRef<'a>> {
        if self.kind() != Kind::Object {
            return None;
        }
        self.children().filter(|child| child.key() == key).last()
    }

    /// The members whose key occurs again later in the same object.
    #[must_use]
    pub(crate) fn shadowed(self) -> Vec<NodeId> {
        let few = self.children().nth(FEW).is_none();
        if few
            && !self
                .children()
                .any(|child| child.following().any(|later| later.is_named_as(child)))
        {
            return Vec::new();
        }
        let mut keys: Vec<_> = self
            .children()
            .map(|child| (child.key(), child.broken_key(), child.id))
            .collect();
        keys.sort_unstable();
        let pairs = keys.windows(2);
        let again = pairs.filter(|pair| (&pair[0].0, pair[0].1) == (&pair[1].0, pair[1].1));
        let mut earlier: Vec<NodeId> = again.map(|pair| pair[0].2).collect();
        earlier.sort_unstable();
        earlier
    }

    fn is_named_as(self, other: NodeRef<'_>) -> bool {
        self.key() == other.key() && self.broken_key() == other.broken_key()
    }

    /// The token of a key in which lone surrogates became U+FFFD, so that others look the same.
    fn broken_key(self) -> &'a str {
        let token = self.key_token();
        let broken = !self.node().plain_key && self.key().contains(char::REPLACEMENT_CHARACTER);
        if broken { token } else { "" }
    }

    /// The list or object that contains it.
    #[must_use]
    pub(crate) fn parent(self) -> Option<NodeRef<'a>> {
        let parent = self.node().parent;
        (parent != NONE).then(|| self.node_at(parent))
    }

    /// Its JSON pointer (RFC 6901).
    #[must_use]
    pub(crate) fn pointer(self) -> String {
        let mut out = String::new();
        self.point(&mut out);
        out
    }

    fn point(self, out: &mut String) {
        let Some(parent) = self.parent() else {
            return;
        };
        parent.point(out);
        out.push('/');
        if parent.kind() == Kind::List {
            let _ = write!(out, "{}", self.node().index);
            return;
        }
        for c in self.key().chars() {
            match c {
                '~' => out.push_str("~0"),
                '/' => out.push_str("~1"),
                c => out.push(c),
            }
        }
    }
}

/// The children of a node, in order.
#[derive(Debug, Clone)]
pub(crate) struct Children<'a> {
    view: NodeRef<'a>,
    end: NodeId,
}

impl<'a> Children<'a> {
    /// The elements of a list; empty for anything else. `near` is any node of the same tree.
    #[must_use]
    #[inline(never)]
    pub(crate) fn of_list(list: Option<NodeRef<'a>>, near: NodeRef<'a>) -> Self {
        match list {
            Some(list) if list.kind() == Kind::List => list.children(),
            _ => Children { view: near, end: 0 },
        }
    }
}

impl<'a> Iterator for Children<'a> {
    type Item = NodeRef<'a>;

    fn next(&mut self) -> Option<NodeRef<'a>> {
        let child = self.view;
        if child.id >= self.end {
            return None;
        }
        self.view.id = child.node().next;
        Some(child)
    }
}

#[cfg(test)]
mod tests {
    use super::NodeRef;
    use crate::read::read;
    use crate::tree::Tree;

    #[test]
    fn keys_with_other_halves_of_characters_are_others() {
        for (members, shadowed) in [
            (r#""a": 1, "\u0061": 2"#, 1),
            (r#""\ud83d": 1, "\ud83e": 2"#, 0),
            (r#""\ud83d": 1, "\ud83d": 2"#, 1),
        ] {
            // More members take the other way.
            for more in [
                "",
                r#", "b": 1, "c": 2, "d": 3, "e": 4, "f": 5, "g": 6, "h": 7"#,
            ] {
                let text = format!("{{{members}{more}}}");
                let mut tree = Tree::default();
                assert!(read(&text, &mut tree).is_ok(), "{text}");
                let found = NodeRef::root(&text, &tree).shadowed().len();
                assert_eq!(found, shadowed, "{text}");
            }
        }
    }
}
