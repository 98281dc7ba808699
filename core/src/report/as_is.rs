//! A text that is to be registered unchanged: each change is a finding, and whatever the AWS CLI
//! refuses an error.

use super::builder::{ReportBuilder, underlined};
use super::{Finding, More};
use crate::finding::RawChange;
use crate::lang::{Lang, Localized};
use crate::model::{self, Shape};
use crate::named_values::{Meaning, as_list};
use crate::notes::Tally;
use crate::patch::{Plan, Step};
use crate::read::Mending;
use crate::rule::{Class, Rule};
use crate::rules::{ELEMENT_FOR_LIST, ENVIRONMENT_AS_OBJECT, PLACEHOLDER, WRAPPER_FIELD};
use crate::tree::{Kind, NONE, NodeRef, Span};
use crate::unwrap::Form;

/// What a report on a text that is to be registered unchanged adds.
#[derive(Debug)]
pub(crate) struct AsIs {
    /// Adds the findings besides those of the result, in the order of the text.
    pub(super) findings: fn(&ReportBuilder<'_>, &mut Vec<Finding>, &mut Vec<More>),
    /// Whether a rule's finding is an error.
    pub(super) refuses: fn(&Rule, Option<NodeRef<'_>>) -> bool,
}

/// The only value of [`AsIs`].
pub(crate) static AS_IS: AsIs = AsIs {
    findings: |builder, told, more| builder.verbatim(told, more),
    refuses: is_refused,
};

impl ReportBuilder<'_> {
    /// Adds the findings about what the AWS CLI refuses in the unchanged text, besides those of the
    /// result.
    fn verbatim(&self, told: &mut Vec<Finding>, more: &mut Vec<More>) {
        let document = self.document;
        told.extend(self.wrapped());
        let mut tally = Tally::new(document.notes.findings.most());
        let mut mendings = document.mendings.iter().collect::<Vec<_>>();
        mendings.retain(|mending| !mending.rule.aws.is_empty() && tally.tells(mending.rule));
        told.extend(mendings.iter().map(|mending| self.unreadable(mending)));
        let mut changes = document.notes.changes.iter().collect::<Vec<_>>();
        changes.retain(|change| self.is_refused(change) && tally.tells(change.rule));
        told.extend(changes.iter().map(|change| self.refused(change)));
        told.sort_unstable_by_key(|finding| (finding.position, finding.rule));
        more.extend(tally.more().map(|(rule, count)| self.more(rule, count)));
    }

    /// A finding about the object around the task definition.
    fn wrapped(&self) -> Option<Finding> {
        let inner = self.pasted(0).member("taskDefinition");
        let inner = inner.filter(|_| self.document.unwrapped.form == Form::Describe)?;
        let rule = &WRAPPER_FIELD;
        Some(Finding {
            at: Some(inner.pointer()),
            ..self.verbatim_finding(rule, "taskDefinition".to_owned(), Some(underlined(inner)))
        })
    }

    /// A change as a finding.
    fn refused(&self, change: &RawChange) -> Finding {
        let reported = self.change(change);
        let span = underlined(self.pasted(change.at));
        let step = self.step(change);
        Finding {
            at: reported.at,
            to: reported.to,
            fix: step.and_then(|step| self.fix(&Plan::safe(&AS_CONVERTED, step))),
            ..self.verbatim_finding(change.rule, reported.dotted, Some(span))
        }
    }

    /// Whether AWS or its CLI refuses the unchanged text for what was changed.
    fn is_refused(&self, change: &RawChange) -> bool {
        if change.at == NONE {
            return false;
        }
        let pasted = self.pasted(change.at);
        let inside = || (change.at..pasted.node().next).map(|id| pasted.node_at(id));
        let holds_null = || inside().any(|view| view.kind() == Kind::Null);
        let holds_nothing = |view: NodeRef<'_>| match view.kind() {
            Kind::Object => view.is_leaf(),
            // Elsewhere AWS takes an empty list.
            Kind::List => view.is_leaf() && belongs_to_an_object(view),
            _ => false,
        };
        match change.rule.id {
            // Nulls removed together with an emptied value have no change of their own.
            // ECS answers "Tags can not be empty."; elsewhere it takes an empty list.
            "empty-list" => holds_null() || (pasted.kind() == Kind::List && pasted.key() == "tags"),
            "empty-object" => holds_null() || inside().any(holds_nothing),
            // The CLI sends it, but ECS refuses it.
            "reserved-tag" => true,
            _ => !change.rule.aws.is_empty(),
        }
    }

