//! Paths in messages.

use std::borrow::Cow;
use std::fmt::Write;

use crate::escape::escape;
use crate::lang::Lang;
use crate::mask;
use crate::tree::{Kind, NodeRef};

/// The path of a value in a message.
pub(super) struct PathText {
    /// The last key, with the index for an element.
    pub(super) name: String,
    pub(super) dotted: String,
}

impl PathText {
    pub(super) fn new(first: Option<NodeRef<'_>>, second: Option<NodeRef<'_>>) -> Self {
        let dotted = first.or(second).map(dotted).unwrap_or_default();
        let dotted = match dotted.strip_prefix("taskDefinition.") {
            Some(inner) => inner.to_owned(),
            None => dotted,
        };
        let name = first.or(second).map(last_step).unwrap_or_default();
        PathText {
            name: escape(&name).into_owned(),
            dotted: escape(&dotted).into_owned(),
        }
    }

    /// The whole path; for the document itself, a name.
    pub(super) fn path(&self, lang: Lang) -> &str {
        match (self.dotted.as_str(), lang) {
            ("" | "taskDefinition", Lang::En) => "The task definition",
            ("" | "taskDefinition", Lang::Ja) => "タスク定義",
            (dotted, _) => dotted,
        }
    }
}

/// The last key; for an element, the key of its list with the index.
fn last_step(view: NodeRef<'_>) -> String {
    match view.parent() {
        Some(list) if list.kind() == Kind::List => {
            format!("{}[{}]", last_step(list), view.node().index)
        }
        _ => view.key().into_owned(),
    }
}

/// The name by which an element is shown, if it may be. A name that AWS refuses for its length would
/// make every path long, and an object with more members than AWS has makes the look-up slow.
fn name_of(view: NodeRef<'_>) -> Option<Cow<'_, str>> {
    const LONGEST: usize = 255;
    const MOST: usize = 64;
    if view.children().nth(MOST).is_some() {
        return None;
    }
    let name = ["name", "key"].iter().find_map(|name| view.member(name))?;
    let short = |name: &NodeRef<'_>| name.token().len() <= LONGEST + 2;
    let name = Some(name)
        .filter(short)
        .filter(|name| mask::may_show(*name))?;
    name.string().filter(|name| !name.is_empty())
}

/// A readable path: `containerDefinitions[app].environment[STAGE].value`. An element is shown by
/// its name if that may be shown, else by its index.
fn dotted(view: NodeRef<'_>) -> String {
    let Some(parent) = view.parent() else {
        return String::new();
    };
    let mut out = dotted(parent);
    if parent.kind() == Kind::List {
        let index = || view.node().index.to_string().into();
        let _ = write!(out, "[{}]", name_of(view).unwrap_or_else(index));
    } else {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(&view.key());
    }
    out
}
