//! From what was noted on the way to the values of a report.

use super::excerpt::Excerpt;
use super::place::Place;
use super::{Change, Finding, Fix, Material, Mended, Severity, Telling, TextEdit, mask};
use crate::lang::Lang;
use crate::model::{self, Shape};
use crate::patch::{self, Plan, Step, Title};
use crate::place::{Lines, Position};
use crate::read::Mending;
use crate::rules::{Class, PLACEHOLDER, Rule, WRAPPER_FIELD};
use crate::sanitize;
use crate::tree::{Kind, NONE, NodeId, Span, View};
use crate::unwrap::Form;

/// Makes a report of what was noted.
pub(super) struct Maker<'a> {
    material: &'a Material<'a>,
    lines: Lines<'a>,
    telling: Telling,
}

impl<'a> Maker<'a> {
    pub(super) fn new(material: &'a Material<'a>, telling: Telling) -> Self {
        Maker {
            material,
            lines: Lines::of(material.source),
            telling,
        }
    }

    fn pasted(&self, id: NodeId) -> View<'a> {
        View {
            source: self.material.source,
            tree: self.material.pasted,
            id,
        }
    }

    pub(super) fn result(&self, id: NodeId) -> View<'a> {
        View {
            tree: self.material.result,
            ..self.pasted(id)
        }
    }

    pub(super) fn mended(&self, mending: &Mending) -> Mended {
        Mended {
            rule: mending.rule.id,
            position: self.lines.position(mending.at),
            about: mending.rule,
            message: mending.rule.words(self.telling.lang).message,
        }
    }

    pub(super) fn change(&self, change: &sanitize::Change) -> Change {
        let at = (change.at != NONE).then(|| self.pasted(change.at));
        let to = (change.to != NONE).then(|| self.result(change.to));
        let before = at.map(|view| mask::json(view, self.telling.show_values));
        let after = to.map(|view| mask::json(view, self.telling.show_values));
        let place = Place::of(at, to);
        let holes = [
            ("{name}", place.name.as_str()),
            ("{path}", place.path(self.telling.lang)),
            ("{before}", before.as_deref().unwrap_or_default()),
            ("{after}", after.as_deref().unwrap_or_default()),
        ];
        let lang = self.telling.lang;
        Change {
            kind: kind(change),
            rule: change.rule.id,
            at: at.map(View::pointer),
            to: to.map(View::pointer),
            position: at.map(|view| self.position(view)),
            message: fill(change.rule.words(lang).message, &holes, lang),
            before,
            after,
            about: change.rule,
            dotted: place.dotted,
        }
    }

    pub(super) fn finding(&self, finding: &sanitize::Finding) -> Finding {
        let lang = self.telling.lang;
        let at = (finding.at != NONE).then(|| self.pasted(finding.at));
        let to = (finding.to != NONE).then(|| self.result(finding.to));
        let place = Place::of(to.or(at), None);
        let value = to
            .or(at)
            .map(|view| mask::json(view, self.telling.show_values));
        // The ids of its holes are those of the tree that it is about.
        let tree = if to.is_some() {
            self.result(0)
        } else {
            self.pasted(0)
        };
        let own = finding.holes.iter();
        let own = own.map(|(hole, fill)| (*hole, fill.text(tree, lang, self.telling.show_values)));
        let own: Vec<(&str, String)> = own.collect();
        let mut holes = vec![
            ("{name}", place.name.as_str()),
            ("{path}", place.path(lang)),
            ("{before}", value.as_deref().unwrap_or_default()),
        ];
        holes.extend(own.iter().map(|(hole, text)| (*hole, text.as_str())));
        let message = fill(finding.rule.words(lang).message, &holes, lang);
        Finding {
            severity: match finding.rule.class {
                _ if self.telling.as_is && is_refused(finding.rule, to) => Severity::Error,
                Class::Error => Severity::Error,
                Class::Advice => Severity::Advice,
                _ => Severity::Warning,
            },
            at: at.map(View::pointer),
            to: to.map(View::pointer),
            dotted: place.dotted,
            message,
            fix: finding.plan.as_ref().and_then(|plan| self.fix(plan)),
            ..self.bare(finding.rule, at.map(place_of))
        }
    }

    /// A finding that says no more than its rule and its place.
    fn bare(&self, rule: &'static Rule, span: Option<Span>) -> Finding {
        let words = rule.words(self.telling.lang);
        Finding {
            severity: Severity::Error,
            rule: rule.id,
            at: None,
            to: None,
            position: span.map(|span| self.lines.position(span.start)),
            end: span.map(|span| self.lines.position(span.end)),
            about: rule,
            dotted: String::new(),
            excerpt: span.map(|span| self.excerpt(span)),
            message: words.message.to_owned(),
            why: words.why,
            cure: words.cure,
            source: rule.source,
            fix: None,
        }
    }

    /// What stands around the definition as a finding.
    pub(super) fn wrapped(&self) -> Option<Finding> {
        let inner = self.pasted(0).get("taskDefinition");
        let inner = inner.filter(|_| self.material.form == Form::Describe)?;
        let rule = &WRAPPER_FIELD;
        Some(Finding {
            at: Some(inner.pointer()),
            ..self.standing(rule, "taskDefinition".to_owned(), Some(place_of(inner)))
        })
    }

    /// A change as a finding, where AWS or its CLI refuses the text as it stands.
    pub(super) fn refused(&self, change: &sanitize::Change) -> Option<Finding> {
        if change.at == NONE || !self.is_refused(change) {
            return None;
        }
        let told = self.change(change);
        let span = place_of(self.pasted(change.at));
        let step = self.step(change);
        Some(Finding {
            at: told.at,
            to: told.to,
            fix: step.and_then(|step| self.fix(&Plan::safe(&AS_CONVERTED, step))),
            ..self.standing(change.rule, told.dotted, Some(span))
        })
    }

    fn is_refused(&self, change: &sanitize::Change) -> bool {
        let pasted = self.pasted(change.at);
        let inside = || (change.at..pasted.node().next).map(|id| pasted.at(id));
        let holds_null = || inside().any(|view| view.kind() == Kind::Null);
        let holds_nothing = |view: View<'_>| view.kind() == Kind::Object && view.is_leaf();
        match change.rule.id {
            // Nulls that went with what was left empty are not told by themselves.
            "empty-list" => holds_null(),
            "empty-object" => holds_null() || inside().any(holds_nothing),
            // The CLI sends it, and ECS refuses it.
            "reserved-tag" => true,
            _ => !change.rule.aws.is_empty(),
        }
    }

    /// A finding about a text that is to be registered as it stands.
    fn standing(&self, rule: &'static Rule, dotted: String, span: Option<Span>) -> Finding {
        let title = rule.words(self.telling.lang).title;
        let message = match (self.telling.lang, dotted.as_str()) {
            (_, "") => rule.words(self.telling.lang).message.to_owned(),
            (Lang::En, place) => format!("{place}: {}.", lower_first(title)),
            (Lang::Ja, place) => format!("{place}：{title}。"),
        };
        Finding {
            dotted,
            message,
            cure: match self.telling.lang {
                Lang::En => "Change the file; `taskdef convert` does it.",
                Lang::Ja => "ファイルを直してください。`taskdef convert` で直せます。",
            },
            ..self.bare(rule, span)
        }
    }

    /// How the pasted text can be changed as the result was; nothing where its shape differs.
    fn step(&self, change: &sanitize::Change) -> Option<Step> {
        let parent = self.pasted(change.at).node().parent;
        if change.rule.class == Class::Removed {
            return (parent != NONE).then_some(Step::Remove(change.at));
        }
        let to = (change.to != NONE).then(|| self.result(change.to))?;
        let same_parent = to.parent().is_some_and(|to| to.node().origin == parent);
        if change.rule.class != Class::Repaired || !same_parent {
            return None;
        }
        // The value itself is not told, which may be a secret.
        Some(if to.kind() == Kind::String {
            Step::Quote(change.at)
        } else {
            Step::Replace(change.at, to.token().to_owned())
        })
    }

    /// A mending as a finding, where the AWS CLI can't read the text.
    pub(super) fn unreadable(&self, mending: &Mending) -> Option<Finding> {
        let span = Span {
            start: mending.at,
            end: mending.at,
        };
        let refused = !mending.rule.aws.is_empty();
        refused.then(|| self.standing(mending.rule, String::new(), Some(span)))
    }

    fn fix(&self, plan: &Plan) -> Option<Fix> {
        let material = self.material;
        let replacements = patch::replacements(material.source, material.pasted, &plan.steps)?;
        let edits = replacements.into_iter().map(|replacement| TextEdit {
            start: self.lines.position(replacement.range.start as u32),
            end: self.lines.position(replacement.range.end as u32),
            text: replacement.text.clone(),
            replacement,
        });
        Some(Fix {
            title: match self.telling.lang {
                Lang::En => plan.title.en,
                Lang::Ja => plan.title.ja,
            },
            safe: plan.safe,
            edits: edits.collect(),
        })
    }

    fn excerpt(&self, span: Span) -> Excerpt {
        let strict = |mending: &Mending| ["crlf", "utf-16"].contains(&mending.rule.id);
        if self.material.mendings.iter().all(strict) {
            let root = self.pasted(0);
            Excerpt::of(root, &self.lines, span, self.telling.show_values)
        } else {
            let column = self.lines.position(span.start).column;
            Excerpt::masked(self.lines.line_at(span.start), column)
        }
    }

    fn position(&self, view: View<'_>) -> Position {
        self.lines.position(view.node().span.start)
    }
}

