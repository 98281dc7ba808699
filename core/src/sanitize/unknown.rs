//! Unknown keys: kept, and compared with the names that the model knows.

use super::{Slot, Walk};
use crate::finding::Arg;
use crate::lang::Localized;
use crate::model::{self, Shape, Structure};
use crate::patch::{Plan, Step};
use crate::rules;
use crate::suggest::{is_same_name, suggest};
use crate::tree::{Kind, NodeId, NodeRef};

/// Keys at the top level that are for editors and readers of the file: the reference to a schema,
/// and the usual keys of a comment. No name of AWS begins like one of them.
pub(super) const EDITOR_KEYS: [&str; 4] = ["$schema", "$comment", "_comment", "//"];

static RENAME: Localized = Localized {
    en: "Correct the name",
    ja: "項目名を直す",
};

/// Members of one object that have almost the name of a member of the model.
#[derive(Default)]
pub(super) struct Misspelt {
    /// The finding of each, if it is told, and the index of the member that is meant.
    found: Vec<(Option<usize>, usize)>,
}

impl<'a> Walk<'a> {
    /// Keeps an unknown member and its value unchanged: it may be newer than this program.
    pub(super) fn unknown(
        &mut self,
        at: NodeRef<'a>,
        key: &str,
        structure: &'static Structure,
        slot: Slot,
        misspelt: &mut Misspelt,
    ) -> bool {
        if at.kind() == Kind::Null {
            return self.null(at, slot);
        }
        let to = self.keep_whole(at, slot);
        self.compare(at, key, structure, to, misspelt);
        true
    }

    /// Reports an unknown member, which stands at `to` in the result. What is in a misspelt one is
    /// compared with the member that is meant.
    fn compare(
        &mut self,
        at: NodeRef<'a>,
        key: &str,
        structure: &'static Structure,
        to: NodeId,
        misspelt: &mut Misspelt,
    ) {
        let names = structure.members.iter().map(|member| member.name);
        let near = suggest(key, names).first().copied();
        if let Some((bit, member)) = near.and_then(|near| structure.member(near)) {
            let place = self.notes.findings.next_place(&rules::MISSPELT_FIELD);
            misspelt.found.push((place, bit));
            self.finding(&rules::MISSPELT_FIELD, at.id, to)
                .arg("suggestion", member.name)
                .plan(Plan::unsure(&RENAME, Step::Rename(at.id, member.name)));
            self.look_into(at, member.shape, to);
            return;
        }
        let places = if model::is_name(key) {
            model::places_of(key)
        } else {
            Vec::new()
        };
        let Some(place) = nearest(&places, at) else {
            self.finding(&rules::UNKNOWN_FIELD, at.id, to);
            return;
        };
        let holder = place.rsplit_once('/').map_or("", |(holder, _)| holder);
        let suggestion = Arg::Place(dotted(holder));
        let plan = self.relocation(at, structure, &places);
        let finding = self.finding(&rules::MISPLACED_FIELD, at.id, to);
        finding.arg("suggestion", suggestion);
        finding.plan = plan;
    }

    /// Reports the unknown members within a value that was kept whole, at `to` in the result.
    fn look_into(&mut self, at: NodeRef<'a>, shape: Shape, to: NodeId) {
        let copy = |child: NodeRef<'_>| to + (child.id - at.id);
        match (at.kind(), shape) {
            (Kind::List, Shape::List(list)) => {
                for child in at.children() {
                    self.look_into(child, list.element, copy(child));
                }
            }
            (Kind::Object, Shape::Structure(structure)) => {
                let mut misspelt = Misspelt::default();
                let mut seen = 0;
                for child in at.children() {
                    let key = child.key();
                    match structure.member(&key) {
                        Some((bit, member)) => {
                            seen |= 1 << bit;
                            self.look_into(child, member.shape, copy(child));
                        }
                        None => self.compare(child, &key, structure, copy(child), &mut misspelt),
                    }
                }
                self.offer_renames(structure, seen, &misspelt);
            }
            _ => {}
        }
    }

    /// Makes a rename safe if only case, `_` or `-` are wrong, and nothing else in the object has
    /// that name or is meant to have it. `seen` has a bit for each member that is present.
    pub(super) fn offer_renames(
        &mut self,
        structure: &'static Structure,
        seen: u64,
        misspelt: &Misspelt,
    ) {
        let (mut once, mut taken) = (0_u64, seen);
        for (_, bit) in &misspelt.found {
            taken |= once & (1 << bit);
            once |= 1 << bit;
        }
        for &(finding, bit) in &misspelt.found {
            let Some(finding) = finding else {
                continue;
            };
            let finding = &mut self.notes.findings.told_mut()[finding];
            let at = NodeRef {
                source: self.input.source,
                tree: self.input.pasted,
                id: finding.at,
            };
            let free = taken & (1 << bit) == 0;
            if let Some(plan) = finding.plan.as_mut() {
                plan.safe = free && is_same_name(&at.key(), structure.members[bit].name);
            }
        }
    }
}

/// The place of the model with most steps in common with a node's own; the first of several.
fn nearest<'p>(places: &'p [String], at: NodeRef<'_>) -> Option<&'p String> {
    let parent = at.parent()?.pointer();
    let own: Vec<&str> = parent.split('/').skip(1).collect();
    let own = own.strip_prefix(&["taskDefinition"]).unwrap_or(&own);
    let common = |place: &String| {
        let steps = place.split('/').skip(1).zip(own);
        steps
            .take_while(|(step, own)| step == *own || *step == "*")
            .count()
    };
    places.iter().rev().max_by_key(|place| common(place))
}

/// A path of the model as messages write it: `containerDefinitions[].cpu`.
fn dotted(path: &str) -> String {
    path.trim_start_matches('/')
        .replace("/*", "[]")
        .replace('/', ".")
}
