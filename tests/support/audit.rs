//! Goes over the books of a conversion: with its own reader, it walks the pasted document and the
//! result side by side, and accounts for every leaf of both.
//!
//! It knows AWS's model and the contract, and nothing of how the core does its work.

use std::collections::{HashMap, VecDeque};

use taskdef_core::model::{self, Shape, Structure};
use taskdef_core::report::{Change, Finding};
use taskdef_core::{Conversion, Position, is_placeholder};

use crate::json::{Id, Json, Kind};

/// What is wrong, in words.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// How a document was converted.
pub(crate) struct Case<'a> {
    pub(crate) text: &'a str,
    pub(crate) conversion: &'a Conversion,
    pub(crate) repair: bool,
    pub(crate) show_values: bool,
    pub(crate) edited: bool,
}

/// A conversion whose books are in order.
pub(crate) struct Audit<'a> {
    pub(crate) pasted: Json<'a>,
    pub(crate) result: Json<'a>,
    pub(crate) wrapping: Wrapping,
    /// For each pasted node, the node of the result that it became.
    pub(crate) became: Vec<Option<Id>>,
    changes: &'a [Change],
    case: Case<'a>,
    /// For each pasted node, its change.
    change_at: Vec<Option<usize>>,
    /// For each change, its pasted node.
    node_of: Vec<Option<Id>>,
    /// For each pasted node, how many leaves of it are to be found in the result.
    stays: Vec<usize>,
    /// The changes that lead to a pointer of the result and were not met yet.
    expected: HashMap<&'a str, VecDeque<usize>>,
    /// For each node of the result, how often it was accounted for.
    accounted: Vec<u32>,
    /// The findings that there should be: rule and pointer into the result.
    findings: Vec<(&'static str, String)>,
}

/// Where the task definition stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wrapping {
    pub(crate) definition: Id,
    /// The tags that stand beside it.
    pub(crate) tags: Option<Id>,
}

/// What the model says of a place.
#[derive(Clone, Copy)]
struct Spot {
    /// What may stand there; nothing if the model does not know it.
    shape: Option<Shape>,
    /// The member's name in the model.
    name: &'static str,
    required: bool,
    /// Whether it is a read-only field of the task definition.
    read_only: bool,
}

impl Spot {
    fn of(shape: Shape) -> Self {
        Spot {
            shape: Some(shape),
            name: "",
            required: false,
            read_only: false,
        }
    }

    const UNKNOWN: Spot = Spot {
        shape: None,
        name: "",
        required: false,
        read_only: false,
    };

    /// The place of a member or an element of what stands here.
    fn inside(self, json: &Json<'_>, child: Id) -> Self {
        match self.shape {
            Some(Shape::Structure(structure)) => {
                let key = json.key(child);
                let root = structure.name == model::REQUEST.name;
                match structure.members.iter().find(|member| member.name == key) {
                    Some(member) => Spot {
                        shape: Some(member.shape),
                        name: member.name,
                        required: member.required,
                        read_only: false,
                    },
                    None => Spot {
                        read_only: root && model::READ_ONLY.contains(&&*key),
                        ..Self::UNKNOWN
                    },
                }
            }
            Some(Shape::List(list)) => Self::of(list.element),
            Some(Shape::Map(map)) => Self::of(map.value),
            _ => Self::UNKNOWN,
        }
    }

    /// Whether a list that is empty says something here.
    fn needs_list(self) -> bool {
        self.required && matches!(self.shape, Some(Shape::List(_)))
    }
}

/// Finds the task definition as design.md says: bare, or in `describe`'s answer.
pub(crate) fn wrapping(json: &Json<'_>) -> Outcome<Wrapping> {
    let own = ["family", "containerDefinitions", "requiresCompatibilities"];
    let is_one = |id: Id| own.iter().any(|key| json.get(id, key).is_some());
    if is_one(0) {
        return Ok(Wrapping {
            definition: 0,
            tags: None,
        });
    }
    let inner = json.get(0, "taskDefinition").filter(|&id| is_one(id));
    Ok(Wrapping {
        definition: inner.ok_or("no task definition")?,
        tags: json
            .get(0, "tags")
            .filter(|&id| json.kind(id) != Kind::Null),
    })
}

