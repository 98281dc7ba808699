//! Audits a conversion: with its own reader, it walks the pasted document and the result side by
//! side, and accounts for every leaf of both.
//!
//! It knows AWS's model and the contract, but nothing of how the core works.

mod allowed;
mod listed;
mod places;
mod walk;

use std::collections::{HashMap, HashSet, VecDeque};

use taskdef_core::Conversion;
use taskdef_core::catalog::is_check;
use taskdef_core::model::{self, Shape};
use taskdef_core::report::{Change, Finding};

use crate::json::{Id, Json, Kind};

pub(crate) use listed::is_map;
pub(crate) use places::{place, positions};

/// The rule about characters that were lost before the text came here.
const LOST_CHARACTER: &str = "lost-character";

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

/// The audit of a conversion.
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
    /// For each pasted node, how many of its leaves must be in the result.
    stays: Vec<usize>,
    /// The changes by pointer into the result, as long as they were not met.
    expected: HashMap<&'a str, VecDeque<usize>>,
    /// For each node of the result, how often it was accounted for.
    accounted: Vec<u32>,
    /// The expected findings: rule and pointer into the result.
    findings: Vec<(&'static str, String)>,
    /// The pasted nodes that are in the result as the only element of a list, or within one.
    carried: HashSet<Id>,
}

/// Where the task definition is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wrapping {
    pub(crate) definition: Id,
    /// The tags beside it.
    pub(crate) tags: Option<Id>,
}

/// What the model says about a place.
#[derive(Clone, Copy)]
struct Spot {
    /// The type of its value; `None` if the model does not know it.
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

    /// The spot of a member or an element of the value here.
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

    /// Whether an empty list has a meaning here.
    fn needs_list(self) -> bool {
        self.required && matches!(self.shape, Some(Shape::List(_)))
    }
}

/// Finds the task definition: bare, or in the answer of `describe-task-definition`.
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

/// Checks that nothing was lost, nothing was added, and every change is reported truly.
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
        carried: HashSet::new(),
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
    audit.every_lost_character()?;
    Ok(audit)
}

impl Audit<'_> {
    /// Checks that every leaf of the document and of the result is accounted for once.
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

    /// Checks that the findings are the expected ones, except among tags that moved.
    fn every_finding(&mut self) -> Outcome {
        let beside = self.wrapping.tags.map(|tags| self.pasted.pointer(tags));
        let judged = |finding: &&Finding| match (&finding.at, &beside) {
            (Some(at), Some(beside)) => !at.starts_with(beside),
            _ => true,
        };
        let findings = self.case.conversion.report.findings.iter();
        // The findings of `check` on random values are not judged.
        let findings = findings.filter(|finding| !is_check(finding.about));
        let findings = findings.filter(|finding| finding.rule != LOST_CHARACTER);
        let findings = findings.filter(judged);
        let mut told: Vec<(&str, String)> = findings
            .map(|finding| {
                let rule = match finding.rule {
                    "unknown-field" | "misspelt-field" | "misplaced-field" => "unknown",
                    rule => rule,
                };
                (rule, finding.to.clone().unwrap_or_default())
            })
            .collect();
        // What is in an unknown value may be told, too.
        let unknown: Vec<String> = told
            .iter()
            .filter(|(rule, _)| *rule == "unknown")
            .map(|(_, to)| format!("{to}/"))
            .collect();
        let is_inside = |at: &str| unknown.iter().any(|outer| at.starts_with(outer));
        told.retain(|(rule, at)| *rule != "unknown" || !is_inside(at));
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

    /// Checks that every key and string of the result with a lost character is reported, and no
    /// other.
    fn every_lost_character(&self) -> Outcome {
        let findings = self.case.conversion.report.findings.iter();
        let told = findings.filter(|finding| finding.rule == LOST_CHARACTER);
        let mut told: Vec<String> = told.filter_map(|finding| finding.to.clone()).collect();
        let is_lost = |&id: &Id| {
            let texts = [Some(self.result.key(id)), self.result.string(id)];
            texts.iter().flatten().any(|text| text.contains('\u{fffd}'))
        };
        let lost = (0..self.result.nodes.len()).filter(is_lost);
        let mut lost: Vec<String> = lost.map(|id| self.result.pointer(id)).collect();
        told.sort_unstable();
        lost.sort_unstable();
        if told == lost {
            Ok(())
        } else {
            Err(format!("lost characters at {told:?}, not {lost:?}"))
        }
    }
}
