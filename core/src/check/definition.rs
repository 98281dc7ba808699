//! A task definition as the rules of `check` see it: as AWS will receive it.

use std::borrow::Cow;

use crate::document::Document;
use crate::first_occurrence::first_occurrences;
use crate::model::{self, Shape, Structure};
use crate::patch::{Plan, Step};
use crate::placeholder::is_placeholder;
use crate::rule::Class;
use crate::size;
use crate::tree::{Children, Kind, NONE, NodeId, NodeRef};

/// The definition, with values that several rules need.
pub(crate) struct Definition<'a> {
    /// The definition itself.
    pub(crate) root: StructView<'a>,
    /// Its containers.
    pub(crate) containers: Vec<StructView<'a>>,
    /// The definition as pasted, including what `sanitize` removes.
    pub(crate) pasted: NodeRef<'a>,
    /// The tags pasted beside it.
    pub(crate) tags_beside: Option<NodeRef<'a>>,
    /// The values that AWS's model constrains by limits or an enum.
    limited: Vec<(NodeId, Shape)>,
    compatibilities: Vec<Cow<'a, str>>,
    network_mode: Option<Cow<'a, str>>,
    edited: Vec<NodeId>,
}

/// An object of the model, with an index of its members for quick lookup.
pub(crate) struct StructView<'a> {
    view: NodeRef<'a>,
    structure: &'static Structure,
    members: Vec<NodeId>,
}

impl<'a> StructView<'a> {
    fn new(view: NodeRef<'a>, structure: &'static Structure) -> Self {
        let mut members = vec![NONE; structure.members.len()];
        if view.kind() == Kind::Object {
            for child in view.children() {
                if let Some((at, _)) = structure.member(&child.key()) {
                    members[at] = child.id;
                }
            }
        }
        StructView {
            view,
            structure,
            members,
        }
    }

    /// The object itself.
    pub(crate) fn view(&self) -> NodeRef<'a> {
        self.view
    }

    /// A member.
    #[inline(never)]
    pub(crate) fn member(&self, key: &str) -> Option<NodeRef<'a>> {
        let (at, _) = self.structure.member(key)?;
        let id = self.members[at];
        (id != NONE).then(|| self.view.node_at(id))
    }

    /// The characters of a member that is a string.
    #[inline(never)]
    pub(crate) fn member_str(&self, key: &str) -> Option<Cow<'a, str>> {
        self.member(key)?.string()
    }

    /// The value of a member that is a whole number.
    pub(crate) fn member_integer(&self, key: &str) -> Option<i64> {
        self.member(key)?.integer()
    }

    /// Whether a member is `true`.
    pub(crate) fn is_member_true(&self, key: &str) -> bool {
        self.member(key)
            .is_some_and(|member| member.token() == "true")
    }

    /// The elements of a member that is a list; empty for any other member.
    pub(crate) fn member_elements(&self, key: &str) -> Children<'a> {
        Children::of_list(self.member(key), self.view)
    }

    /// Where to report a finding about the object: at its name, or at itself if it has none.
    pub(crate) fn name_or_self(&self) -> NodeRef<'a> {
        self.member("name").unwrap_or(self.view)
    }
}

impl<'a> Definition<'a> {
    pub(super) fn new(document: &'a Document<'_>) -> Self {
        let view = document.result();
        let root = StructView::new(view, model::REQUEST);
        let container = match model::REQUEST.member("containerDefinitions") {
            Some((_, member)) => element(member.shape),
            None => None,
        };
        let containers = root
            .member_elements("containerDefinitions")
            .filter(|container| container.kind() == Kind::Object)
            .filter_map(|view| Some(StructView::new(view, container?)))
            .collect();
        let pasted = document.pasted();
        let compatibilities = root.member_elements("requiresCompatibilities");
        let edits = document.notes.changes.iter();
        let mut limited = Vec::new();
        limits(view, Shape::Structure(model::REQUEST), &mut limited);
        Definition {
            containers,
            pasted: document.definition(),
            tags_beside: document.unwrapped.tags.map(|tags| pasted.node_at(tags)),
            limited,
            compatibilities: compatibilities.filter_map(NodeRef::string).collect(),
            network_mode: root.member_str("networkMode"),
            edited: edits
                .filter(|change| change.rule.class == Class::Edited)
                .map(|change| change.at)
                .collect(),
            root,
        }
    }