/// Checks that nothing was lost, nothing was added, and everything that changed is told truly.
pub(crate) fn audit(case: Case<'_>) -> Outcome<Audit<'_>> {
    let pasted = Json::read(case.text).map_err(|why| format!("the document: {why}"))?;
    let result = Json::read(&case.conversion.result).map_err(|why| format!("the result: {why}"))?;
    let mut audit = Audit {
        wrapping: wrapping(&pasted)?,
        became: vec![None; pasted.nodes.len()],
        changes: &case.conversion.report.changes,
        change_at: vec![None; pasted.nodes.len()],
        node_of: Vec::new(),
        stays: vec![0; pasted.nodes.len()],
        expected: HashMap::new(),
        accounted: vec![0; result.nodes.len()],
        findings: Vec::new(),
        pasted,
        result,
        case,
    };
    audit.places()?;
    audit.count();
    audit.wrapper()?;
    let request = Spot {
        required: true,
        ..Spot::of(Shape::Structure(model::REQUEST))
    };
    audit.keep(audit.wrapping.definition, 0, request)?;
    audit.every_leaf()?;
    audit.every_finding()?;
    Ok(audit)
}

// The places that the report names.

impl<'a> Audit<'a> {
    /// Each change stands where it says: the pointer and the line and column lead to one node.
    fn places(&mut self) -> Outcome {
        let nodes = places(&self.pasted);
        let find = |pointer: Option<&String>, position: Option<Position>| -> Outcome<Option<Id>> {
            let (Some(pointer), Some(position)) = (pointer, position) else {
                return match (pointer, position) {
                    (None, None) => Ok(None),
                    _ => Err("a pointer without a position, or the other way round".into()),
                };
            };
            let id = *nodes
                .get(&place(position))
                .ok_or_else(|| format!("nothing begins at {position:?}"))?;
            if self.pasted.pointer(id) != *pointer {
                let there = self.pasted.pointer(id);
                return Err(format!("{pointer} is said to stand where {there} stands"));
            }
            Ok(Some(id))
        };
        for (index, change) in self.changes.iter().enumerate() {
            let at = find(change.at.as_ref(), change.position)
                .map_err(|why| format!("{}: {why}", change.rule))?;
            self.node_of.push(at);
            if let Some(id) = at {
                if self.change_at[id].replace(index).is_some() {
                    return Err(format!("two changes at {}", self.pasted.pointer(id)));
                }
                self.says(change.before.as_ref(), &self.pasted, id)?;
            } else if change.before.is_some() {
                return Err(format!("{}: before nothing stood something", change.rule));
            }
            match &change.to {
                Some(to) => self.expected.entry(to).or_default().push_back(index),
                None if change.after.is_none() => {}
                None => return Err(format!("{}: after nothing stands something", change.rule)),
            }
            let kind = match (&change.at, &change.to, change.rule) {
                (_, None, _) => "removed",
                (None, _, _) => "added",
                (_, _, "tags-beside") => "moved",
                (_, _, "requested-edit") => "edited",
                _ => "repaired",
            };
            if change.kind != kind {
                return Err(format!("{} is {}, not {kind}", change.rule, change.kind));
            }
        }
        for finding in &self.case.conversion.report.findings {
            let at = find(finding.at.as_ref(), finding.position);
            at.map_err(|why| format!("{}: {why}", finding.rule))?;
        }
        Ok(())
    }

    /// Whether `said`, the value that the report shows, is what stands there.
    fn says(&self, said: Option<&String>, json: &Json<'_>, id: Id) -> Outcome {
        let said = said.ok_or("a change shows no value")?;
        let shown = Json::read(said).map_err(|why| format!("{said}: {why}"))?;
        let alike =
            said == &json.compact(id) || (!self.case.show_values && masked(&shown, 0, json, id));
        if alike {
            Ok(())
        } else {
            Err(format!("{} is told as {said}", json.pointer(id)))
        }
    }

    /// Counts, for each pasted node, the leaves that were not removed.
    fn count(&mut self) {
        for id in (0..self.pasted.nodes.len()).rev() {
            self.stays[id] = match self.change_at[id] {
                Some(change) => usize::from(self.changes[change].to.is_some()),
                None if self.pasted.is_leaf(id) => 1,
                None => self
                    .pasted
                    .children(id)
                    .iter()
                    .map(|&id| self.stays[id])
                    .sum(),
            };
        }
    }

    /// Takes the change that leads to a node of the result, if there is one, and its pasted node.
    fn arrives(&mut self, to: Id) -> Outcome<Option<(&'a Change, Option<Id>)>> {
        let pointer = self.result.pointer(to);
        let queue = self.expected.get(&*pointer);
        let Some(&index) = queue.and_then(VecDeque::front) else {
            return Ok(None);
        };
        let change = &self.changes[index];
        let told = self.says(change.after.as_ref(), &self.result, to);
        if told.is_err() && change.rule == "tags-beside" {
            // A key that stands twice: another one is meant.
            return Ok(None);
        }
        told?;
        self.expected.get_mut(&*pointer).map(VecDeque::pop_front);
        for leaf in self.result.leaves(to) {
            self.accounted[leaf] += 1;
        }
        Ok(Some((change, self.node_of[index])))
    }
}

/// Where each node begins.
fn places(json: &Json<'_>) -> HashMap<Place, Id> {
    let ids = 0..json.nodes.len();
    let begins = ids.clone().map(|id| json.begins(id));
    positions(json.text, begins).into_iter().zip(ids).collect()
}

/// The line, the column in scalar values and the column in UTF-16 units of each of these bytes,
/// which ascend; all count from 1.
pub(crate) fn positions(text: &str, bytes: impl Iterator<Item = usize>) -> Vec<Place> {
    let (mut line, mut column, mut units) = (1, 1, 1);
    let mut chars = text.char_indices().peekable();
    let mut found = Vec::new();
    for byte in bytes {
        while let Some((_, c)) = chars.next_if(|&(at, _)| at < byte) {
            let followed = chars.peek().is_some_and(|&(_, next)| next == '\n');
            if c == '\n' || (c == '\r' && !followed) {
                (line, column, units) = (line + 1, 1, 1);
            } else {
                column += 1;
                units += if u32::from(c) > 0xFFFF { 2 } else { 1 };
            }
        }
        found.push((line, column, units));
    }
    found
}

/// A position as it is compared.
pub(crate) type Place = (u32, u32, u32);

/// The same of a position that the core gives.
pub(crate) fn place(position: Position) -> Place {
    (position.line, position.column, position.column_utf16)
}

/// Whether a shown value is the one at `id`, but for scalars that are masked.
fn masked(shown: &Json<'_>, at: Id, json: &Json<'_>, id: Id) -> bool {
    if shown.token(at) == "\"****\"" {
        return !matches!(json.kind(id), Kind::List | Kind::Object | Kind::Null);
    }
    let (inner, other) = (shown.children(at), json.children(id));
    let alike = shown.kind(at) == json.kind(id) && inner.len() == other.len();
    if inner.is_empty() {
        return alike && (json.token(id) == shown.token(at) || json.compact(id) == shown.token(at));
    }
    alike
        && inner.iter().zip(other).all(|(&inner, &other)| {
            shown.key_token(inner) == json.key_token(other) && masked(shown, inner, json, other)
        })
}

// The walk.

impl<'a> Audit<'a> {
    fn change(&self, id: Id) -> Option<&'a Change> {
        self.change_at[id].map(|index| &self.changes[index])
    }

    /// What stands around the task definition goes, or moves into it.
    fn wrapper(&mut self) -> Outcome {
        let Wrapping { definition, tags } = self.wrapping;
        if definition == 0 {
            return Ok(());
        }
        for member in self.pasted.children(0).to_vec() {
            let place = Spot::UNKNOWN;
            match self.change(member) {
                _ if member == definition => {}
                _ if Some(member) == tags && self.pasted.kind(member) == Kind::List => {
                    let tags = model::REQUEST.member("tags");
                    let tags = tags.ok_or("the model knows no tags")?;
                    self.beside(member, Spot::of(tags.1.shape))?;
                }
                Some(change) if change.to.is_none() => self.removal(change, member, place)?,
                _ => return Err(format!("{} is lost", self.pasted.pointer(member))),
            }
        }
        Ok(())
    }

    /// Checks the removals among the tags beside; [`Self::added`] meets those that moved.
    fn beside(&self, id: Id, place: Spot) -> Outcome {
        match self.change(id) {
            Some(change) if change.to.is_none() => self.removal(change, id, place),
            Some(_) => Ok(()),
            None => {
                let mut children = self.pasted.children(id).iter();
                children
                    .try_for_each(|&child| self.beside(child, place.inside(&self.pasted, child)))
            }
        }
    }

    /// A pasted node without a change of its own, and what it became.
    fn keep(&mut self, id: Id, to: Id, place: Spot) -> Outcome {
        let kind = self.pasted.kind(id);
        match place.shape {
            Some(Shape::List(_)) if kind == Kind::Object && self.is_environment(id, place) => {
                self.became[id] = Some(to);
                self.environment(id, to)
            }
            Some(Shape::Structure(structure)) if kind == Kind::Object => {
                self.keep_members(id, to, place)?;
                self.required_members(to, structure);
                Ok(())
            }
            Some(Shape::Map(_)) if kind == Kind::Object => self.keep_members(id, to, place),
            Some(Shape::List(_)) if kind == Kind::List => self.keep_members(id, to, place),
            Some(shape) if is_scalar(kind, self.pasted.token(id), shape) => {
                self.keep_whole(id, to)?;
                self.scalar_may_stay(id, to, place, shape)
            }
            Some(shape) => {
                self.keep_whole(id, to)?;
                self.wrong_type_may_stay(id, to, place, shape)
            }
            None => {
                let pointer = self.pasted.pointer(id);
                if place.read_only || kind == Kind::Null {
                    return Err(format!("{pointer} should go"));
                }
                self.keep_whole(id, to)?;
                self.findings.push(("unknown", self.result.pointer(to)));
                Ok(())
            }
        }
    }

    /// A value that stays as it is, its source text to the byte.
    fn keep_whole(&mut self, id: Id, to: Id) -> Outcome {
        if self.pasted.token(id) != self.result.token(to) {
            return Err(self.turned(id, to));
        }
        for (id, to) in self.pasted.within(id).zip(self.result.within(to)) {
            self.became[id] = Some(to);
            self.accounted[to] += u32::from(self.result.is_leaf(to));
        }
        Ok(())
    }

    /// What became of a node, as a complaint.
    fn turned(&self, id: Id, to: Id) -> String {
        let result = self.result.compact(to);
        format!("{} became {result}", self.pasted.pointer(id))
    }

    /// A list or an object of the model: its children in order, then what was added.
    fn keep_members(&mut self, id: Id, to: Id, place: Spot) -> Outcome {
        self.became[id] = Some(to);
        if self.pasted.kind(id) != self.result.kind(to) {
            return Err(self.turned(id, to));
        }
        let root = id == self.wrapping.definition;
        if self.pasted.is_leaf(id) {
            let needs_more = matches!(place.shape, Some(Shape::Structure(structure))
                if structure.union || structure.required != 0);
            let says_nothing = needs_more || self.pasted.kind(id) == Kind::List;
            if says_nothing && !place.required {
                return Err(format!(
                    "{} is empty and should go",
                    self.pasted.pointer(id)
                ));
            }
            self.accounted[to] += 1;
            return if self.result.is_leaf(to) {
                Ok(())
            } else {
                Err(self.turned(id, to))
            };
        }
        let results = self.result.children(to).to_vec();
        let mut next = results.iter().copied().peekable();
        for child in self.pasted.children(id).to_vec() {
            let inside = place.inside(&self.pasted, child);
            let here = |audit: &Self, candidate: Id| {
                audit.pasted.key_token(child) == audit.result.key_token(candidate)
            };
            match self.change(child) {
                Some(change) if change.to.is_none() => self.removal(change, child, inside)?,
                None if !self.remains(child, inside) => {
                    // Emptied: it goes, unless an edit added to it.
                    let is_member = self.pasted.kind(id) == Kind::Object;
                    let filled = |audit: &Self, candidate| {
                        here(audit, candidate) && (is_member || audit.is_all_new(candidate))
                    };
                    if let Some(to) = next.next_if(|&candidate| filled(self, candidate)) {
                        self.keep(child, to, inside)?;
                    }
                }
                change => {
                    let Some(to) = next.next_if(|&candidate| here(self, candidate)) else {
                        return Err(format!("{} is lost", self.pasted.pointer(child)));
                    };
                    match change {
                        Some(change) => self.repair(change, child, to, inside)?,
                        None => self.keep(child, to, inside)?,
                    }
                }
            }
        }
        for to in next {
            self.added(to)?;
        }
        if results.is_empty() {
            self.accounted[to] += 1;
            if !root && !place.needs_list() {
                return Err(format!(
                    "{} was emptied and should go",
                    self.pasted.pointer(id)
                ));
            }
        }
        Ok(())
    }

    /// Whether anything of a node is to be found in the result.
    fn remains(&self, id: Id, place: Spot) -> bool {
        let is_list = self.pasted.kind(id) == Kind::List;
        self.stays[id] > 0
            || (self.change_at[id].is_none()
                && ((is_list && place.needs_list())
                    || self
                        .pasted
                        .children(id)
                        .iter()
                        .any(|&child| self.remains(child, place.inside(&self.pasted, child)))))
    }

    /// Whether all that stands in a node of the result was added to it, but not the node itself.
    fn is_all_new(&self, to: Id) -> bool {
        let is_new = |child: Id| {
            let change = self.expected.get(&*self.result.pointer(child));
            let change = change
                .and_then(VecDeque::front)
                .map(|&index| &self.changes[index]);
            change.map_or_else(|| self.is_all_new(child), |change| change.at.is_none())
        };
        let children = self.result.children(to);
        !children.is_empty()
            && !self.expected.contains_key(&*self.result.pointer(to))
            && children.iter().all(|&child| is_new(child))
    }

    /// A node of the result that no pasted node in this place became.
    fn added(&mut self, to: Id) -> Outcome {
        let pointer = self.result.pointer(to);
        let Some((change, at)) = self.arrives(to)? else {
            let children = self.result.children(to).to_vec();
            if children.is_empty() {
                return Err(format!("{pointer} comes from nowhere"));
            }
            return children.into_iter().try_for_each(|child| self.added(child));
        };
        let asked = ["requested-addition", "requested-edit"].contains(&change.rule);
        let Some(id) = at else {
            self.brought(to);
            return if asked && self.case.edited {
                Ok(())
            } else {
                Err(format!("nobody asked for {pointer}"))
            };
        };
        let at = self.pasted.pointer(id);
        let beside = |id| Some(id) == self.wrapping.tags;
        if !self.pasted.around(id).any(beside) || self.pasted.key(id) != self.result.key(to) {
            return Err(format!("{at} can't become {pointer}"));
        }
        if change.rule == "tags-beside" {
            let same = self.pasted.compact(id) == self.result.compact(to);
            return if same {
                Ok(())
            } else {
                Err(format!("{at} changed on its way"))
            };
        }
        self.repaired(change.rule, id, to, self.place_beside(id))
    }

    /// What the model says of a node among the tags beside.
    fn place_beside(&self, id: Id) -> Spot {
        if Some(id) == self.wrapping.tags {
            let tags = model::REQUEST.member("tags");
            return tags.map_or(Spot::UNKNOWN, |(_, tags)| Spot::of(tags.shape));
        }
        match self.pasted.node(id).parent {
            Some(parent) => self.place_beside(parent).inside(&self.pasted, id),
            None => Spot::UNKNOWN,
        }
    }

    fn required_members(&mut self, to: Id, structure: &'static Structure) {
        for member in structure.members {
            if member.required && self.result.get(to, member.name).is_none() {
                let pointer = self.result.pointer(to);
                self.findings.push(("missing-member", pointer));
            }
        }
        if structure.union && self.result.children(to).len() != 1 {
            let pointer = self.result.pointer(to);
            self.findings.push(("union-members", pointer));
        }
    }
}

