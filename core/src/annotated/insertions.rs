//! Insertions: values of the result that were added by an edit or moved from elsewhere in the
//! paste.

use super::walk::Walk;
use super::{Part, Row, RowStatus};
use crate::tree::{Kind, NONE, NodeRef};

impl<'a> Walk<'a> {
    /// The values that were inserted into a pasted list or object.
    pub(super) fn insertions(&self, at: NodeRef<'a>) -> Vec<(NodeRef<'a>, RowStatus)> {
        let result = self.results[at.id as usize];
        // Insertions into a list beside the definition are shown where the list was moved.
        if result == NONE || self.is_wrapper(at) {
            return Vec::new();
        }
        let children = self.result(result).children();
        let new = children.filter_map(|child| match child.node().origin {
            NONE if self.contains_pasted_values(child) => None,
            NONE => Some((child, RowStatus::Added)),
            origin if self.document.pasted_tree.node(origin).parent == at.id => None,
            _ => Some((child, RowStatus::Moved)),
        });
        new.collect()
    }

    /// Whether it contains pasted values, which are shown where they were pasted.
    fn contains_pasted_values(&self, new: NodeRef<'_>) -> bool {
        let mut within = new.id..new.node().next;
        within.any(|id| self.result(id).node().origin != NONE)
    }

    /// Appends the rows of an inserted value.
    pub(super) fn insertion(&mut self, new: NodeRef<'a>, depth: u16, status: RowStatus) {
        let told = self.document.notes.findings.told();
        let within = new.id..new.node().next;
        let own = self.addition(new.id);
        let mut parts = within.clone().skip(1);
        let in_parts = parts.any(|id| self.addition(id).is_some());
        let row = Row {
            line: None,
            depth,
            part: Part::Leaf,
            key: new.key_token().to_owned(),
            before: String::new(),
            after: None,
            rewritten: false,
            comma: false,
            status,
            change: own,
            findings: Vec::new(),
        };
        if own.is_none() && in_parts {
            let (open, close) = match new.kind() {
                Kind::List => ("[", "]"),
                _ => ("{", "}"),
            };
            self.rows.push(Row {
                part: Part::Open,
                after: Some(open.to_owned()),
                ..row.clone()
            });
            for child in new.children() {
                self.insertion(child, depth + 1, status);
            }
            self.rows.push(Row {
                part: Part::Close,
                key: String::new(),
                after: Some(close.to_owned()),
                ..row
            });
            return;
        }
        let findings = self
            .findings
            .iter()
            .enumerate()
            .filter(|&(_, &(at, index))| at == NONE && within.contains(&told[index].to));
        self.rows.push(Row {
            after: Some(self.json(new.id)),
            findings: findings.map(|(place, _)| place).collect(),
            ..row
        });
    }
}
