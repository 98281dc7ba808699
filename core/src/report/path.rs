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
    /// As a person would name it, where that is wanted; messages have it in place of both.
    pub(super) plain: Option<String>,
}

impl PathText {
    /// `plain`: the language in which a person would name it, if that is wanted.
    pub(super) fn new(
        first: Option<NodeRef<'_>>,
        second: Option<NodeRef<'_>>,
        plain: Option<Lang>,
    ) -> Self {
        let dotted = first.or(second).map(dotted).unwrap_or_default();
        let dotted = match dotted.strip_prefix("taskDefinition.") {
            Some(inner) => inner.to_owned(),
            None => dotted,
        };
        let plain = first
            .or(second)
            .zip(plain)
            .map(|(view, lang)| escape(&plain_name(view, lang)).into_owned())
            .filter(|name| !name.is_empty());
        let name = first.or(second).map(last_step).unwrap_or_default();
        PathText {
            name: plain.clone().unwrap_or_else(|| escape(&name).into_owned()),
            dotted: escape(&dotted).into_owned(),
            plain,
        }
    }

    /// The whole path; for the document itself, a name.
    pub(super) fn path(&self, lang: Lang) -> &str {
        match (self.dotted.as_str(), lang) {
            ("" | "taskDefinition", Lang::En) => "The task definition",
            ("" | "taskDefinition", Lang::Ja) => "タスク定義",
            (dotted, _) => self.plain.as_deref().unwrap_or(dotted),
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

/// Lists whose elements are known by their names alone.
const PAIRS: [&str; 3] = ["environment", "secrets", "tags"];

/// The place as a person would name it: `DB_PASSWORD` for the value of that variable, and
/// `image (web)` where there are several containers.
fn plain_name(view: NodeRef<'_>, lang: Lang) -> String {
    let mut steps = Vec::new();
    let mut at = view;
    while let Some(parent) = at.parent() {
        steps.push(at);
        at = parent;
    }
    steps.reverse();
    let mut steps = &steps[..];
    if let [first, rest @ ..] = steps
        && first.key() == "taskDefinition"
    {
        steps = rest;
    }
    // What is wrong with the name of something is wrong with the thing.
    if let [rest @ .., thing, name] = steps
        && name.key() == "name"
        && name_of(*thing).is_some()
        && thing.parent().is_some_and(|list| list.kind() == Kind::List)
    {
        steps = &steps[..=rest.len()];
    }
    let mut container = None;
    if let [list, one, rest @ ..] = steps
        && list.key() == "containerDefinitions"
        && list.kind() == Kind::List
    {
        let is_alone = list.children().nth(1).is_none();
        if rest.is_empty() {
            return step_name(*one);
        }
        container = (!is_alone).then(|| step_name(*one));
        steps = rest;
    }
    let name = match steps {
        [list, pair, ..] if PAIRS.contains(&&*list.key()) && name_of(*pair).is_some() => {
            step_name(*pair)
        }
        _ => joined(steps),
    };
    match (container, lang) {
        (None, _) => name,
        (Some(container), Lang::En) => format!("{name} ({container})"),
        (Some(container), Lang::Ja) => format!("{name}（{container}）"),
    }
}

/// The name of an element, or its index.
fn step_name(element: NodeRef<'_>) -> String {
    name_of(element).map_or_else(|| element.node().index.to_string(), Cow::into_owned)
}

/// The rest of a path, as [`dotted`] writes it.
fn joined(steps: &[NodeRef<'_>]) -> String {
    let mut out = String::new();
    for step in steps {
        if step.parent().is_some_and(|list| list.kind() == Kind::List) {
            let _ = write!(out, "[{}]", step_name(*step));
        } else {
            if !out.is_empty() {
                out.push('.');
            }
            out.push_str(&step.key());
        }
    }
    out
}