// What may stay, what may go, and what it may become.

/// Whether a scalar is of the type that AWS takes.
fn is_scalar(kind: Kind, token: &str, shape: Shape) -> bool {
    match (kind, shape) {
        (Kind::String, Shape::String(_) | Shape::Timestamp) | (Kind::Boolean, Shape::Boolean) => {
            true
        }
        (Kind::Number, Shape::Integer(_)) => !token.contains(['.', 'e', 'E']),
        _ => false,
    }
}

const ROLES: [&str; 2] = ["taskRoleArn", "executionRoleArn"];
const LITERAL: [&str; 3] = ["image", "cpu", "memory"];

impl Audit<'_> {
    /// A placeholder that an edit brings is found as well.
    fn brought(&mut self, to: Id) {
        let key = self.result.key(to);
        let literal = ROLES.contains(&&*key) || LITERAL.contains(&&*key);
        let text = self.result.string(to).unwrap_or_default();
        if literal && is_placeholder(&text) {
            self.findings.push(("placeholder", self.result.pointer(to)));
        }
    }

    fn scalar_may_stay(&mut self, id: Id, to: Id, place: Spot, shape: Shape) -> Outcome {
        let role = ROLES.contains(&place.name);
        if role && self.pasted.token(id) == "\"\"" {
            return Err(format!("{} is an empty role", self.result.pointer(to)));
        }
        if (role || LITERAL.contains(&place.name))
            && self
                .pasted
                .string(id)
                .is_some_and(|text| is_placeholder(&text))
        {
            let pointer = self.result.pointer(to);
            self.findings.push(("placeholder", pointer));
        }
        self.below_minimum(to, shape);
        Ok(())
    }

    fn below_minimum(&mut self, to: Id, shape: Shape) {
        let below = match shape {
            Shape::String(text) if text.min > 0 => {
                let characters = self.result.string(to).unwrap_or_default();
                characters.chars().count() < text.min as usize
            }
            Shape::Integer(number) => {
                let value = self.result.token(to).parse::<i128>();
                value.is_ok_and(|value| value < i128::from(number.min))
            }
            _ => false,
        };
        if below {
            self.findings
                .push(("below-minimum", self.result.pointer(to)));
        }
    }

    /// A value of the wrong type stays only where it has no single meaning.
    fn wrong_type_may_stay(&mut self, id: Id, to: Id, place: Spot, shape: Shape) -> Outcome {
        let pointer = self.result.pointer(to);
        let kind = self.pasted.kind(id);
        let characters = self.pasted.string(id);
        if kind == Kind::Null {
            return Err(format!("{pointer} is null and should go"));
        }
        let takes_no_string = matches!(shape, Shape::Integer(_) | Shape::Boolean);
        if takes_no_string && characters.as_deref().is_some_and(is_placeholder) {
            self.findings.push(("placeholder", pointer));
            return Ok(());
        }
        self.findings.push(("wrong-type", pointer.clone()));
        let has_a_meaning = match (kind, shape) {
            (Kind::Number | Kind::Boolean, Shape::String(_)) => true,
            (Kind::Number, Shape::Integer(_)) => integer(self.pasted.token(id)).is_some(),
            (Kind::String, Shape::Integer(_)) => {
                characters.is_some_and(|text| integer(text.trim()).is_some())
            }
            (Kind::String, Shape::Boolean) => characters.is_some_and(|text| {
                ["true", "false"].contains(&&*text.trim().to_ascii_lowercase())
            }),
            _ => self.is_environment(id, place),
        };
        if has_a_meaning && self.case.repair {
            return Err(format!("{pointer} could be repaired"));
        }
        Ok(())
    }

    /// Whether an object can be read as a list of names and values.
    fn is_environment(&self, id: Id, place: Spot) -> bool {
        let scalar = |&child: &Id| {
            let nested = matches!(self.pasted.kind(child), Kind::List | Kind::Object);
            !nested || self.is_earlier(child)
        };
        place.name == "environment"
            && self.case.repair
            && self.pasted.kind(id) == Kind::Object
            && self.pasted.children(id).iter().all(scalar)
    }

    /// `{"NAME": "VALUE"}` became `[{"name": "NAME", "value": "VALUE"}]`.
    fn environment(&mut self, id: Id, to: Id) -> Outcome {
        let pointer = self.pasted.pointer(id);
        let mut entries = self.result.children(to).to_vec().into_iter();
        for child in self.pasted.children(id).to_vec() {
            let Some(change) = self.change(child) else {
                return Err(format!("{} changed untold", self.pasted.pointer(child)));
            };
            if change.to.is_none() {
                self.removal(change, child, Spot::UNKNOWN)?;
                continue;
            }
            let entry = entries
                .next()
                .map(|entry| (entry, self.result.children(entry)));
            let Some((_, &[name, value])) = entry else {
                return Err(format!("{pointer} became {}", self.result.compact(to)));
            };
            self.accounted[name] += 1;
            let key = self.pasted.key_token(child);
            if self.result.key(name) != "name" || self.result.token(name) != key {
                return Err(format!("{key} became {}", self.result.compact(name)));
            }
            if self.result.key(value) != "value" {
                return Err(format!("{key} has no value"));
            }
            self.repair(change, child, value, Spot::UNKNOWN)?;
        }
        if self.result.is_leaf(to) {
            return Err(format!("{pointer} was emptied and should go"));
        }
        entries.try_for_each(|entry| self.added(entry))
    }

    /// Whether the same key follows later in the object.
    fn is_earlier(&self, id: Id) -> bool {
        let Some(parent) = self.pasted.node(id).parent else {
            return false;
        };
        let later = &self.pasted.children(parent)[self.pasted.node(id).index + 1..];
        let key = self.pasted.key(id);
        self.pasted.node(id).key.is_some()
            && later.iter().any(|&other| self.pasted.key(other) == key)
    }

    /// Whether the rule of a removal allows it for this very value.
    fn removal(&self, change: &Change, id: Id, place: Spot) -> Outcome {
        let kind = self.pasted.kind(id);
        let is_member = self.pasted.node(id).key.is_some();
        let parent = self.pasted.node(id).parent;
        let beside = parent.is_some() && parent == self.wrapping.tags;
        let around = parent == Some(0) && self.wrapping.definition != 0;
        let allowed = match change.rule {
            "null-value" => kind == Kind::Null && is_member,
            "null-in-list" => kind == Kind::Null && !is_member,
            "empty-list" => kind == Kind::List && self.vanishes(id, place),
            "empty-object" => kind == Kind::Object && self.vanishes(id, place),
            "empty-role" => self.pasted.token(id) == "\"\"" && ROLES.contains(&place.name),
            "read-only-field" => place.read_only,
            "duplicate-key" => self.is_earlier(id),
            "duplicate-tag" => beside && self.is_known_tag(id),
            "reserved-tag" => {
                let key = self.pasted.get(id, "key");
                let key = key
                    .and_then(|key| self.pasted.string(key))
                    .unwrap_or_default();
                let tag = matches!(place.shape, Some(Shape::Structure(tag)) if tag.name == "Tag");
                tag && key.to_ascii_lowercase().starts_with("aws:")
            }
            "wrapper-field" => match &*self.pasted.key(id) {
                "taskDefinition" => false,
                // Lists of tags move, unless what stands inside leaves no room for them.
                "tags" if kind == Kind::List => {
                    let own = self.pasted.get(self.wrapping.definition, "tags");
                    own.is_some_and(|own| self.stays[own] > 0)
                }
                _ => around,
            },
            "requested-removal" => self.case.edited,
            _ => false,
        };
        if allowed {
            Ok(())
        } else {
            let pointer = self.pasted.pointer(id);
            Err(format!("{pointer} was removed as {}", change.rule))
        }
    }

    /// Whether a tag beside has the key of a tag inside.
    fn is_known_tag(&self, id: Id) -> bool {
        let key = |tag: Id| self.pasted.string(self.pasted.get(tag, "key")?);
        let own = self.pasted.get(self.wrapping.definition, "tags");
        let own = own.map_or(&[][..], |own| self.pasted.children(own));
        own.iter()
            .any(|&tag| key(tag).is_some() && key(tag) == key(id))
    }

    /// Whether nothing is set in a value, so that it says no more than its absence.
    fn vanishes(&self, id: Id, place: Spot) -> bool {
        let children = self.pasted.children(id);
        let all = |place: Spot| {
            children.iter().all(|&child| {
                !self.is_earlier(child) && self.vanishes(child, place.inside(&self.pasted, child))
            })
        };
        match (self.pasted.kind(id), place.shape) {
            (Kind::Null, _) => true,
            (Kind::List, Some(Shape::List(_))) => !place.required && all(place),
            (Kind::Object, Some(Shape::List(_))) => {
                !place.required && self.is_environment(id, place) && all(Spot::UNKNOWN)
            }
            (Kind::Object, Some(Shape::Structure(structure))) if children.is_empty() => {
                (structure.union || structure.required != 0) && !place.required
            }
            (Kind::Object, Some(Shape::Structure(_))) => all(place),
            (Kind::Object, Some(Shape::Map(_))) => !children.is_empty() && all(place),
            _ => false,
        }
    }

    /// A change whose value stands in the same place, but is another.
    fn repair(&mut self, change: &Change, id: Id, to: Id, place: Spot) -> Outcome {
        let pointer = self.result.pointer(to);
        if change.to.as_ref() != Some(&pointer) {
            return Err(format!("{pointer} is said to be at {:?}", change.to));
        }
        self.became[id] = Some(to);
        self.arrives(to)?;
        match place.shape {
            Some(Shape::Structure(structure)) => self.required_members(to, structure),
            Some(shape) if change.rule != "requested-edit" => self.below_minimum(to, shape),
            _ => self.brought(to),
        }
        self.repaired(change.rule, id, to, place)
    }

    /// Whether the new value is what the rule says that the old one means.
    fn repaired(&self, rule: &str, id: Id, to: Id, place: Spot) -> Outcome {
        let (old, new) = (self.pasted.token(id), self.result.token(to));
        let kind = self.pasted.kind(id);
        let quoted = new == format!("\"{old}\"");
        let characters = self.pasted.string(id).unwrap_or_default();
        let characters = characters.trim();
        let right = match (rule, place.shape) {
            ("number-for-string", Some(Shape::String(_))) => kind == Kind::Number && quoted,
            ("boolean-for-string", Some(Shape::String(_))) => kind == Kind::Boolean && quoted,
            ("float-for-integer", Some(Shape::Integer(_))) => {
                integer(old).is_some_and(|integer| integer == new)
            }
            ("string-for-integer", Some(Shape::Integer(_))) => {
                integer(characters).is_some_and(|integer| integer == new)
            }
            ("string-for-boolean", Some(Shape::Boolean)) => {
                characters.to_ascii_lowercase() == new && ["true", "false"].contains(&new)
            }
            ("environment-as-object", None) => match kind {
                Kind::String => old == new,
                Kind::Number | Kind::Boolean => quoted,
                _ => false,
            },
            ("requested-edit", _) => self.case.edited,
            _ => false,
        };
        let allowed = self.case.repair || rule == "requested-edit";
        if right && allowed {
            Ok(())
        } else {
            let pointer = self.pasted.pointer(id);
            Err(format!("{pointer}: {old} became {new} as {rule}"))
        }
    }
}

