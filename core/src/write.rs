//! JSON text, and trees written as such.

use crate::tree::{Kind, NodeRef, quote};

/// Writes brackets, commas, colons and, if wanted, line breaks with an indent of two spaces.
pub(crate) struct JsonWriter<'o> {
    out: &'o mut String,
    pretty: bool,
    /// How many lists and objects are open.
    depth: usize,
    /// Whether nothing was written since the last bracket opened.
    empty: bool,
}

impl<'o> JsonWriter<'o> {
    /// Writes everything on one line.
    pub(crate) fn compact(out: &'o mut String) -> Self {
        Self::new(out, false)
    }

    /// Writes each member and element on a line of its own.
    pub(crate) fn pretty(out: &'o mut String) -> Self {
        Self::new(out, true)
    }

    fn new(out: &'o mut String, pretty: bool) -> Self {
        JsonWriter {
            out,
            pretty,
            depth: 0,
            empty: true,
        }
    }

    /// Opens a list or an object.
    #[inline]
    pub(crate) fn begin(&mut self, kind: Kind) {
        self.out.push(if kind == Kind::List { '[' } else { '{' });
        self.depth += 1;
        self.empty = true;
    }

    /// Closes a list or an object.
    #[inline]
    pub(crate) fn end(&mut self, kind: Kind) {
        self.depth -= 1;
        if !self.empty {
            self.line();
        }
        self.out.push(if kind == Kind::List { ']' } else { '}' });
        self.empty = false;
    }

    /// Begins an element.
    #[inline]
    pub(crate) fn element(&mut self) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        self.line();
    }

    /// Begins a member; the key is a JSON token.
    #[inline]
    pub(crate) fn key_token(&mut self, token: &str) {
        self.element();
        self.out.push_str(token);
        self.out.push_str(if self.pretty { ": " } else { ":" });
    }

    /// Begins a member.
    pub(crate) fn key(&mut self, key: &str) {
        self.element();
        quote(key, self.out);
        self.out.push_str(if self.pretty { ": " } else { ":" });
    }

    /// Writes a JSON token.
    #[inline]
    pub(crate) fn token(&mut self, token: &str) {
        self.out.push_str(token);
    }

    /// Writes a string.
    pub(crate) fn string(&mut self, characters: &str) {
        quote(characters, self.out);
    }

    #[inline]
    fn line(&mut self) {
        if self.pretty {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    /// Writes a node with all that is in it. `hook` may write a node in another way; it returns whether
    /// it did.
    pub(crate) fn node(
        &mut self,
        node: NodeRef<'_>,
        hook: &mut impl FnMut(NodeRef<'_>, &mut Self) -> bool,
    ) {
        if hook(node, self) {
            return;
        }
        let kind = node.kind();
        match kind {
            Kind::List => {
                self.begin(kind);
                for child in node.children() {
                    self.element();
                    self.node(child, hook);
                }
                self.end(kind);
            }
            Kind::Object => {
                self.begin(kind);
                for child in node.children() {
                    self.key_token(child.key_token());
                    self.node(child, hook);
                }
                self.end(kind);
            }
            _ => self.token(node.token()),
        }
    }
}

/// Writes a tree with two-space indent and a final newline.
pub(crate) fn pretty(root: NodeRef<'_>, out: &mut String) {
    JsonWriter::pretty(out).node(root, &mut as_pasted);
    out.push('\n');
}

/// Writes a node with all that is in it on one line.
pub(crate) fn compact(node: NodeRef<'_>, out: &mut String) {
    JsonWriter::compact(out).node(node, &mut as_pasted);
}

/// Writes the source text of a node that is kept as it was pasted.
fn as_pasted(node: NodeRef<'_>, writer: &mut JsonWriter<'_>) -> bool {
    let verbatim = node.node().verbatim;
    if verbatim {
        writer.token(node.source_text());
    }
    verbatim
}

#[cfg(test)]
mod tests {
    use super::JsonWriter;
    use crate::tree::Kind;

    #[test]
    fn writes_lists_and_objects() {
        let mut out = String::new();
        let mut writer = JsonWriter::pretty(&mut out);
        writer.begin(Kind::Object);
        writer.key("a\"");
        writer.begin(Kind::List);
        writer.element();
        writer.string("b\u{8}");
        writer.element();
        writer.begin(Kind::Object);
        writer.end(Kind::Object);
        writer.end(Kind::List);
        writer.key_token("\"c\"");
        writer.token("1.0");
        writer.end(Kind::Object);
        assert_eq!(
            out,
            "{\n  \"a\\\"\": [\n    \"b\\b\",\n    {}\n  ],\n  \"c\": 1.0\n}"
        );
    }
}