/// Whether the AWS CLI refuses what a finding is about: what its rule says it answers to, and a
/// placeholder where it takes a number or a boolean.
fn is_refused(rule: &Rule, to: Option<View<'_>>) -> bool {
    let shape = to.and_then(|to| model::shape_at(&to.pointer()));
    let no_text = matches!(shape, Some(Shape::Integer(_) | Shape::Boolean));
    !rule.aws.is_empty() || (rule.id == PLACEHOLDER.id && no_text)
}

/// A heading as the end of a sentence.
fn lower_first(heading: &str) -> String {
    let mut chars = heading.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

/// What a fix is called that does to the paste what `convert` does.
static AS_CONVERTED: Title = Title {
    en: "Change it as convert does",
    ja: "convert と同じように直す",
};

/// What is underlined of a value: all of a scalar, and of a list or an object the key or bracket.
fn place_of(view: View<'_>) -> Span {
    let node = view.node();
    let end = match (node.kind, view.key_token().len()) {
        (Kind::List | Kind::Object, 0) => (node.value + 1).min(node.span.end),
        (Kind::List | Kind::Object, key) => (node.span.start + key as u32).min(node.value),
        _ => node.span.end,
    };
    Span {
        start: node.span.start,
        end,
    }
}

fn kind(change: &sanitize::Change) -> &'static str {
    match change.rule.class {
        Class::Repaired => "repaired",
        Class::Moved => "moved",
        _ if change.to == NONE => "removed",
        _ if change.at == NONE => "added",
        _ => "edited",
    }
}

/// Fills a message's holes. In Japanese, a space parts a hole from its neighbours only where it
/// holds Latin letters.
fn fill(message: &str, holes: &[(&str, &str)], lang: Lang) -> String {
    let mut out = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let hole = holes.iter().find(|(hole, _)| rest.starts_with(hole));
        let (length, text) = hole.map_or((1, "{"), |(hole, text)| (hole.len(), *text));
        rest = &rest[length..];
        if lang == Lang::Ja && !text.is_ascii() {
            out.truncate(out.trim_end_matches(' ').len());
            rest = rest.trim_start_matches(' ');
        }
        out.push_str(text);
    }
    out.push_str(rest);
    out
}
