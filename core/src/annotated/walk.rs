//! The walk over both trees that builds the rows.

use super::{Part, Row, RowStatus};
use crate::document::Document;
use crate::finding::RawChange;
use crate::in_order::in_order;
use crate::position::Lines;
use crate::rule::Class;
use crate::tree::{Kind, NONE, NodeId, NodeRef};
use crate::write;

pub(super) struct Walk<'a> {
    pub(super) document: &'a Document<'a>,
    lines: &'a Lines<'a>,
    /// The pasted node of each change, with the index of the change, sorted.
    pub(super) changes: Vec<(NodeId, usize)>,
    /// The node of the result that each change adds, with the index of the change, sorted.
    additions: Vec<(NodeId, usize)>,
    /// The pasted node of each finding, with the index of the finding, sorted.
    pub(super) findings: Vec<(NodeId, usize)>,
    /// For each pasted node, the node of the result in its place.
    pub(super) results: Vec<NodeId>,
    pub(super) rows: Vec<Row>,
    /// The row of each pasted node.
    rows_of: Vec<Option<usize>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let notes = &document.notes;
        let mut results = vec![NONE; document.pasted_tree.len() as usize];
        for id in 0..document.result_tree.len() {
            let origin = document.result_tree.node(id).origin;
            if let Some(result) = results.get_mut(origin as usize) {
                *result = id;
            }
        }
        let changes = in_order(notes.changes.iter().map(|change| change.at));
        let added = changes.partition_point(|&(at, _)| at != NONE);
        let additions = changes.iter().enumerate().skip(added);
        let additions = additions.map(|(place, &(_, index))| (notes.changes[index].to, place));
        let mut additions: Vec<(NodeId, usize)> = additions.collect();
        additions.sort_unstable();
        Walk {
            document,
            lines: &document.lines,
            changes,
            findings: in_order(notes.findings.told().iter().map(|finding| finding.at)),
            additions,
            rows_of: vec![None; results.len()],
            results,
            rows: Vec::with_capacity(document.pasted_tree.len() as usize),
        }
    }

    pub(super) fn rows(mut self) -> Vec<Row> {
        self.value(self.pasted(0), 0, None);
        self.add_remaining_findings();
        self.rows
    }

    /// Adds findings inside values that taskdef generated to the row of the pasted value they
    /// replace.
    fn add_remaining_findings(&mut self) {
        let mut shown = vec![false; self.findings.len()];
        for place in self.rows.iter().flat_map(|row| &row.findings) {
            shown[*place] = true;
        }
        for place in (0..shown.len()).filter(|&place| !shown[place]) {
            let (_, index) = self.findings[place];
            let found = &self.document.notes.findings.told()[index];
            let mut at = Some(found.to).filter(|&to| to != NONE);
            let row = loop {
                let Some(view) = at.map(|to| self.result(to)) else {
                    break 0;
                };
                if let Some(&Some(row)) = self.rows_of.get(view.node().origin as usize) {
                    break row;
                }
                at = view.parent().map(|around| around.id);
            };
            self.rows[row].findings.push(place);
        }
    }

    fn pasted(&self, id: NodeId) -> NodeRef<'a> {
        self.document.pasted().node_at(id)
    }

    pub(super) fn result(&self, id: NodeId) -> NodeRef<'a> {
        self.document.result().node_at(id)
    }

    /// The change of a pasted node, with its index in the report.
    fn change_at(&self, at: NodeId) -> Option<(usize, &'a RawChange)> {
        let place = self.changes.partition_point(|&(id, _)| id < at);
        let &(id, index) = self.changes.get(place)?;
        (id == at).then(|| (place, &self.document.notes.changes[index]))
    }

    /// The index of the change that adds a node of the result.
    pub(super) fn addition(&self, to: NodeId) -> Option<usize> {
        let place = self.additions.partition_point(|&(id, _)| id < to);
        let &(id, change) = self.additions.get(place)?;
        (id == to).then_some(change)
    }

    fn findings_at(&self, at: NodeId) -> Vec<usize> {
        let from = self.findings.partition_point(|&(id, _)| id < at);
        let upto = self.findings.partition_point(|&(id, _)| id <= at);
        (from..upto).collect()
    }

    /// Appends the rows of a pasted value; `inside` is the status of the change that contains it,
    /// if any.
    fn value(&mut self, at: NodeRef<'a>, depth: u16, inside: Option<RowStatus>) {
        self.rows_of[at.id as usize] = Some(self.rows.len());
        let change = self.change_at(at.id);
        let status = match (change, inside) {
            (Some((_, change)), _) if change.to != NONE && self.is_wrapper(at) => RowStatus::Moved,
            (Some((_, change)), _) => status(change),
            (None, Some(status)) => status,
            (None, None) if self.is_wrapper(at) => RowStatus::Wrapper,
            // Every part was removed by a change of its own, which left this value empty.
            (None, None) if self.results[at.id as usize] == NONE => RowStatus::Removed,
            (None, None) => RowStatus::Kept,
        };
        let to = change.map_or(NONE, |(_, change)| change.to);
        let is_new = matches!(status, RowStatus::Repaired | RowStatus::Edited) && to != NONE;
        let new = is_new.then(|| self.whole(to));
        let mut row = Row {
            line: Some(self.lines.position(at.node().span.start).line),
            depth,
            part: Part::Leaf,
            key: at.key_token().to_owned(),
            before: String::new(),
            after: new.map(|new| self.json(new)),
            rewritten: new.is_some_and(|new| new != to),
            comma: at.following().next().is_some(),
            status,
            change: change.map(|(place, _)| place),
            findings: self.findings_at(at.id),
        };
        let (open, close) = match at.kind() {
            Kind::List => ("[", "]"),
            Kind::Object => ("{", "}"),
            _ => {
                at.token().clone_into(&mut row.before);
                return self.rows.push(row);
            }
        };
        // The status of a changed value applies to its parts.
        let parts = change.map(|_| status).or(inside);
        let insertions = match parts {
            None => self.insertions(at),
            Some(_) => Vec::new(),
        };
        if at.is_leaf() && insertions.is_empty() {
            row.before = [open, close].concat();
            return self.rows.push(row);
        }
        let (new_open, new_close) = match change {
            Some(_) => (None, None),
            None => self.new_brackets(at),
        };
        if new_open.is_some() {
            row.status = RowStatus::Repaired;
            row.after = new_open.map(str::to_owned);
        }
        let status = row.status;
        let (line, comma) = (at.node().span.end.saturating_sub(1), row.comma);
        open.clone_into(&mut row.before);
        row.part = Part::Open;
        row.comma = false;
        self.rows.push(row);
        for child in at.children() {
            self.value(child, depth + 1, parts);
        }
        for (insertion, status) in insertions {
            self.insertion(insertion, depth + 1, status);
        }
        self.rows.push(Row {
            line: Some(self.lines.position(line).line),
            depth,
            part: Part::Close,
            key: String::new(),
            before: close.to_owned(),
            after: new_close.map(str::to_owned),
            rewritten: false,
            comma,
            status,
            change: None,
            findings: Vec::new(),
        });
    }

    /// Whether a node is around the task definition instead of in it.
    pub(super) fn is_wrapper(&self, at: NodeRef<'_>) -> bool {
        let definition = self.document.unwrapped.definition;
        at.id < definition || at.id >= self.document.pasted_tree.node(definition).next
    }

    /// The brackets in the result of a pasted list or object, if its type was converted.
    fn new_brackets(&self, at: NodeRef<'_>) -> (Option<&'static str>, Option<&'static str>) {
        let to = self.results[at.id as usize];
        if to == NONE {
            return (None, None);
        }
        let new = self.result(to);
        let around = new.parent().map(|list| list.node().origin);
        if around == Some(at.id) {
            return (Some("[{"), Some("}]"));
        }
        if new.kind() == at.kind() {
            return (None, None);
        }
        (Some("["), Some("]"))
    }

    /// The whole node of a change, including what taskdef generated around it.
    fn whole(&self, to: NodeId) -> NodeId {
        match self.result(to).parent() {
            Some(around) if around.node().origin == NONE => self.whole(around.id),
            _ => to,
        }
    }

    pub(super) fn json(&self, id: NodeId) -> String {
        let mut out = String::new();
        write::compact(self.result(id), &mut out);
        out
    }
}

fn status(change: &RawChange) -> RowStatus {
    match change.rule.class {
        Class::Repaired => RowStatus::Repaired,
        Class::Moved => RowStatus::Moved,
        _ if change.to == NONE => RowStatus::Removed,
        _ => RowStatus::Edited,
    }
}
