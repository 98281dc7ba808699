//! Patches: small edits of the pasted text itself that leave the rest of it unchanged.

mod restructure;

use std::ops::Range;

use crate::lang::Localized;
use crate::named_values::PairKeys;
use crate::tree::{Kind, NodeId, NodeRef, Tree};
use restructure::{copy, pairs, set_in};

/// How a finding can be fixed.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) title: &'static Localized,
    /// Whether the fix is certain to be what the author meant.
    pub(crate) safe: bool,
    pub(crate) steps: Vec<Step>,
}

/// One edit of the pasted tree. Replacements are JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Removes a member or an element.
    Remove(NodeId),
    /// Replaces a value.
    Replace(NodeId, String),
    /// Renames a member's key.
    Rename(NodeId, &'static str),
    /// Adds a member to an object.
    Add(NodeId, &'static str, String),
    /// Turns a number or a boolean into the string of the same characters.
    Quote(NodeId),
    /// Appends an element to a list.
    Append(NodeId, String),
    /// Inserts an element before this one, with its comma.
    Prepend(NodeId, &'static str),
    /// Appends characters to a string.
    Extend(NodeId, &'static str),
    /// Puts brackets around a value.
    Wrap(NodeId),
    /// Turns an object of names and values into a list of pairs with these keys.
    Pairs(NodeId, PairKeys),
    /// Adds copies of elements to a list of an object; the list may be missing.
    Copy(Vec<NodeId>, NodeId, &'static str),
    /// Adds a copy of a member to another object.
    Put(NodeId, NodeId, &'static str),
}

/// A range of the pasted text and the text that replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The replaced range, in bytes.
    pub range: Range<usize>,
    /// The text that replaces it.
    pub text: String,
}

impl Plan {
    /// A plan that is certain to be what the author meant.
    pub(crate) fn safe(title: &'static Localized, step: Step) -> Self {
        Plan {
            title,
            safe: true,
            steps: vec![step],
        }
    }

    /// Whether its edits contain values of the paste, which may be secrets.
    pub(crate) fn contains_values(&self) -> bool {
        let copies = |step: &Step| matches!(step, Step::Copy(..) | Step::Put(..));
        self.steps.iter().any(copies)
    }

    /// A plan that the user has to confirm.
    pub(crate) fn unsure(title: &'static Localized, step: Step) -> Self {
        Plan {
            safe: false,
            ..Plan::safe(title, step)
        }
    }
}

/// The replacements that carry out the steps, sorted and disjoint. `None` if this part of the text
/// can't be patched because it was mended while it was read.
pub(crate) fn replacements(source: &str, tree: &Tree, steps: &[Step]) -> Option<Vec<Replacement>> {
    let root = NodeRef::root(source, tree);
    let mut gone: Vec<NodeId> = Vec::new();
    let mut all: Vec<Replacement> = Vec::new();
    for step in steps {
        match step {
            Step::Remove(id) => gone.push(*id),
            Step::Replace(id, json) => all.push(value(root.node_at(*id), json)),
            Step::Quote(id) => {
                let node = is_written(root.node_at(*id))?.node();
                all.push(insertion(node.value, "\""));
                all.push(insertion(node.span.end, "\""));
            }
            Step::Rename(id, key) => all.push(rename(root.node_at(*id), key)?),
            Step::Add(id, key, json) => all.push(add(root.node_at(*id), key, json)),
            Step::Append(id, json) => all.push(append(root.node_at(*id), json)),
            Step::Wrap(id) => {
                let node = tree.node(*id);
                all.push(insertion(node.value, "["));
                all.push(insertion(node.span.end, "]"));
            }
            Step::Pairs(id, keys) => pairs(root.node_at(*id), *keys, &mut all)?,
            Step::Copy(ids, object, key) => {
                let elements: Vec<_> = ids.iter().map(|&id| root.node_at(id)).collect();
                all.push(copy(&elements, root.node_at(*object), key)?);
            }
            Step::Put(id, object, key) => {
                let (member, object) = (root.node_at(*id), root.node_at(*object));
                all.push(add(object, key, &set_in(member, object)));
            }
            Step::Prepend(id, more) => all.push(insertion(tree.node(*id).span.start, more)),
            Step::Extend(id, more) => {
                let node = is_written(root.node_at(*id))?.node();
                all.push(insertion(node.span.end - 1, more));
            }
        }
    }
    gone.sort_unstable();
    gone.dedup();
    let mut parents: Vec<NodeId> = gone.iter().map(|&id| tree.node(id).parent).collect();
    parents.sort_unstable();
    parents.dedup();
    for parent in parents {
        removals(root, parent, &gone, &mut all);
    }
    all.sort_unstable_by_key(|replacement| (replacement.range.start, replacement.range.end));
    // Drops replacements inside a range that is removed.
    let mut end = 0;
    all.retain(|replacement| {
        let disjoint = replacement.range.start >= end;
        if disjoint {
            end = replacement.range.end;
        }
        disjoint
    });
    Some(all)
}

fn insertion(at: u32, text: &str) -> Replacement {
    Replacement {
        range: at as usize..at as usize,
        text: text.to_owned(),
    }
}

/// The value, if the pasted text contains exactly its token.
fn is_written(at: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let node = at.node();
    let text = at.source.get(node.value as usize..node.span.end as usize);
    (text == Some(at.token())).then_some(at)
}

/// Applies replacements, which must be sorted and disjoint, to a text.
#[must_use]
pub fn apply(source: &str, replacements: &[Replacement]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for Replacement { range, text } in replacements {
        out.push_str(source.get(from..range.start).unwrap_or_default());
        out.push_str(text);
        from = range.end;
    }
    out.push_str(source.get(from..).unwrap_or_default());
    out
}

fn value(at: NodeRef<'_>, json: &str) -> Replacement {
    let node = at.node();
    Replacement {
        range: node.value as usize..node.span.end as usize,
        text: json.to_owned(),
    }
}

fn rename(at: NodeRef<'_>, key: &str) -> Option<Replacement> {
    let start = at.node().span.start as usize;
    let range = start..start + at.key_token().len();
    let written = at.source.get(range.clone()) == Some(at.key_token());
    written.then(|| Replacement {
        range,
        text: format!("\"{key}\""),
    })
}

/// Adds a member at the end of an object.
fn add(object: NodeRef<'_>, key: &str, json: &str) -> Replacement {
    let member = format!("\"{key}\": {json}");
    match object.children().last() {
        Some(last) => after(last, &member),
        None => value(object, &format!("{{{member}}}")),
    }
}

/// Adds an element at the end of a list.
fn append(at: NodeRef<'_>, json: &str) -> Replacement {
    match at.children().last() {
        Some(last) => after(last, json),
        None => value(at, &format!("[{json}]")),
    }
}

/// Inserts text after the last member or element, indented like that one.
fn after(last: NodeRef<'_>, new: &str) -> Replacement {
    let space = space_before(last);
    insertion(last.node().span.end, &format!(",{space}{new}"))
}

/// The white space that sets in a member or an element of its parent.
fn space_before(child: NodeRef<'_>) -> &str {
    let start = child.parent().map_or(0, |parent| parent.node().value);
    let before = child
        .source
        .get(start as usize..child.node().span.start as usize);
    let before = before.unwrap_or_default();
    let space = &before[before.trim_end().len()..];
    if space.is_empty() && before.ends_with(',') {
        ""
    } else if space.contains('\n') {
        space
    } else {
        " "
    }
}

/// Removes members or elements together with their commas.
fn removals(root: NodeRef<'_>, parent: NodeId, gone: &[NodeId], all: &mut Vec<Replacement>) {
    let parent = root.node_at(parent);
    let children: Vec<NodeRef<'_>> = parent.children().collect();
    let goes = |child: &NodeRef<'_>| gone.binary_search(&child.id).is_ok();
    let start = |child: NodeRef<'_>| child.node().span.start as usize;
    let end = |child: NodeRef<'_>| child.node().span.end as usize;
    if children.iter().all(goes) {
        let empty = if parent.kind() == Kind::List {
            "[]"
        } else {
            "{}"
        };
        all.push(value(parent, empty));
        return;
    }
    let mut at = 0;
    while at < children.len() {
        let run = children[at..]
            .iter()
            .take_while(|child| goes(child))
            .count();
        if run > 0 {
            let range = if at > 0 {
                end(children[at - 1])..end(children[at + run - 1])
            } else {
                start(children[0])..start(children[run])
            };
            all.push(Replacement {
                range,
                text: String::new(),
            });
        }
        at += run.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, apply, replacements};
    use crate::named_values::SECRET;
    use crate::read::read;
    use crate::tree::{NodeId, NodeRef, Tree};

    fn patched(source: &str, steps: impl Fn(NodeRef<'_>) -> Vec<Step>) -> String {
        let mut tree = Tree::default();
        assert!(read(source, &mut tree).is_ok());
        let steps = steps(NodeRef::root(source, &tree));
        let all = replacements(source, &tree, &steps).unwrap_or_default();
        apply(source, &all)
    }

    fn ids(root: NodeRef<'_>, keys: &[&str]) -> Vec<NodeId> {
        keys.iter()
            .filter_map(|key| root.member(key))
            .map(|at| at.id)
            .collect()
    }

    #[test]
    fn removes_with_commas() {
        for (gone, left) in [
            (&["a"][..], r#"{ "b": 2, "c": 3 }"#),
            (&["b"], r#"{ "a": 1, "c": 3 }"#),
            (&["c"], r#"{ "a": 1, "b": 2 }"#),
            (&["a", "b"], r#"{ "c": 3 }"#),
            (&["b", "c"], r#"{ "a": 1 }"#),
            (&["a", "c"], r#"{ "b": 2 }"#),
            (&["a", "b", "c"], "{}"),
        ] {
            let text = patched(r#"{ "a": 1, "b": 2, "c": 3 }"#, |root| {
                ids(root, gone).into_iter().map(Step::Remove).collect()
            });
            assert_eq!(text, left, "without {gone:?}");
        }
    }

    #[test]
    fn adds_as_the_last_member_is_set_in() {
        let add = |root: NodeRef<'_>| vec![Step::Add(root.id, "b", "2".to_owned())];
        assert_eq!(patched("{}", add), r#"{"b": 2}"#);
        assert_eq!(patched(r#"{"a":1}"#, add), r#"{"a":1, "b": 2}"#);
        assert_eq!(
            patched("{\n  \"a\": [\n  ]\n}", add),
            "{\n  \"a\": [\n  ],\n  \"b\": 2\n}"
        );
    }

    #[test]
    fn what_was_mended_to_be_read_is_left_alone() {
        for source in ["{x: 'a'}", "{\"y\": True}", "{\"y\": a}"] {
            let text = patched(source, |root| {
                let first = root.id + 1;
                vec![
                    Step::Rename(first, "image"),
                    Step::Quote(first),
                    Step::Extend(first, "::"),
                ]
            });
            assert_eq!(text, source);
        }
    }

    #[test]
    fn wraps_and_pairs_without_the_values() {
        let map = "{\"t\": {\"A\": \"x\", \"b\" : 5}, \"u\": 1}";
        let text = patched(map, |root| {
            let [t, u] = ids(root, &["t", "u"])[..] else {
                return Vec::new();
            };
            vec![Step::Pairs(t, SECRET), Step::Wrap(u)]
        });
        let pairs = r#"[{"name": "A", "valueFrom": "x"}, {"name": "b", "valueFrom": "5"}]"#;
        assert_eq!(text, format!("{{\"t\": {pairs}, \"u\": [1]}}"));
        for odd in [
            r#"{"t": {"A": null}}"#,
            r#"{"t": {"A": 1, "A": 2}}"#,
            "{\"t\": {A: 1}}",
        ] {
            let pairs = |root: NodeRef<'_>| vec![Step::Pairs(ids(root, &["t"])[0], SECRET)];
            assert_eq!(patched(odd, pairs), odd);
        }
    }

    #[test]
    fn what_moves_is_set_in_like_its_neighbours() {
        let text = "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\n    \"c\": 3\n  }\n}";
        let put = patched(text, |root| {
            let [a, b] = ids(root, &["a", "b"])[..] else {
                return Vec::new();
            };
            vec![Step::Remove(a), Step::Put(a, b, "a")]
        });
        let moved = "{\n  \"b\": {\n    \"c\": 3,\n    \"a\": [\n      1,\n      2\n    ]\n  }\n}";
        assert_eq!(put, moved);
        let copied = patched(text, |root| {
            let a = ids(root, &["a"])[0];
            vec![Step::Remove(a + 1), Step::Copy(vec![a + 1], root.id, "d")]
        });
        assert!(
            copied.ends_with("},\n  \"d\": [\n    1\n  ]\n}"),
            "{copied}"
        );
    }

    #[test]
    fn replaces_renames_and_extends() {
        let text = patched(r#"{"x" : "1", "y": "a", "z": [null]}"#, |root| {
            let [x, y, z] = ids(root, &["x", "y", "z"])[..] else {
                return Vec::new();
            };
            vec![
                Step::Replace(x, "2".to_owned()),
                Step::Rename(x, "image"),
                Step::Extend(y, "::"),
                Step::Remove(z + 1),
            ]
        });
        assert_eq!(text, r#"{"image" : 2, "y": "a::", "z": []}"#);
    }
}
