//! Members in the wrong place that can mean only one other place.

use super::Walk;
use crate::lang::Localized;
use crate::model::{self, Shape, Structure};
use crate::named_values::{SECRET, is_pair};
use crate::patch::{Plan, Step};
use crate::tree::{Kind, NodeId, NodeRef};

static TO_SECRETS: Localized = Localized {
    en: "Move what has a valueFrom to secrets",
    ja: "valueFrom のある要素を secrets に移す",
};

static TO_ITS_PLACE: Localized = Localized {
    en: "Move it to its place",
    ja: "正しい場所に移す",
};

impl<'a> Walk<'a> {
    /// How a misplaced member can be moved; `places` are those where AWS takes its name.
    pub(super) fn relocation(
        &mut self,
        at: NodeRef<'a>,
        structure: &'static Structure,
        places: &[String],
    ) -> Option<Plan> {
        if structure.name == "KeyValuePair" {
            return self.as_secrets(at);
        }
        let (holder, structure) = self.other_holder(at)?;
        let (_, member) = structure.member(&at.key())?;
        let free = holder.member(member.name).is_none();
        let sure = places.len() == 1 && free && fits(at, member.shape);
        sure.then(|| {
            let mut plan = Plan::safe(&TO_ITS_PLACE, Step::Remove(at.id));
            plan.steps.push(Step::Put(at.id, holder.id, member.name));
            plan
        })
    }

    /// The only container for a member of the task definition, and the other way round.
    fn other_holder(&self, at: NodeRef<'a>) -> Option<(NodeRef<'a>, &'static Structure)> {
        let definition = self.view(self.input.unwrapped.definition);
        let parent = at.node().parent;
        let in_container = || at.parent()?.parent()?.parent();
        if parent != definition.id && in_container().is_none_or(|root| root.id != definition.id) {
            return None;
        }
        let mut containers = definition.member_elements("containerDefinitions");
        let container = containers.next().filter(|_| containers.next().is_none())?;
        if parent == container.id {
            return Some((definition, model::REQUEST));
        }
        let Some(Shape::Structure(structure)) = model::shape_at("/containerDefinitions/0") else {
            return None;
        };
        let is_object = container.kind() == Kind::Object;
        (parent == definition.id && is_object).then_some((container, structure))
    }

    /// Moves every `{"name": …, "valueFrom": …}` of an `environment` to `secrets`. The first one
    /// brings the plan for all.
    fn as_secrets(&mut self, at: NodeRef<'a>) -> Option<Plan> {
        let element = at.parent()?;
        let list = element.parent()?;
        let container = list.parent().filter(|_| list.key() == "environment")?;
        if !is_pair(element, SECRET) {
            return None;
        }
        if self.environment.0 != list.id {
            self.environment = (list.id, element.id);
        }
        if self.environment.1 != element.id {
            return None;
        }
        let moved: Vec<NodeId> = list
            .children()
            .filter(|element| is_pair(*element, SECRET))
            .map(|element| element.id)
            .collect();
        let all = moved.len() == list.children().count();
        let copy = |moved| Step::Copy(moved, container.id, "secrets");
        let removals = moved.iter().copied().map(Step::Remove);
        let steps = match container.member("secrets").map(NodeRef::kind) {
            None if all => vec![Step::Rename(list.id, "secrets")],
            Some(Kind::List) if all => vec![Step::Remove(list.id), copy(moved)],
            None | Some(Kind::List) => removals.chain([copy(moved.clone())]).collect(),
            Some(_) => return None,
        };
        Some(Plan {
            title: &TO_SECRETS,
            safe: true,
            steps,
        })
    }
}

/// Whether a value has the type that AWS takes.
fn fits(at: NodeRef<'_>, shape: Shape) -> bool {
    matches!(
        (at.kind(), shape),
        (Kind::Object, Shape::Structure(_) | Shape::Map(_))
            | (Kind::List, Shape::List(_))
            | (Kind::String, Shape::String(_))
            | (Kind::Number, Shape::Integer(_))
            | (Kind::Boolean, Shape::Boolean)
    )
}
