//! Lists of names and values such as `environment` and `tags`.

use crate::tree::{Kind, NodeRef};

/// Whether an object can be read as names and values: each member that counts is a scalar.
pub(crate) fn is_environment(at: NodeRef<'_>) -> bool {
    let nested = |child: &NodeRef<'_>| matches!(child.kind(), Kind::List | Kind::Object);
    let mut nested = at.children().filter(nested).peekable();
    nested.peek().is_none() || {
        let earlier = at.shadowed();
        nested.all(|child| earlier.contains(&child.id))
    }
}

/// Whether a tag key begins with `aws:` in any case; only AWS may set such a tag.
pub(crate) fn is_reserved(key: &str) -> bool {
    key.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}