    /// The definition itself.
    pub(crate) fn view(&self) -> NodeRef<'a> {
        self.root.view
    }

    /// Whether it requires compatibility with this launch type: `FARGATE`, `EC2`, …
    pub(crate) fn requires(&self, compatibility: &str) -> bool {
        self.compatibilities
            .iter()
            .any(|known| known == compatibility)
    }

    /// Whether it requires compatibility with Fargate.
    pub(crate) fn is_fargate(&self) -> bool {
        self.requires("FARGATE")
    }

    /// Whether it runs on Windows.
    pub(crate) fn is_windows(&self) -> bool {
        let family = self.platform("operatingSystemFamily");
        family.is_some_and(|family| family.starts_with("WINDOWS"))
    }

    /// A member of `runtimePlatform`.
    pub(crate) fn platform(&self, key: &str) -> Option<Cow<'a, str>> {
        self.root.member("runtimePlatform")?.member_str(key)
    }

    /// Whether the network mode is this one. ECS uses `bridge` if there is none.
    pub(crate) fn is_network_mode(&self, mode: &str) -> bool {
        match &self.network_mode {
            Some(own) => own == mode,
            None => mode == "bridge" && !self.is_fargate() && !self.is_windows(),
        }
    }

    /// The task's CPU units; `None` if missing or unreadable.
    pub(crate) fn cpu(&self) -> Option<u64> {
        size::cpu_units(self.root.member_str("cpu")?.trim())
    }

    /// The task's memory in MiB; `None` if missing or unreadable.
    pub(crate) fn memory(&self) -> Option<u64> {
        size::mebibytes(self.root.member_str("memory")?.trim())
    }

    /// The first container of this name.
    pub(crate) fn container(&self, name: &str) -> Option<&StructView<'a>> {
        let named =
            |container: &&StructView<'a>| container.member_str("name").as_deref() == Some(name);
        self.containers.iter().find(named)
    }

    /// The elements of a list in every container, such as all of `environment`, with their
    /// container.
    #[inline(never)]
    pub(crate) fn each(&self, key: &str) -> Vec<(&StructView<'a>, NodeRef<'a>)> {
        let mut all = Vec::new();
        for container in &self.containers {
            for element in container.member_elements(key) {
                all.push((container, element));
            }
        }
        all
    }

    /// A member of every container that has it.
    #[inline(never)]
    pub(crate) fn all(&self, key: &str) -> Vec<NodeRef<'a>> {
        let containers = self.containers.iter();
        containers
            .filter_map(|container| container.member(key))
            .collect()
    }

    /// The log configurations with this driver.
    #[inline(never)]
    pub(crate) fn logs(&self, driver: &str) -> Vec<NodeRef<'a>> {
        let mut logs = self.all("logConfiguration");
        logs.retain(|log| log.member_str("logDriver").as_deref() == Some(driver));
        logs
    }

    /// The values that AWS's model constrains by limits or an enum.
    pub(crate) fn limited(&self) -> impl Iterator<Item = (NodeRef<'a>, Shape)> {
        let view = self.view();
        self.limited
            .iter()
            .map(move |&(id, shape)| (view.node_at(id), shape))
    }

    /// The strings that are not in the enum of AWS's model for their place, with that enum.
    pub(crate) fn unnamed(
        &self,
    ) -> impl Iterator<Item = (NodeRef<'a>, Cow<'a, str>, &'static [&'static str])> {
        self.limited().filter_map(|(at, shape)| {
            let Shape::String(text) = shape else {
                return None;
            };
            let value = at.string()?;
            let named = text.enums.is_empty() || text.enums.contains(&&*value);
            (!named && is_given(&value)).then_some((at, value, text.enums))
        })
    }

    /// Whether an edit changed anything.
    pub(crate) fn has_edits(&self) -> bool {
        !self.edited.is_empty()
    }

    /// Whether a plan changes a value that an edit replaced.
    pub(super) fn is_edited(&self, plan: &Plan) -> bool {
        plan.steps.iter().any(|step| match step {
            Step::Remove(id)
            | Step::Replace(id, _)
            | Step::Quote(id)
            | Step::Rename(id, _)
            | Step::Add(id, _, _)
            | Step::Append(id, _)
            | Step::Prepend(id, _)
            | Step::Extend(id, _)
            | Step::Wrap(id)
            | Step::Pairs(id, _)
            | Step::Copy(_, id, _)
            | Step::Put(id, _, _) => *id == NONE || self.edited.contains(id),
        })
    }
}

/// Whether a string is neither empty nor a placeholder.
pub(crate) fn is_given(text: &str) -> bool {
    !text.is_empty() && !is_placeholder(text)
}

/// The values equal to an earlier one.
pub(crate) fn repeated<'a>(values: impl IntoIterator<Item = NodeRef<'a>>) -> Vec<NodeRef<'a>> {
    repeated_values(values.into_iter().collect())
}

#[inline(never)]
fn repeated_values(values: Vec<NodeRef<'_>>) -> Vec<NodeRef<'_>> {
    let strings = values.into_iter().filter_map(|at| Some((at.string()?, at)));
    let strings: Vec<_> = strings.collect();
    let texts: Vec<&str> = strings.iter().map(|(text, _)| &**text).collect();
    let again = first_occurrences(&texts).into_iter().enumerate();
    let again = again.filter(|(place, first)| place != first);
    again.map(|(place, _)| strings[place].1).collect()
}

fn limits(at: NodeRef<'_>, shape: Shape, found: &mut Vec<(NodeId, Shape)>) {
    match (at.kind(), shape) {
        (Kind::Object, Shape::Structure(structure)) => {
            for child in at.children() {
                if let Some((_, member)) = structure.member(&child.key()) {
                    limits(child, member.shape, found);
                }
            }
        }
        (Kind::List, Shape::List(list)) => {
            if list.max < u32::MAX {
                found.push((at.id, shape));
            }
            for child in at.children() {
                limits(child, list.element, found);
            }
        }
        (Kind::String, Shape::String(text)) if text.max < u32::MAX || !text.enums.is_empty() => {
            found.push((at.id, shape));
        }
        (Kind::Number, Shape::Integer(_)) => found.push((at.id, shape)),
        _ => {}
    }
}

fn element(shape: Shape) -> Option<&'static Structure> {
    match shape {
        Shape::List(list) => match list.element {
            Shape::Structure(structure) => Some(structure),
            _ => None,
        },
        _ => None,
    }
}