    /// A finding about a text that is to be registered unchanged.
    fn verbatim_finding(&self, rule: &'static Rule, dotted: String, span: Option<Span>) -> Finding {
        let words = rule.words(self.options.lang);
        let message = match (self.options.lang, dotted.as_str()) {
            (_, "") => words.message.to_owned(),
            (Lang::En, place) => format!("{place}: {}.", lower_first(words.title)),
            (Lang::Ja, place) => format!("{place}：{}。", words.title),
        };
        Finding {
            dotted,
            message,
            cure: match self.options.lang {
                Lang::En => "Change the file; `taskdef convert` does it.",
                Lang::Ja => "ファイルを直してください。`taskdef convert` で直せます。",
            },
            ..self.minimal_finding(rule, &words, span)
        }
    }

    /// The step that changes the pasted text as the result was changed; `None` if their structure
    /// differs.
    fn step(&self, change: &RawChange) -> Option<Step> {
        let parent = self.pasted(change.at).node().parent;
        if change.rule.class == Class::Removed {
            return (parent != NONE).then_some(Step::Remove(change.at));
        }
        let to = (change.to != NONE).then(|| self.result(change.to))?;
        let same_parent = to.parent().is_some_and(|to| to.node().origin == parent);
        if change.rule == &ENVIRONMENT_AS_OBJECT {
            return self.pairs(change);
        }
        if change.rule.class != Class::Repaired || !same_parent {
            return None;
        }
        if change.rule == &ELEMENT_FOR_LIST {
            // Changed in parts, it is wrapped once these are mended.
            let whole = to.kind() == Kind::List && self.pasted(change.at).kind() != Kind::List;
            return whole.then_some(Step::Wrap(change.at));
        }
        // Quote in place: a replacement would contain the value, which may be a secret.
        Some(if to.kind() == Kind::String {
            Step::Quote(change.at)
        } else {
            Step::Replace(change.at, to.token().to_owned())
        })
    }

    /// The step that turns an object of names and values into a list. The change of its first member
    /// brings it.
    fn pairs(&self, change: &RawChange) -> Option<Step> {
        let object = self.pasted(change.at).parent()?;
        let list = self.result(change.to).parent()?.parent()?;
        let Some(Shape::List(shape)) = model::shape_at(&list.pointer()) else {
            return None;
        };
        match as_list(object, shape) {
            Some(Meaning::Pairs(keys)) if object.id + 1 == change.at => {
                Some(Step::Pairs(object.id, keys))
            }
            _ => None,
        }
    }

    /// A mending as a finding: the AWS CLI can't read the unchanged text.
    fn unreadable(&self, mending: &Mending) -> Finding {
        let span = Span {
            start: mending.at,
            end: mending.at,
        };
        self.verbatim_finding(mending.rule, String::new(), Some(span))
    }
}

/// Whether the AWS CLI refuses what a finding is about: its rule names an error of AWS, or a
/// placeholder is used for a number or a boolean.
fn is_refused(rule: &Rule, to: Option<NodeRef<'_>>) -> bool {
    let shape = to.and_then(|to| model::shape_at(&to.pointer()));
    let no_text = matches!(shape, Some(Shape::Integer(_) | Shape::Boolean));
    !rule.aws.is_empty() || (rule.id == PLACEHOLDER.id && no_text)
}

/// Whether AWS takes an object where a pasted value stands.
fn belongs_to_an_object(view: NodeRef<'_>) -> bool {
    let pointer = view.pointer();
    let pointer = pointer.strip_prefix("/taskDefinition").unwrap_or(&pointer);
    let shape = model::shape_at(pointer);
    matches!(shape, Some(Shape::Structure(_) | Shape::Map(_)))
}

/// A heading in lowercase, to continue a sentence.
fn lower_first(heading: &str) -> String {
    let mut chars = heading.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

/// The title of a fix that changes the paste as `convert` does.
static AS_CONVERTED: Localized = Localized {
    en: "Change it as convert does",
    ja: "convert と同じように直す",
};
