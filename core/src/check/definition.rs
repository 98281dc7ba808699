//! A task definition as the rules of `check` see it: as AWS will receive it.

use std::borrow::Cow;

use super::values::{is_blank, is_given, is_open};
use crate::document::Document;
use crate::finding::Arg;
use crate::model::{self, Shape, Structure};
use crate::patch::{Plan, Step};
use crate::placeholder::has_placeholder;
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
    /// The containers by their names: sorted, equal names in their order.
    by_name: Vec<(Cow<'a, str>, usize)>,
    /// The values that AWS's model constrains by limits or an enum.
    limited: Vec<(NodeId, Shape)>,
    /// Whether a container or its name is a placeholder.
    has_open_container: bool,
    compatibilities: Vec<Cow<'a, str>>,
    is_fargate: bool,
    is_windows: bool,
    network_mode: Option<Cow<'a, str>>,
    /// The pasted values that edits changed, ascending.
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

    /// What a message calls the object: its name, or its path if it has none.
    pub(crate) fn called(&self) -> Arg {
        match self.member("name") {
            Some(name) if !is_blank(name) => Arg::Value(name.id),
            _ => Arg::Places(vec![self.view.id]),
        }
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
        let containers: Vec<StructView<'_>> = root
            .member_elements("containerDefinitions")
            .filter(|container| container.kind() == Kind::Object)
            .filter_map(|view| Some(StructView::new(view, container?)))
            .collect();
        let has_open_container = root
            .member("containerDefinitions")
            .is_some_and(|list| is_open(list) || list.children().any(is_open))
            || containers
                .iter()
                .filter_map(|own| own.member("name"))
                .any(is_open);
        let names = containers
            .iter()
            .map(|container| container.member_str("name"));
        let names = names.enumerate();
        let mut by_name: Vec<_> = names.filter_map(|(at, name)| Some((name?, at))).collect();
        // No reference means a container without a name.
        by_name.retain(|(name, _)| !name.is_empty());
        by_name.sort_unstable();
        let pasted = document.pasted();
        let compatibilities = root
            .member_elements("requiresCompatibilities")
            .filter_map(NodeRef::string)
            .collect::<Vec<_>>();
        let changes = document.notes.changes.iter();
        let edits = changes.filter(|change| change.rule.class == Class::Edited);
        let mut edited: Vec<NodeId> = edits.map(|change| change.at).collect();
        edited.sort_unstable();
        let mut limited = Vec::new();
        limits(view, Shape::Structure(model::REQUEST), &mut limited);
        Definition {
            containers,
            by_name,
            pasted: document.definition(),
            tags_beside: document.unwrapped.tags.map(|tags| pasted.node_at(tags)),
            limited,
            has_open_container,
            is_fargate: compatibilities.iter().any(|known| known == "FARGATE"),
            compatibilities,
            is_windows: platform(&root, "operatingSystemFamily")
                .is_some_and(|family| family.starts_with("WINDOWS")),
            network_mode: root
                .member_str("networkMode")
                .filter(|mode| !mode.is_empty()),
            edited,
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
        self.is_fargate
    }

    /// Whether it runs on Windows.
    pub(crate) fn is_windows(&self) -> bool {
        self.is_windows
    }

    /// Whether ECS ignores the size of the task: for Windows containers outside of Fargate. Source:
    /// `cpu` and `memory` of
    /// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>
    pub(crate) fn ignores_task_size(&self) -> bool {
        self.is_windows() && !self.is_fargate()
    }

    /// A member of `runtimePlatform`.
    pub(crate) fn platform(&self, key: &str) -> Option<Cow<'a, str>> {
        platform(&self.root, key)
    }

    /// Whether the network mode is this one. If there is none, ECS uses `bridge`, and `awsvpc` on
    /// Managed Instances. Source: `networkMode` of
    /// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html>
    pub(crate) fn is_network_mode(&self, mode: &str) -> bool {
        match &self.network_mode {
            Some(own) => own == mode,
            None if self.is_fargate() || self.is_windows() => false,
            None if self.requires("MANAGED_INSTANCES") => {
                mode == "awsvpc" && self.compatibilities.len() == 1
            }
            None => mode == "bridge",
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

    /// Whether a reference names no container, and none that may still be filled in.
    pub(crate) fn lacks_container(&self, name: &str) -> bool {
        !self.has_open_container && !has_placeholder(name) && self.container(name).is_none()
    }

    /// The references in a list of every container that name no other container of the task: values
    /// of this member of its elements.
    pub(crate) fn to_no_other_container(&self, list: &str, member: &str) -> Vec<NodeRef<'a>> {
        let mut found = Vec::new();
        for container in &self.containers {
            let own = container.member_str("name");
            let references = container.member_elements(list);
            for at in references.filter_map(|reference| reference.member(member)) {
                let name = at.string().unwrap_or_default();
                if own.as_deref() == Some(&*name) || self.lacks_container(&name) {
                    found.push(at);
                }
            }
        }
        found
    }

    /// Whether there may be other containers than those that are known.
    pub(crate) fn has_open_container(&self) -> bool {
        self.has_open_container
    }

    /// Whether the network mode is still to be filled in.
    pub(crate) fn is_network_mode_open(&self) -> bool {
        self.root.member("networkMode").is_some_and(is_open)
    }

    /// The first container of this name.
    pub(crate) fn container(&self, name: &str) -> Option<&StructView<'a>> {
        self.containers.get(self.container_index(name)?)
    }

    /// The index of the first container of this name.
    pub(crate) fn container_index(&self, name: &str) -> Option<usize> {
        let first = self.by_name.partition_point(|(own, _)| &**own < name);
        let (own, at) = self.by_name.get(first)?;
        (own == name).then_some(*at)
    }

    /// The elements of a list in every container, such as all of `environment`.
    #[inline(never)]
    pub(crate) fn each(&self, key: &str) -> Vec<NodeRef<'a>> {
        let containers = self.containers.iter();
        containers
            .flat_map(|container| container.member_elements(key))
            .collect()
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
            | Step::Put(id, _, _) => *id == NONE || self.edited.binary_search(id).is_ok(),
        })
    }
}

fn platform<'a>(root: &StructView<'a>, key: &str) -> Option<Cow<'a, str>> {
    root.member("runtimePlatform")?.member_str(key)
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
