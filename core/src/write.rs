//! A tree as JSON text.

use crate::tree::{Kind, NodeId, Tree};

/// Writes a tree with two-space indent and a final newline.
pub(crate) fn pretty(source: &str, tree: &Tree, out: &mut String) {
    Writer {
        source,
        tree,
        out,
        indent: true,
    }
    .value(0, 0);
    out.push('\n');
}

/// Writes a tree, or the part of it under `id`, on one line.
pub(crate) fn compact(source: &str, tree: &Tree, id: NodeId, out: &mut String) {
    Writer {
        source,
        tree,
        out,
        indent: false,
    }
    .value(id, 0);
}

struct Writer<'a> {
    source: &'a str,
    tree: &'a Tree,
    out: &'a mut String,
    indent: bool,
}

impl Writer<'_> {
    fn value(&mut self, id: NodeId, depth: usize) {
        let node = self.tree.node(id);
        if node.verbatim {
            let text = self.source.get(node.value as usize..node.span.end as usize);
            self.out.push_str(text.unwrap_or_default());
            return;
        }
        let (open, close) = match node.kind {
            Kind::Object => ('{', '}'),
            Kind::List => ('[', ']'),
            _ => {
                self.out.push_str(self.tree.text(self.source, node.text));
                return;
            }
        };
        self.out.push(open);
        let mut child = id + 1;
        while child < node.next {
            if child > id + 1 {
                self.out.push(',');
            }
            self.line(depth + 1);
            let member = self.tree.node(child);
            if node.kind == Kind::Object {
                self.out.push_str(self.tree.text(self.source, member.key));
                self.out.push_str(if self.indent { ": " } else { ":" });
            }
            self.value(child, depth + 1);
            child = member.next;
        }
        if !node.is_leaf(id) {
            self.line(depth);
        }
        self.out.push(close);
    }

    fn line(&mut self, depth: usize) {
        if self.indent {
            self.out.push('\n');
            for _ in 0..depth {
                self.out.push_str("  ");
            }
        }
    }
}
