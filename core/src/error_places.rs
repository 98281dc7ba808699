//! Where in a task definition the thing is that an error of AWS speaks of.

use crate::aws_error::{AwsError, Normal};
use crate::convert::{Options, check};
use crate::document::Document;
use crate::error::Failure;
use crate::explain::KnownError;
use crate::notes::Notes;
use crate::pasted::Pasted;
use crate::position::boundary_before;
use crate::report::{Located, Report};
use crate::tree::{Kind, NodeRef};

/// The most places that are told of an error.
const MOST: usize = 10;
/// The most values that are compared with the words of an error, the most strings in each, and the most
/// bytes that are read of the words.
const MOST_COMPARED: usize = 500;
const MOST_INSIDE: usize = 50;
const LONGEST_READ: usize = 64 << 10;
/// The shortest value, in letters and digits, that a text can be said to repeat.
const SHORTEST_VALUE: usize = 4;

/// Where a file has what an error speaks of: what its words name by a path, or what its rules find, or
/// its fields. Of several, those whose value or container the words repeat; no value is told. `text` are
/// the words of the error as somebody pasted them.
///
/// # Errors
/// The file can't be read as a task definition.
pub fn places_of_error(
    error: KnownError,
    text: &str,
    file: &Pasted<'_>,
) -> Result<Vec<Located>, Failure> {
    let document = Document::with_notes(file, &[], true, Notes::default())?;
    let report = check(file, &Options::default(), true)?;
    let text = &text[..boundary_before(text, LONGEST_READ)];
    let places = Places {
        document: &document,
        report: &report,
        named: Normal::new(text),
    };
    let mut found = places.by_path(text);
    if found.is_empty() {
        found = places.by_rules(&error.rules());
        if let KnownError::Other(error) = error {
            found.extend(places.by_fields(error));
        }
    }
    let mut told: Vec<Located> = Vec::new();
    for place in found {
        if told.len() < MOST && !told.iter().any(|other| other.position == place.position) {
            told.push(place);
        }
    }
    Ok(told)
}

/// A document that is searched for what an error names.
struct Places<'a> {
    document: &'a Document<'a>,
    report: &'a Report,
    /// The words of the error.
    named: Normal,
}

impl<'a> Places<'a> {
    /// What the words name by a path as clients write it.
    fn by_path(&self, text: &str) -> Vec<Located> {
        let flat: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let heads = ["parameterin", "forparameter", "foundinparams", "input:"];
        let mut found = Vec::new();
        for head in heads {
            for (at, _) in flat.match_indices(head).take(MOST) {
                let rest = &flat[at + head.len()..];
                let before = &flat[..at];
                found.extend(self.at_path(rest, before));
            }
        }
        let found = found.into_iter();
        found
            .map(|node| Located::new(self.document, node))
            .collect()
    }