/// The digits of the integer that a number is, by moving its point. No number of ours has more
/// than twenty digits.
fn integer(number: &str) -> Option<String> {
    let read = Json::read(number).ok()?;
    if read.kind(0) != Kind::Number {
        return None;
    }
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = format!("{whole}{fraction}");
    let exponent: i64 = exponent.parse().ok()?;
    if exponent.abs() > 30 {
        return None;
    }
    let mut scale = exponent - i64::try_from(fraction.len()).ok()?;
    while scale < 0 {
        if digits.pop().is_some_and(|digit| digit != '0') {
            return None;
        }
        scale += 1;
    }
    digits.extend((0..scale).map(|_| '0'));
    let digits = digits.trim_start_matches('0');
    Some(match digits {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    })
}

// The sums.

impl Audit<'_> {
    /// Every leaf is accounted for once: of the document, and of the result.
    fn every_leaf(&self) -> Outcome {
        for leaf in self.pasted.leaves(0) {
            let around = self.pasted.around(leaf);
            let changes = around.filter(|&id| self.change_at[id].is_some()).count();
            let kept = self.change_at[leaf].is_none() && self.became[leaf].is_some();
            let wrong = match (changes, kept) {
                (0, true) | (1, false) => continue,
                (0, false) => "is lost without a change",
                (1, true) => "is kept and told as changed",
                _ => "is under several changes",
            };
            return Err(format!("{} {wrong}", self.pasted.pointer(leaf)));
        }
        for leaf in self.result.leaves(0) {
            let wrong = match self.accounted[leaf] {
                1 => continue,
                0 => "comes from nowhere",
                _ => "comes from several places",
            };
            return Err(format!("{} {wrong}", self.result.pointer(leaf)));
        }
        match self.expected.iter().find(|(_, left)| !left.is_empty()) {
            Some((pointer, _)) => Err(format!("a change leads to {pointer}, where nothing is")),
            None => Ok(()),
        }
    }

    /// The findings are those that there should be. Those among tags that moved are not judged.
    fn every_finding(&mut self) -> Outcome {
        let beside = self.wrapping.tags.map(|tags| self.pasted.pointer(tags));
        let judged = |finding: &&Finding| match (&finding.at, &beside) {
            (Some(at), Some(beside)) => !at.starts_with(beside),
            _ => true,
        };
        let findings = self.case.conversion.report.findings.iter().filter(judged);
        let mut told: Vec<(&str, String)> = findings
            .map(|finding| {
                let rule = match finding.rule {
                    "unknown-field" | "misspelt-field" | "misplaced-field" => "unknown",
                    rule => rule,
                };
                (rule, finding.to.clone().unwrap_or_default())
            })
            .collect();
        told.sort_unstable();
        self.findings.sort_unstable();
        if let Some((rule, at)) = self.findings.iter().find(|one| !told.contains(one)) {
            return Err(format!("no finding {rule} at {at}"));
        }
        if let Some((rule, at)) = told.iter().find(|one| !self.findings.contains(one)) {
            return Err(format!("a finding {rule} at {at} without cause"));
        }
        if told.len() != self.findings.len() {
            return Err(format!("findings {told:?}, not {:?}", self.findings));
        }
        Ok(())
    }
}