    /// The node at a path such as `containerDefinitions[0].portMappings[0]: "name"`, as far as the
    /// document has it; none for the document itself.
    fn at_path(&self, path: &str, before: &str) -> Option<NodeRef<'a>> {
        let root = self.document.definition();
        let mut node = root;
        let mut rest = path.strip_prefix("input").unwrap_or(path);
        while let Some((step, after)) = next_step(rest) {
            let next = match step.parse::<usize>() {
                Ok(index) if node.kind() == Kind::List => node.children().nth(index),
                _ => node.member(step),
            };
            let Some(next) = next else { break };
            (node, rest) = (next, after);
        }
        let name = rest.trim_start_matches([':', '.']);
        let key = first_quoted(name).or_else(|| last_quoted(before));
        let child = key.and_then(|key| node.member(key));
        let found = child.unwrap_or(node);
        (found.id != root.id).then_some(found)
    }

    /// What the rules find that prevent the error.
    fn by_rules(&self, rules: &[&str]) -> Vec<Located> {
        let findings = self.report.findings.iter();
        let of_rule = findings.filter(|finding| rules.contains(&finding.rule));
        let found: Vec<Located> = of_rule.filter_map(Located::of_finding).collect();
        let pasted = self.document.pasted();
        let nodes = found.iter().map(|place| node_at(pasted, &place.at));
        let wanted = self.wanted(&nodes.collect::<Vec<_>>());
        let found = found.into_iter().zip(wanted);
        found
            .filter_map(|(place, wanted)| wanted.then_some(place))
            .collect()
    }

    /// The fields that an error is about.
    fn by_fields(&self, error: &AwsError) -> Vec<Located> {
        let mut nodes: Vec<Option<NodeRef<'a>>> = Vec::new();
        for field in error.fields {
            collect(self.document.definition(), field, &mut nodes);
        }
        let wanted = self.wanted(&nodes);
        let nodes = nodes.into_iter().flatten().zip(wanted);
        let nodes = nodes.filter_map(|(node, wanted)| wanted.then_some(node));
        nodes
            .map(|node| Located::new(self.document, node))
            .collect()
    }

    /// Which of some nodes the words speak of: those whose value they repeat, else those in a container
    /// that they name, else all.
    fn wanted(&self, nodes: &[Option<NodeRef<'a>>]) -> Vec<bool> {
        let which = |is: &dyn Fn(NodeRef<'a>) -> bool| -> Vec<bool> {
            let first = nodes.iter().take(MOST_COMPARED);
            let first = first.map(|node| node.is_some_and(is));
            let rest = std::iter::repeat_n(false, nodes.len().saturating_sub(MOST_COMPARED));
            first.chain(rest).collect()
        };
        let by_value = which(&|node| self.repeats(node));
        if by_value.contains(&true) {
            return by_value;
        }
        let by_container = which(&|node| self.names_container_of(node));
        if by_container.contains(&true) {
            return by_container;
        }
        vec![true; nodes.len()]
    }

    /// Whether the words repeat a string in a node.
    fn repeats(&self, node: NodeRef<'_>) -> bool {
        let inside = std::iter::once(node).chain(node.inside());
        inside.take(MOST_INSIDE).any(|inner| {
            let value = inner.string().map(|value| Normal::letters(&value));
            value.is_some_and(|value| self.has(&value, SHORTEST_VALUE))
        })
    }

    /// Whether the words name the container in which a node is.
    fn names_container_of(&self, node: NodeRef<'_>) -> bool {
        let above = std::iter::successors(Some(node), |node| node.parent());
        let in_containers = |node: &NodeRef<'_>| {
            let list = node.parent().filter(|list| list.kind() == Kind::List);
            list.is_some_and(|list| list.key() == "containerDefinitions")
        };
        let container = above.filter(in_containers).last();
        let name = container.and_then(|container| container.member_str("name"));
        name.is_some_and(|name| self.has(&Normal::letters(&name), 1))
    }

    fn has(&self, letters: &str, shortest: usize) -> bool {
        letters.len() >= shortest && self.named.places(letters).next().is_some()
    }
}

/// The nodes of a field such as `containerDefinitions[].secrets[].valueFrom`.
fn collect<'a>(root: NodeRef<'a>, field: &str, nodes: &mut Vec<Option<NodeRef<'a>>>) {
    let mut here = vec![root];
    for step in field.split('.') {
        let name = step.trim_end_matches("[]");
        let members = here.iter().filter_map(|node| node.member(name));
        here = if name.len() == step.len() {
            members.collect()
        } else {
            members.flat_map(NodeRef::children).collect()
        };
    }
    nodes.extend(here.into_iter().map(Some));
}

/// The node at a JSON pointer.
fn node_at<'a>(root: NodeRef<'a>, pointer: &str) -> Option<NodeRef<'a>> {
    let mut steps = pointer.split('/').skip(1);
    steps.try_fold(root, |node, step| {
        let key = step.replace("~1", "/").replace("~0", "~");
        match key.parse::<usize>() {
            Ok(index) if node.kind() == Kind::List => node.children().nth(index),
            _ => node.member(&key),
        }
    })
}

/// The next step of a client's path, and what comes after it.
fn next_step(path: &str) -> Option<(&str, &str)> {
    if let Some(rest) = path.strip_prefix('[') {
        let end = rest.find(']')?;
        let index = &rest[..end];
        let is_index = index.bytes().all(|byte| byte.is_ascii_digit());
        return is_index.then(|| (index, &rest[end + 1..]));
    }
    let path = path.strip_prefix('.').unwrap_or(path);
    let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    let end = end.unwrap_or(path.len());
    (end > 0).then(|| path.split_at(end))
}

/// What stands in quotes at the start of a text.
fn first_quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let rest = &text[1..];
    rest.find(quote).map(|end| &rest[..end])
}

/// What stands in quotes at the end of a text.
fn last_quoted(text: &str) -> Option<&str> {
    let quote = text.chars().last().filter(|c| matches!(c, '"' | '\''))?;
    let rest = &text[..text.len() - 1];
    rest.rfind(quote).map(|start| &rest[start + 1..])
}
